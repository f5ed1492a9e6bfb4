"""Events are never deleted: the ledger knows them, and says what to do instead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.ledger import PLACE, read_ledger, write_ledger
from peerhub.catalogue.reminders import next_year, reminders
from tests.projects import EVENT, problems, real_project, small_project

RAISED = ("revision: 0", "revision: 1")
TODAY = ("updated: 2026-11-23", "updated: 2026-11-24")


@pytest.fixture
def root(tmp_path) -> Path:
    """A small project whose one event has been published."""
    project = small_project(tmp_path, events=EVENT)
    write_ledger(project, load(project).events)
    return project


def changed(root: Path, text: str) -> list[str]:
    (root / "data" / "events.yml").write_text(text, encoding="utf-8")
    return problems(root)


def test_an_event_that_is_taken_out_is_refused_with_the_remedy(root):
    assert changed(root, "events: []\n") == [
        "data/events.yml:1:1: the event 'open-day' is gone, but people may have it in their "
        "calendars. Put it back and set status: cancelled, with a revision one higher."
    ]


def test_an_event_that_moves_says_from_which_day(root):
    moved = EVENT.replace("date: 2027-03-01", "date: 2027-03-08").replace(*RAISED).replace(*TODAY)
    assert changed(root, moved) == [
        "data/events.yml:7:9: event 'open-day': it was on 2027-03-01 and is now on 2027-03-08, and "
        "does not say that it moved. Add moved_from: 2027-03-01, so that readers see which day "
        "it was."
    ]
    said = moved.replace("  status", "  moved_from: 2027-03-01\n  status")
    assert changed(root, said) == []


def test_booking_cannot_close_after_the_new_day(root):
    text = EVENT.replace("date: 2027-03-01", "date: 2027-02-15\n  moved_from: 2027-03-01").replace(
        "  status", "  booking: {by: invitation, closes: 2027-02-20}\n  status"
    )
    assert changed(root, text.replace(*RAISED).replace(*TODAY)) == [
        "data/events.yml:10:37: event 'open-day': booking closes (2027-02-20) after the event "
        "starts (2027-02-15). Set an earlier closing day."
    ]


def test_the_remedy_works(root):
    text = EVENT.replace("status: planned", "status: cancelled")
    assert changed(root, text.replace(*RAISED).replace(*TODAY)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2027-03-01", "date: 2027-03-08"),
        ("status: planned", "status: cancelled"),
        ("status: planned", "status: open"),
        ("  summary", "  where: {place: Another hall}\n  summary"),
    ],
)
def test_a_change_of_time_place_or_status_needs_a_higher_revision(root, old, new):
    assert changed(root, EVENT.replace(old, new)) == [
        "data/events.yml:10:13: event 'open-day': its time, place or status has changed, but its "
        "revision is still 0. Write revision: 1, and set updated to today."
    ]
    mended = EVENT.replace(old, new).replace(*RAISED).replace(*TODAY)
    if old.startswith("date"):
        mended = mended.replace("  status", "  moved_from: 2027-03-01\n  status")
    assert changed(root, mended) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A day to meet.", "A day to meet and eat cake."),
        ("title: Open day", "title: Open morning"),
        ("  summary", "  booking: {by: invitation, closes: 2027-02-01}\n  summary"),
    ],
)
def test_a_change_of_words_needs_a_new_day_of_its_update_and_no_higher_revision(root, old, new):
    (only,) = changed(root, EVENT.replace(old, new))
    assert only.endswith(
        ": event 'open-day': it has changed, but updated is 2026-11-23, and it was 2026-11-23 "
        "before. Set updated to today."
    )
    assert changed(root, EVENT.replace(old, new).replace(*TODAY)) == []


def test_a_higher_revision_needs_a_new_day_of_its_update(root):
    text = EVENT.replace("status: planned", "status: open").replace(*RAISED)
    assert changed(root, text) == [
        "data/events.yml:11:12: event 'open-day': its revision has risen, but updated is "
        "2026-11-23, and it was 2026-11-23 before. Set updated to today."
    ]
    assert changed(root, text.replace("updated: 2026-11-23", "updated: 2026-11-01")) == [
        "data/events.yml:11:12: event 'open-day': its revision has risen, but updated is "
        "2026-11-01, and it was 2026-11-23 before. Set updated to today."
    ]


def test_an_event_may_change_twice_on_one_day(root):
    text = EVENT.replace("status: planned", "status: open").replace(*RAISED)
    (root / "data" / "events.yml").write_text(text, encoding="utf-8")
    assert load(root, today=dt.date(2026, 11, 23)).events[0].revision == 1


EVENINGS = (
    EVENT.replace("  date: 2027-03-01\n", "")
    + """\
  date: 2027-03-01
  end_date: 2027-03-15
  sessions:
  - {date: 2027-03-01, start: "18:00", end: "19:00"}
  - {date: 2027-03-08, start: "18:00", end: "19:00"}
  - {date: 2027-03-15, start: "18:00", end: "19:00"}
"""
)
SECOND = '  - {date: 2027-03-08, start: "18:00", end: "19:00"}\n'


@pytest.fixture
def evenings(tmp_path) -> Path:
    """A small project whose one event of three sessions has been published."""
    project = small_project(tmp_path, events=EVENINGS)
    write_ledger(project, load(project).events)
    return project


def test_a_session_that_is_taken_out_is_refused_and_the_remedy_works(evenings):
    text = EVENINGS.replace(*RAISED).replace(*TODAY)
    assert changed(evenings, text.replace(SECOND, "")) == [
        "data/events.yml:15:3: event 'open-day': its part '2027-03-08' is gone, but people may "
        'have it in their calendars. List it in sessions with id: "2027-03-08". If it does not '
        "take place, add status: cancelled to it."
    ]
    assert changed(evenings, text.replace(SECOND, SECOND.replace("}", ", status: cancelled}"))) == (
        []
    )


def test_a_session_that_moves_keeps_its_identifier_by_saying_where_from(evenings):
    text = EVENINGS.replace(*RAISED).replace(*TODAY)
    moved = SECOND.replace("2027-03-08", "2027-03-10")
    (only,) = changed(evenings, text.replace(SECOND, moved))
    assert "its part '2027-03-08' is gone" in only
    for named in ("moved_from: 2027-03-08", 'id: "2027-03-08"'):
        known = moved.replace("}", f", {named}}}")
        assert changed(evenings, text.replace(SECOND, known)) == []


def test_an_event_of_one_day_may_grow_and_one_of_several_days_keeps_them_all(root):
    text = EVENINGS.replace(*RAISED).replace(*TODAY)
    assert changed(root, text) == []
    days = EVENT + '  end_date: 2027-03-03\n  start: "10:00"\n  end: "12:00"\n'
    (root / PLACE).unlink()
    assert changed(root, days) == []
    write_ledger(root, load(root).events)
    shorter = days.replace("end_date: 2027-03-03", "end_date: 2027-03-02")
    (only,) = changed(root, shorter.replace(*RAISED).replace(*TODAY))
    assert "its part '3' is gone" in only


def test_a_revision_never_falls(root):
    raised = EVENT.replace("revision: 0", "revision: 2").replace(*TODAY)
    assert changed(root, raised) == []
    write_ledger(root, load(root).events)
    assert changed(root, EVENT) == [
        "data/events.yml:10:13: event 'open-day': its revision was 2 and is now 0. "
        "Write revision: 3."
    ]


def test_a_fault_elsewhere_in_an_event_does_not_make_it_count_as_gone(root):
    (only,) = changed(root, EVENT.replace("kind: networking", "kind: network"))
    assert "is 'network'" in only


def test_a_broken_line_of_the_ledger_is_reported(root):
    file = root / PLACE
    file.write_text(file.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    assert problems(root) == [
        "data/ledger/events.txt:5:1: this line of the ledger cannot be read. "
        "Bring the file back: git checkout -- data/ledger/events.txt."
    ]


def test_writing_the_ledger_again_changes_nothing(root):
    before = (root / PLACE).read_bytes()
    assert write_ledger(root, load(root).events) == 0
    assert (root / PLACE).read_bytes() == before


def test_the_ledger_keeps_an_event_that_has_gone_from_the_data(root):
    write_ledger(root, ())
    assert list(read_ledger(root)[0]) == ["open-day"]


def test_taking_an_observance_out_of_the_real_data_is_refused(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "events.yml"
    text = file.read_text(encoding="utf-8")
    start = text.index("- id: world-menopause-day-2027")
    end = text.index("# The day began in 1998")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    (only,) = problems(root)
    assert "the event 'world-menopause-day-2027' is gone" in only


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-30", []),
        ("2026-12-01", ["the calendar ends on 2027-03-01, in 90 days", "--year 2028"]),
        ("2027-02-27", ["the calendar ends on 2027-03-01, in 2 days", "--year 2028"]),
        ("2028-01-02", ["the calendar ends on 2027-03-01, and that is past", "--year 2028"]),
    ],
)
def test_editors_hear_in_time_that_the_calendar_ends(root, today, expected):
    found = reminders(load(root), root, dt.date.fromisoformat(today))
    said = [issue.as_text() for issue in found if "overdue" not in issue.message]
    assert len(said) == (1 if expected else 0)
    assert all(words in said[0] for words in expected)


def ruled(year: int, number: int = 1) -> str:
    """An observance of one of several series, in a year."""
    return f"""\
- id: day-{number}-{year}
  owner: hub-editors
  review_by: 2029-05-01
  title: Day {number}
  kind: observance
  date: {year}-10-10
  audience: Everyone
  status: planned
  revision: 0
  updated: 2026-11-23
  source: https://www.who.int/
  rule: 10 October every year
  summary: A day.
"""


@pytest.mark.parametrize(
    ("more", "year"),
    [
        ("", 2028),
        (ruled(2028), 2028),
        (EVENT.removeprefix("events:\n").replace("2027-03-01", "2029-03-01"), 2028),
        (ruled(2028) + ruled(2028, 2) + ruled(2028, 3), 2029),
    ],
)
def test_only_observances_say_which_year_comes_next_and_one_stray_date_does_not(
    tmp_path, more, year
):
    full = "".join(ruled(2027, number) for number in (1, 2, 3))
    found = load(small_project(tmp_path, events=f"events:\n{full}{more}"))
    assert next_year(found.events, dt.date(2026, 11, 23)) == year
    assert next_year(found.events, dt.date(2031, 1, 1)) == 2031


def test_a_stray_date_does_not_hide_that_the_observances_end(tmp_path):
    stray = EVENT.removeprefix("events:\n").replace("2027-03-01", "2029-03-01")
    found = load(small_project(tmp_path, events=f"events:\n{ruled(2027)}{stray}"))
    warnings = [one.message for one in reminders(found, tmp_path, dt.date(2027, 10, 1))]
    assert "the calendar ends on 2027-10-10, in 9 days" in warnings


def test_a_warning_is_shown_beside_the_file_as_a_warning(root):
    (warning,) = reminders(load(root), root, dt.date(2027, 2, 1))
    assert warning.as_github() == (
        "::warning file=data/events.yml,line=1,col=1,title=PH092::"
        "the calendar ends on 2027-03-01, in 28 days"
        "%0AAdd the next dates: peerhub new observances --year 2028."
    )


def test_an_event_that_is_not_in_the_ledger_yet_is_a_warning_and_no_more(tmp_path):
    root = small_project(tmp_path, events=EVENT)
    assert [issue.as_text() for issue in reminders(load(root), root, dt.date(2026, 11, 23))] == [
        "data/ledger/events.txt:1:1: the ledger does not hold 'open-day' as now in the data. "
        "Before you publish, run: make fix."
    ]
