"""Who may be named as a way to reach a force: roles, never people."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from peerhub.models.contact import (
    MESSAGES,
    OTHER_WORDS,
    ROLE_WORDS,
    ForceMailbox,
    Phone,
    PublicText,
    RoleMailbox,
)

TABLE = Path(__file__).with_name("contacts.yml")
RULES = {
    "mailbox": TypeAdapter(RoleMailbox),
    "force-mailbox": TypeAdapter(ForceMailbox),
    "phone": TypeAdapter(Phone),
    "text": TypeAdapter(PublicText),
}
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
TAKEN = [case for case in CASES if "refused" not in case]
REFUSED = [case for case in CASES if "refused" in case]


def called(case) -> str:
    return f"{case['rule']}: {case['given']}"


def refusal(adapter, value) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    (error,) = caught.value.errors()
    return error["ctx"]["message"], error["ctx"]["hint"]


@pytest.mark.parametrize("case", TAKEN, ids=called)
def test_a_role_a_switchboard_and_harmless_words_are_taken(case):
    kept = RULES[case["rule"]].validate_python(case["given"])
    assert kept == case.get("becomes", case["given"])


@pytest.mark.parametrize("case", REFUSED, ids=called)
def test_a_person_and_what_cannot_reach_anybody_are_refused_with_a_remedy(case):
    message, remedy = MESSAGES[case["refused"]]
    quoted = repr(case.get("value", case["given"]))
    told = refusal(RULES[case["rule"]], case["given"])
    assert told == (message.format(value=quoted), remedy)


@given(
    st.lists(st.sampled_from(sorted(ROLE_WORDS | OTHER_WORDS)), max_size=3),
    st.sampled_from(["jane", "smith", "brown", "oneill", "sgt", "j", "ohara", "singh", "khan"]),
    st.sampled_from(".-_+"),
    st.data(),
)
def test_one_word_that_is_no_role_makes_a_mailbox_a_persons(words, name, between, data):
    at = data.draw(st.integers(0, len(words)))
    local = between.join([*words[:at], name, *words[at:]])
    assert refusal(RULES["mailbox"], f"{local}@kent.police.uk")[1] == MESSAGES["one-person"][1]


@pytest.mark.parametrize("rule", sorted(MESSAGES))
def test_the_table_has_a_case_for_every_message(rule):
    assert rule in {case["refused"] for case in REFUSED}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("one-person", "'jane@kent.police.uk' looks like one person's mailbox"),
        ("free-mail", "'jane@kent.police.uk' is on a free-mail service"),
        ("mobile", "'jane@kent.police.uk' is a mobile number"),
    ],
)
def test_a_message_quotes_what_was_written(rule, said):
    assert MESSAGES[rule][0].format(value="'jane@kent.police.uk'") == said


@pytest.mark.parametrize(("rule", "value"), [("mailbox", ""), ("mailbox", "@"), ("phone", "")])
def test_what_is_empty_is_no_way_to_reach_anybody(rule, value):
    assert refusal(RULES[rule], value)[0].startswith(f"{value!r} is not ")
