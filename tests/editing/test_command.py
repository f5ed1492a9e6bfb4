"""`peerhub new`, answered as an editor would answer it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.ledger import read_ledger
from peerhub.editing import EditError
from peerhub.editing.command import new_event, new_observances
from peerhub.editing.interview import identity
from tests.projects import EVENT, real_project, small_project

TODAY = dt.date(2026, 11, 23)
CPD = [
    "cpd",
    "Listening well: an hour online",
    "no",
    "2027-03-10",
    "",
    "10:00",
    "11:00",
    "",
    "yes",
    "Eastshire Police",
    "Trained peer supporters",
    "supporter, coordinator",
    "north",
    "",
    "About 20",
    "Write to the team for the waiting list",
    "Captions are on",
    "",
    "email",
    "peer.support@eastshire.police.uk",
    "2027-03-01",
    "",
    "open",
    "Practise one skill with others.",
    "yes",
]


class Editor:
    """Answers questions from a list, and keeps what it was told."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.told: list[str] = []

    def ask(self, question: str) -> str:
        self.asked.append(question)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def add(self, root: Path) -> Editor:
        new_event(root, TODAY, self.ask, self.told.append)
        return self


@pytest.fixture
def root(tmp_path) -> Path:
    return small_project(tmp_path, events=f"# Kept.\n{EVENT}")


def test_the_answers_become_an_event_below_those_that_are_there(root):
    editor = Editor(*CPD).add(root)
    assert editor.answers == []
    assert (root / "data" / "events.yml").read_text(encoding="utf-8") == (
        f"# Kept.\n{EVENT}"
        """
- id: listening-well-an-hour-online-2027
  title: "Listening well: an hour online"
  kind: cpd
  date: 2027-03-10
  start: "10:00"
  end: "11:00"
  where:
    online: true
  organiser: Eastshire Police
  audience: Trained peer supporters
  roles: [supporter, coordinator]
  regions: [north]
  places: About 20
  waiting_list: Write to the team for the waiting list
  access: Captions are on
  booking:
    by: email
    mailbox: "peer.support@eastshire.police.uk"
    closes: 2027-03-01
  status: open
  revision: 0
  updated: 2026-11-23
  summary: Practise one skill with others.
  owner: hub-editors
  review_by: 2027-03-10
"""
    )
    assert load(root).events[1].id == "listening-well-an-hour-online-2027"
    assert "listening-well-an-hour-online-2027" in read_ledger(root)[0]


@pytest.mark.parametrize(
    ("number", "wrong", "told"),
    [
        (0, "cdp", "  There is no 'cdp'. Did you mean 'cpd'?"),
        (1, "", "  This one needs an answer."),
        (3, "31 June", "  '31 June' is not a day. Write it like 2027-02-04."),
        (
            5,
            "25:00",
            "  '25:00' is not a time of day. Write hours and minutes in quotes, such as \"09:30\".",
        ),
        (
            5,
            "noon",
            "  'noon' is not a time of day. Write hours and minutes in quotes, such as \"09:30\".",
        ),
        (11, "suporter", "  There is no 'suporter'. Did you mean 'supporter'?"),
        (12, "nroth", "  There is no 'nroth'. Did you mean 'north'?"),
        (13, "eastshre", "  There is no 'eastshre'. Did you mean 'eastshire'?"),
        (
            19,
            "jo.bloggs@eastshire.police.uk",
            "  'jo.bloggs@eastshire.police.uk' looks like one person's mailbox. Use a role "
            "mailbox, such as peer.support@ or wellbeing.team@ at the force.",
        ),
    ],
)
def test_an_answer_that_cannot_stand_is_asked_for_again_with_the_reason(root, number, wrong, told):
    editor = Editor(*CPD[:number], wrong, *CPD[number:]).add(root)
    assert editor.told[0] == told
    assert editor.asked[number] == editor.asked[number + 1]
    assert len(load(root).events) == 2


def test_answers_that_do_not_go_together_are_asked_again_and_can_be_kept(root):
    closes_late = [*CPD[:20], "2027-04-01", *CPD[21:-1]]
    again = ["" for _ in CPD]
    again[20], again[-1] = "2027-03-01", "yes"
    editor = Editor(*closes_late, *again).add(root)
    assert editor.told[0] == (
        "Booking closes (2027-04-01) after the event starts (2027-03-10). "
        "Set an earlier closing day."
    )
    assert load(root).events[1].booking.closes == dt.date(2027, 3, 1)


def test_a_question_mark_lists_the_ids_with_their_names_or_those_with_a_word(root):
    editor = Editor(*CPD[:13], "?", "?WEST", "?zzz", *CPD[13:]).add(root)
    assert editor.told[:3] == [
        "  eastshire  Eastshire Police\n  westshire  Westshire Police",
        "  westshire  Westshire Police",
        "  Nothing has 'zzz' in it. ? alone lists all.",
    ]
    assert len(load(root).events) == 2


def test_the_record_is_shown_and_only_a_yes_writes_it(root):
    file = root / "data" / "events.yml"
    before = file.read_bytes()
    editor = Editor(*CPD[:-1], "no").add(root)
    assert "- id: listening-well-an-hour-online-2027\n  title: " in editor.told[0]
    assert editor.told[-1] == "Nothing was changed."
    assert file.read_bytes() == before
    Editor(*CPD[:-1]).add(root)
    assert file.read_bytes() == before


def test_answers_can_be_changed_and_cleared_after_they_are_shown(root):
    again = ["" for _ in CPD]
    again[1], again[15], again[-1] = "Listening better", "-", "yes"
    editor = Editor(*CPD[:-1], "change", *again).add(root)
    assert editor.answers == []
    found = load(root).events[1]
    assert (found.title, found.waiting_list) == ("Listening better", None)
    assert found.places == "About 20"
    assert any("[Listening well: an hour online]" in question for question in editor.asked)
    assert any("; - takes it out]" in question for question in editor.asked)


def test_a_fault_found_when_writing_loses_no_answer(root, monkeypatch):
    from peerhub.editing import command

    write, calls = command._write, []

    def fails_once(*given):
        calls.append(given)
        if len(calls) == 1:
            raise EditError("Nothing was changed, since this would not be sound: x")
        write(*given)

    monkeypatch.setattr(command, "_write", fails_once)
    editor = Editor(*CPD, *("" for _ in CPD[:-1]), "yes").add(root)
    assert "Nothing was changed, since this would not be sound: x" in editor.told
    assert load(root).events[1].audience == "Trained peer supporters"


def test_sessions_are_asked_for_one_by_one_and_give_the_event_its_days(root):
    first = ["2027-03-10", "18:00", "19:30", "Hearing", "", ""]
    second = ["2027-03-24", "18:00", "19:30", "", "Invented Hall", "1 Street, XX1 1XX", "no"]
    rest = CPD[7:]
    editor = Editor(*CPD[:2], "yes", *first, "yes", *second, "no", *rest).add(root)
    assert editor.answers == []
    text = (root / "data" / "events.yml").read_text(encoding="utf-8")
    assert (
        """\
  date: 2027-03-10
  end_date: 2027-03-24
  sessions:
  - title: Hearing
    date: 2027-03-10
    start: "18:00"
    end: "19:30"
  - date: 2027-03-24
    start: "18:00"
    end: "19:30"
    where:
      place: Invented Hall
      address: "1 Street, XX1 1XX"
      online: false
  where:
    online: true
"""
        in text
    )
    assert load(root).events[1].sessions[1].where.place == "Invented Hall"


def test_an_editor_who_stops_half_way_has_changed_nothing(root):
    before = (root / "data" / "events.yml").read_bytes()
    with pytest.raises(EditError, match="The answers ended before"):
        Editor(*CPD[:5]).add(root)
    assert (root / "data" / "events.yml").read_bytes() == before


def test_an_observance_is_asked_for_its_source_and_its_rule_and_for_no_place(root):
    editor = Editor(
        "observance",
        "Invented Day",
        "2027-02-04",
        "",
        "",
        "Everyone",
        "",
        "",
        "",
        "https://invented.example/",
        "First Thursday in February",
        "planned",
        "A day for tests.",
        "yes",
    ).add(root)
    assert not any("place" in question for question in editor.asked)
    assert load(root).events[0].rule == "First Thursday in February"


def test_an_id_is_made_of_plain_letters_and_is_never_taken_twice():
    assert identity("Tŷ Gŵyl: an hour's tea!", 2027, set()) == "ty-gwyl-an-hours-tea-2027"
    assert identity("Tea", 2027, {"tea-2027", "tea-2027-2"}) == "tea-2027-3"
    assert identity("🙂", 2027, set()) == "event-2027"


def test_next_years_observances_are_proposed_with_rule_and_source_and_written_on_a_yes(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "events.yml"
    before = file.read_bytes()
    editor = Editor("no")
    new_observances(root, TODAY, None, False, editor.ask, editor.told.append)
    assert file.read_bytes() == before
    assert editor.told[-1] == "Nothing was changed."
    assert editor.told[0] == (
        "Thursday 3 February 2028: Time to Talk Day (First Thursday in February; "
        "https://www.time-to-change.org.uk/about-us/about-our-campaign/time-to-talk)"
    )
    new_observances(root, TODAY, None, True, editor.ask, editor.told.append)
    after = file.read_bytes()
    assert after.startswith(before)
    found = load(root).events
    assert len(found) == 40
    assert {event.date.year for event in found} == {2027, 2028}
    memorial = next(one for one in found if one.id == "national-police-memorial-day-2028")
    assert memorial.date == dt.date(2028, 9, 24)
    assert b"# By its rule. Open the source again once it has a page for 2028.\n- id:" in after
    new_observances(root, TODAY, 2028, True, editor.ask, editor.told.append)
    assert editor.told[-1] == "Every date that follows a rule is there for 2028."
    assert file.read_bytes() == after
