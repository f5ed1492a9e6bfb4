"""The commands as an editor types them."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.ledger import PLACE, write_ledger
from peerhub.cli import main
from tests.projects import EVENT, small_project


@pytest.fixture
def root(tmp_path):
    project = small_project(tmp_path, events=EVENT)
    write_ledger(project, load(project).events)
    return project


def test_a_calendar_that_runs_out_is_a_warning_and_the_check_still_passes(root, capsys):
    assert main(["--root", str(root), "check", "--today", "2027-02-01"]) == 0
    said = capsys.readouterr().err
    assert said.startswith(
        "Warning: data/events.yml:1:1: the calendar ends on 2027-03-01, in 28 days. "
        "Add the next dates: peerhub new observances --year 2028. [PH092]\n"
    )
    assert "All is sound" in said


def test_the_warning_stands_beside_the_file_on_a_proposed_change(root, capsys):
    assert main(["--root", str(root), "check", "--format", "github", "--today", "2027-02-01"]) == 0
    assert capsys.readouterr().out.startswith(
        "::warning file=data/events.yml,line=1,col=1,title=PH092::"
    )


def test_a_calendar_with_dates_enough_is_not_spoken_of(root, capsys):
    assert main(["--root", str(root), "check", "--today", "2026-11-23"]) == 0
    assert "Warning" not in capsys.readouterr().err


def test_the_ledger_is_written_on_request(root, capsys):
    (root / PLACE).unlink()
    assert main(["--root", str(root), "check", "--today", "2026-11-23"]) == 0
    assert "the ledger does not hold 'open-day'" in capsys.readouterr().err
    assert main(["--root", str(root), "check", "--write-ledger", "--today", "2026-11-23"]) == 0
    assert "ledger" not in capsys.readouterr().err
    assert "open-day 0 " in (root / PLACE).read_text(encoding="utf-8")


def test_answers_that_end_early_are_one_line_and_no_traceback(root, capsys, monkeypatch):
    monkeypatch.setattr("builtins.input", _nothing)
    assert main(["--root", str(root), "new", "event"]) == 1
    assert capsys.readouterr().err == "The answers ended before the questions did.\n"


def test_a_calendar_without_rules_has_no_observance_to_add(root, capsys):
    assert main(["--root", str(root), "new", "observances", "--year", "2028"]) == 0
    assert capsys.readouterr().out == "Every date that follows a rule is there for 2028.\n"


def _nothing(question: str) -> str:
    raise EOFError


def test_an_event_can_be_added_from_a_file_of_answers(root, capsys):
    file = root / "answers.yml"
    file.write_text(
        'kind: cpd\ntitle: "O\'Neill\'s ŵyl: an hour"\ndate: 2027-03-10\nstart: "10:00"\n'
        'end: "11:00"\nwhere.online: true\naudience: Supporters\nroles: [supporter]\n'
        "status: planned\nsummary: Practise one skill.\n",
        encoding="utf-8",
    )
    assert main(["--root", str(root), "new", "event", "--answers", str(file)]) == 0
    said = "Added 'oneills-wyl-an-hour-2027' to data/events.yml. Now run: peerhub check.\n"
    assert capsys.readouterr().out == said
    event = load(root).events[-1]
    assert (event.title, event.where.online) == ("O'Neill's ŵyl: an hour", True)


def test_every_fault_in_the_answers_about_an_event_is_told_at_its_place(root, capsys):
    file = root / "answers.yml"
    file.write_text("kind: cpd\ntitel: x\ndate: soon\nwhere.online: no one\n", encoding="utf-8")
    before = (root / "data/events.yml").read_bytes()
    assert main(["--root", str(root), "new", "event", "--answers", str(file)]) == 1
    assert capsys.readouterr().err.splitlines()[:4] == [
        "answers.yml:2:1: there is no question 'titel'. Did you mean 'title'?",
        "answers.yml:1:1: title: This one needs an answer.",
        "answers.yml:3:7: date: 'soon' is not a day. Write it like 2027-02-04.",
        "answers.yml:4:15: where.online: There is no 'no one'. Choose from: no, yes.",
    ]
    assert (root / "data/events.yml").read_bytes() == before
