"""The browser judges contacts as the check does, word for word."""

from __future__ import annotations

import yaml

from peerhub.maker.facts import rules
from peerhub.models.contact import MESSAGES
from tests.projects import ROOT
from tests.scripts.deno import asked

CASES = yaml.safe_load((ROOT / "tests/models/contacts.yml").read_text(encoding="utf-8"))
STEPS = {"force-mailbox": "forceMailbox"}


def judged(calls):
    return asked(["maker-rules.js"], calls, {"posterMaker": {"rules": rules()}})


def test_every_contact_of_the_table_is_judged_as_the_check_judges_it():
    calls = [[f"contactRules.{STEPS.get(one['rule'], one['rule'])}", one["given"]] for one in CASES]
    for case, said in zip(CASES, judged(calls), strict=True):
        if "refused" in case:
            message, remedy = MESSAGES[case["refused"]]
            quoted = repr(case.get("value", case["given"]))
            refusal = {"message": message.format(value=quoted), "remedy": remedy}
            assert said == {"refusal": refusal}, case
        else:
            assert said == {"value": case.get("becomes", case["given"])}, case


def test_values_are_quoted_as_python_quotes_them():
    values = ["plain", "O'Neill", "'\"", "a\\b", "a\tb\n", "ŵ 🎈", "\x07\u200b\U000e0001", "'", ""]
    quoted = judged([["contactRules.quoted", one] for one in values])
    assert quoted == [repr(one) for one in values]


def test_more_letters_than_there_is_room_for_are_counted_as_people_count_them():
    told = rules()
    fits, over = judged(
        [["contactRules.tooLong", "🎈" * 5, 5], ["contactRules.tooLong", "ŵ" * 6, 5]]
    )
    assert fits is None
    message, remedy = told["messages"]["too-long"]
    assert over == {"message": message.format(count=6, room=5), "remedy": remedy}
    assert "6" in over["message"]
