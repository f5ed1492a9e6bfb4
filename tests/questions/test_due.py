"""What is due this month, and what is overdue by the real day, for each owner."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.catalogue import load
from peerhub.cli import main
from peerhub.questions.due import due, last_of_month
from tests.projects import ROOT, small_project


@pytest.mark.parametrize(
    ("month", "last"),
    [
        ("2027-02", "2027-02-28"),
        ("2028-02", "2028-02-29"),
        ("2027-12", "2027-12-31"),
        ("9999-12", "9999-12-31"),
    ],
)
def test_a_month_ends_on_its_last_day(month, last):
    assert last_of_month(month) == dt.date.fromisoformat(last)


def test_helplines_that_are_due_on_the_first_are_overdue_on_the_fifth(tmp_path, capsys):
    root = small_project(tmp_path)
    assert main(["--root", str(root), "due", "--today", "2027-05-05"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "## Hub editors",
        "",
        "### Overdue on 2027-05-05",
        "",
        "- 2027-05-01: eastshire (data/forces.yml)",
        "- 2027-05-01: westshire (data/forces.yml)",
        "- 2027-05-01: 999 (data/services.yml). An edition waits for it",
        "- 2027-05-01: helpline (data/services.yml). An edition waits for it",
    ]


def test_what_is_to_come_this_month_is_due_and_the_next_is_not(tmp_path, capsys):
    root = small_project(tmp_path)
    assert main(["--root", str(root), "due", "--today", "2027-04-05", "--month", "2027-05"]) == 0
    assert "### Due by 2027-05-31" in capsys.readouterr().out
    assert main(["--root", str(root), "due", "--today", "2027-04-05"]) == 0
    assert capsys.readouterr().out == "Nothing is due by 2027-04-30.\n"


def test_a_month_that_is_none_is_told_in_one_line(tmp_path, capsys):
    assert main(["--root", str(small_project(tmp_path)), "due", "--month", "May"]) == 1
    assert capsys.readouterr().err == "'May' is not a month. Write it like 2027-02.\n"


def test_pages_on_suicide_and_confidentiality_stop_an_edition():
    found = due(load(ROOT), dt.date(2037, 1, 1))
    waits = {one.name for one in found if one.is_critical}
    assert {"asking-about-suicide", "confidentiality", "samaritans"} <= waits
    assert "docs/support.md" in {one.file for one in found if one.is_critical}
