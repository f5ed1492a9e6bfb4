"""Who may be named as a way to reach a force: roles, never people."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from peerhub.models.contact import Phone, RoleMailbox

mailbox = TypeAdapter(RoleMailbox)
phone = TypeAdapter(Phone)


def refusal(adapter, value):
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    (error,) = caught.value.errors()
    return error["ctx"]["message"]


@pytest.mark.parametrize(
    "address",
    [
        "peer.support@kent.police.uk",
        "PeerSupport@kent.police.uk",
        "kent.wellbeing@kent.police.uk",
        "oh@kent.police.uk",
        "occupational-health@psni.police.uk",
        "contact@oscarkilo.org.uk",
    ],
)
def test_a_role_mailbox_is_taken_in_small_letters(address):
    assert mailbox.validate_python(address) == address.lower()


@pytest.mark.parametrize(
    "address",
    [
        "jane.smith@kent.police.uk",
        "j.smith@kent.police.uk",
        "jsmith@kent.police.uk",
        "12345@kent.police.uk",
        "jane@kent.police.uk",
        "sharon.ohara@kent.police.uk",
    ],
)
def test_a_mailbox_that_may_be_one_person_is_refused(address):
    assert refusal(mailbox, address) == f"{address!r} looks like one person's mailbox"


@pytest.mark.parametrize("host", ["gmail.com", "hotmail.co.uk", "BTinternet.com", "icloud.com"])
def test_a_free_mail_host_is_refused_even_for_a_role(host):
    assert refusal(mailbox, f"peer.support@{host}") == (
        f"'peer.support@{host}' is on a free-mail service"
    )


@pytest.mark.parametrize("address", ["", "peer.support", "@kent.police.uk", "a b@c.uk", "x@y", "@"])
def test_what_is_no_address_is_refused(address):
    assert refusal(mailbox, address) == f"{address!r} is not an email address"


@pytest.mark.parametrize(
    "number", ["07700 900123", "+44 7700 900123", "0044 (0)7700 900123", "07700-900123"]
)
def test_a_mobile_is_refused(number):
    assert refusal(phone, number) == f"{number!r} is a mobile number"


@pytest.mark.parametrize("number", ["01632 960123", "+44 1632 960123", "0300 123 4567", "101"])
def test_a_switchboard_is_taken(number):
    assert phone.validate_python(number) == number


@pytest.mark.parametrize("number", ["", "abc", "12", "01632", "999 999 999 999"])
def test_what_is_no_number_is_refused(number):
    assert refusal(phone, number) == f"{number!r} is not a UK phone number"
