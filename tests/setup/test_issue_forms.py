"""The forms for people who report something without git: whole, kind, and true to the data."""

from __future__ import annotations

from typing import get_args

import pytest
import yaml

from peerhub.models.event import EventKind
from tests.projects import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_asks_in_words_and_warns_that_everyone_can_read_it(form):
    held = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert {"name", "description", "title", "labels", "body"} <= set(held)
    first, *asked = held["body"]
    assert first["type"] == "markdown"
    assert "no names" in first["attributes"]["value"].lower()
    assert len({one["id"] for one in asked}) == len(asked)
    for one in asked:
        assert one["type"] in ("input", "textarea", "dropdown")
        assert one["attributes"]["label"][0].isupper()
    assert any(one.get("validations", {}).get("required") for one in asked)


def test_there_is_a_form_for_each_reason_to_write():
    assert [form.stem for form in FORMS] == ["1-number", "2-event", "3-force", "4-page"]


def test_the_kinds_of_event_are_those_of_the_data():
    form = yaml.safe_load(FORMS[1].read_text(encoding="utf-8"))
    (kind,) = [one for one in form["body"] if one.get("id") == "kind"]
    assert tuple(kind["attributes"]["options"]) == get_args(EventKind)


def test_whoever_reports_a_number_is_told_what_to_do_in_danger():
    assert "call 999" in FORMS[0].read_text(encoding="utf-8")
