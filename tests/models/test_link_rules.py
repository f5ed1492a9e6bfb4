"""Web addresses that are wrapped, followed or somebody's are refused with the address to write."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from peerhub.models.link_rules import HttpsUrl

ADDRESS = TypeAdapter(HttpsUrl)
SAFE = "https://eur01.safelinks.protection.outlook.com/?url="
OPEN = "Open it, and copy the address from the browser's address bar."


def refusal(url: str) -> tuple[str, str, str]:
    with pytest.raises(ValidationError) as caught:
        ADDRESS.validate_python(url)
    (error,) = caught.value.errors()
    return error["ctx"]["message"], error["ctx"]["hint"], error["ctx"]["code"]


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        (
            f"{SAFE}https%3A%2F%2Fa.uk%2Fbook%3Fid%3D1&data=05%7C01%7Ca.person%40force.police.uk%7Cx",
            "https://a.uk/book?id=1",
        ),
        (f"{SAFE}https%3A%2F%2Fa.uk%2F%3Futm_source%3Dmail", "https://a.uk/"),
        ("https://www.google.com/url?sa=t&q=https://a.uk/b&usg=x", "https://a.uk/b"),
        ("https://urldefense.com/v3/__https://a.uk/b__;!!abc$", "https://a.uk/b"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.uk_b&d=DwMF",
            "https://a.uk/b",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.uk%2Fb&h=x", "https://a.uk/b"),
        (
            f"{SAFE}https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fa.uk%2Fb__%3B!!x",
            "https://a.uk/b",
        ),
    ],
)
def test_a_wrapped_address_is_refused_with_the_one_inside(url, inside):
    message, hint, code = refusal(url)
    assert message.startswith("the address is wrapped by ")
    assert (hint, code) == (f"Write the address inside it: {inside}", "PH021")


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://a.uk/b?utm_source=x&id=2&fbclid=3", "https://a.uk/b?id=2"),
        ("https://a.uk/b?mc_eid=abc#c", "https://a.uk/b#c"),
    ],
)
def test_marks_that_follow_readers_are_refused_with_the_address_without_them(url, plain):
    assert refusal(url) == (
        "the address holds marks that follow readers",
        f"Write: {plain}",
        "PH021",
    )


@pytest.mark.parametrize("url", ["https://bit.ly/3abc", "https://t.co/x", "https://lnkd.in/e"])
def test_a_short_address_is_refused_since_it_hides_where_it_leads(url):
    assert refusal(url) == ("the address is a short one that hides where it leads", OPEN, "PH021")


@pytest.mark.parametrize(
    "url",
    [
        "https://a.uk/book?who=jane.smith%40kent.police.uk",
        "https://a.uk/book?data=05%257Cjane.smith%2540kent.police.uk%257C",
        "https://a.uk/jane.smith%40kent.police.uk/x",
    ],
)
def test_a_mailbox_that_is_encoded_in_an_address_is_held_to_the_rule_for_mailboxes(url):
    assert refusal(url)[0] == (
        "the address holds the mailbox 'jane.smith@kent.police.uk', which is not a role's"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://a.uk/b?id=2&q=wellbeing",
        "https://www.google.com/maps?q=London",
        "https://a.uk/?to=peer.support%40kent.police.uk",
        "https://www.safelinks.police.uk/",
    ],
)
def test_an_honest_address_passes(url):
    assert ADDRESS.validate_python(url) == url
