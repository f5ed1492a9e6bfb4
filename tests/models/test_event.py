"""What an editor reads when an event is wrong, word for word."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.models.event_parts import session_keys
from tests.projects import EVENT, problems, small_project

EVENT_IS = "event 'open-day': "
SESSIONS = """\
  end_date: 2027-03-02
  sessions:
  - date: 2027-03-01
    start: "10:00"
    end: "12:00"
  - date: 2027-03-02
    start: "18:00"
    end: "19:30"
"""


def told(tmp_path, text: str) -> list[str]:
    return problems(small_project(tmp_path, events=text))


@pytest.mark.parametrize(
    ("more", "place", "expected"),
    [
        (
            "  booking: {by: invitation, closes: 2027-03-02}\n",
            "13:37",
            "booking closes (2027-03-02) after the event starts (2027-03-01). "
            "Set an earlier closing day.",
        ),
        (
            "  rule: First Thursday in March\n",
            "7:9",
            "the rule 'First Thursday in March' gives 2027-03-04 in 2027, but the event is on "
            "2027-03-01. Correct the date or the rule. If the body moved its day this once, say "
            "moved_from: and the day by the rule.",
        ),
        (
            "  rule: First Thurday in March\n",
            "13:9",
            "the rule 'First Thurday in March' cannot be read. Write it like "
            '"First Thursday in February", "10 October every year", "9 to 15 October every year" '
            'or "Sunday closest to 29 September".',
        ),
        (
            "  rule: 29 February every year\n",
            "7:9",
            "the rule '29 February every year' gives no day in 2027, but the event is on "
            "2027-03-01. Correct the date or the rule. If the body moved its day this once, say "
            "moved_from: and the day by the rule.",
        ),
        (
            "  moved_from: 2027-02-01\n",
            "13:15",
            "the event was moved from 2027-02-01, but its revision is 0. "
            "Set the new date, raise revision by one, and set updated to today.",
        ),
        (
            "  workshop_edition: '2026.1'\n",
            "13:21",
            "there is a workshop_edition but no workshop. Name the workshop it delivers.",
        ),
        (
            "  workshop: one-day\n",
            "13:13",
            "it delivers the workshop 'one-day', but of no edition. Add workshop_edition: the "
            "edition of the hub whose timetable it uses, in quotes.",
        ),
        (
            SESSIONS.replace("  - date", "  - id: same\n    date"),
            "15:3",
            "two sessions are known by 'same'. Give each session an id of its own.",
        ),
        (
            SESSIONS + '  start: "10:00"\n  end: "12:00"\n',
            "21:10",
            "the event has clock times of its own beside its sessions. "
            "Take out start and end: the sessions have theirs.",
        ),
        (
            SESSIONS.replace("end_date: 2027-03-02", "end_date: 2027-03-03"),
            "15:3",
            "the sessions run from 2027-03-01 to 2027-03-02, but the event from 2027-03-01 to "
            "2027-03-03. Make date the first session's day, and end_date the last one's.",
        ),
        (
            SESSIONS.replace("2027-03-02", "2027-03-01").replace("18:00", "11:00"),
            "15:3",
            "the session of 2027-03-01 at 11:00 starts before the one above it is over. "
            "Put the sessions in order, without overlap.",
        ),
        (
            SESSIONS.replace("- date: 2027-03-02", "- date: 2027-02-28"),
            "15:3",
            "the session of 2027-02-28 at 18:00 starts before the one above it is over. "
            "Put the sessions in order, without overlap.",
        ),
        (
            "  where: {}\n",
            "13:10",
            "it says neither a place nor online. Add place: and its name, or online: true, or "
            "take the line out.",
        ),
        (
            "  sessions: []\n",
            "13:13",
            "'sessions' has nothing in it. Add one session at least, on a line with '- ', or take "
            "the line out.",
        ),
    ],
)
def test_rules_between_the_fields_of_an_event(tmp_path, more, place, expected):
    assert told(tmp_path, EVENT + more) == [f"data/events.yml:{place}: {EVENT_IS}{expected}"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            SESSIONS.replace('end: "12:00"', 'end: "09:00"'),
            "data/events.yml:17:10: event 'open-day': the session ends (09:00) before it starts "
            "(10:00). Put start and end in order; a session ends on the day it starts.",
        ),
        (
            "  where: {address: 1 High Street}\n",
            "data/events.yml:13:20: event 'open-day': there is an address but no place. "
            "Add the name of the place.",
        ),
        (
            "  joining: Ring Sam on 07700 900123.\n",
            "data/events.yml:13:12: event 'open-day': '07700 900123' is a mobile number. "
            "Use a switchboard, an extension or another number that belongs to a role.",
        ),
        (
            "  access: Write to jo.bloggs@northshire.police.uk\n",
            "data/events.yml:13:11: event 'open-day': 'jo.bloggs@northshire.police.uk' looks like "
            "one person's mailbox. Use a role mailbox, such as peer.support@ or wellbeing.team@ "
            "at the force.",
        ),
        (
            "  waiting_list: Ring 07700900123\n",
            "data/events.yml:13:17: event 'open-day': '07700900123' is a mobile number. "
            "Use a switchboard, an extension or another number that belongs to a role.",
        ),
        (
            "  places: Mail jane.smith@gmail.com\n",
            "data/events.yml:13:11: event 'open-day': 'jane.smith@gmail.com' is on a free-mail "
            "service. Use the role mailbox that the force's own mail system provides.",
        ),
        (
            "  where: {place: 'Ring 07700 900123 for the room'}\n",
            "data/events.yml:13:18: event 'open-day': '07700 900123' is a mobile number. "
            "Use a switchboard, an extension or another number that belongs to a role.",
        ),
        (
            "  roles: [suporter]\n",
            "data/events.yml:13:11: event 'open-day': 'roles, item 1' is 'suporter', which is not "
            "one of its choices. Did you mean 'supporter'?",
        ),
        (
            "  where: {place: Hall, plac: Room}\n",
            "data/events.yml:13:24: event 'open-day' has an unknown key 'plac'. "
            "Did you mean 'place'?",
        ),
    ],
)
def test_faults_inside_a_part_of_an_event(tmp_path, more, expected):
    assert told(tmp_path, EVENT + more) == [expected]


def test_every_rule_is_tried_whose_own_fields_are_sound(tmp_path):
    text = (
        EVENT.replace("kind: networking", "kind: netwrking")
        + '  end_date: 2027-02-28\n  start: "11:00"\n  moved_from: 2027-01-01\n  plce: Hall\n'
    )
    assert told(tmp_path, text) == [
        f"data/events.yml:6:9: {EVENT_IS}'kind' is 'netwrking', which is not one of its choices. "
        "Did you mean 'networking'?",
        f"data/events.yml:13:13: {EVENT_IS}the event ends (2027-02-28) before it starts "
        "(2027-03-01). Put date and end_date in order.",
        f"data/events.yml:14:10: {EVENT_IS}the event has 'start' but no 'end'. "
        "Add 'end', or take out 'start' for an event that lasts all day.",
        f"data/events.yml:15:15: {EVENT_IS}the event was moved from 2027-01-01, but its revision "
        "is 0. Set the new date, raise revision by one, and set updated to today.",
        "data/events.yml:16:3: event 'open-day' has an unknown key 'plce'. Did you mean 'places'?",
    ]


def test_an_observance_without_its_source_may_have_a_bad_end_as_well(tmp_path):
    text = EVENT.replace("kind: networking", "kind: observance") + "  end_date: 2027-02-28\n"
    assert told(tmp_path, text) == [
        f"data/events.yml:6:9: {EVENT_IS}an observance needs its source. "
        "Add the web page that sets its date.",
        f"data/events.yml:13:13: {EVENT_IS}the event ends (2027-02-28) before it starts "
        "(2027-03-01). Put date and end_date in order.",
    ]


def test_a_rule_waits_for_its_own_fields(tmp_path):
    text = EVENT.replace("date: 2027-03-01", "date: soon") + "  end_date: 2027-02-28\n"
    assert told(tmp_path, text) == [
        f"data/events.yml:7:9: {EVENT_IS}'soon' is not a date. Write year-month-day: 2027-02-04."
    ]


def test_a_clock_time_that_is_skipped_in_spring_is_refused(tmp_path):
    text = EVENT.replace("2027-03-01", "2027-03-28") + '  start: "01:30"\n  end: "03:00"\n'
    assert told(tmp_path, text) == [
        f"data/events.yml:13:10: {EVENT_IS}there is no 01:30 on 2027-03-28: "
        "the clocks go forward from 01:00 to 02:00. "
        "Choose a time before 01:00 or from 02:00."
    ]


def test_a_clock_time_that_is_skipped_on_a_day_in_between_is_refused(tmp_path):
    """Hours of several days are the hours of each, that of the change among them."""
    changed = EVENT.replace(
        "date: 2027-03-01",
        'date: 2027-03-27\n  end_date: 2027-03-29\n  start: "01:19"\n  end: "06:00"',
    )
    (found,) = problems(small_project(tmp_path, events=changed))
    assert "there is no 01:19 on 2027-03-28: the clocks go forward" in found


def test_a_clock_time_that_comes_twice_in_autumn_is_taken_as_the_first(tmp_path):
    text = EVENT.replace("2027-03-01", "2027-10-31") + '  start: "01:30"\n  end: "03:00"\n'
    assert told(tmp_path, text) == []


def session(day_of, **more):
    from peerhub.models import Session

    return Session(date=dt.date.fromisoformat(day_of), start="10:00", end="11:00", **more)


def test_calendars_know_a_session_by_the_day_it_was_first_planned_for_or_by_its_id():
    plain = session_keys([session("2027-03-01"), session("2027-03-08"), session("2027-03-15")])
    assert plain == ("1", "2027-03-08", "2027-03-15")
    moved = session("2027-03-22", moved_from=dt.date(2027, 3, 8))
    assert session_keys([session("2027-03-01"), session("2027-03-15"), moved]) == (
        "1",
        "2027-03-15",
        "2027-03-08",
    )
    named = [session("2027-03-01"), session("2027-03-08", id="b"), session("2027-03-08")]
    assert session_keys(named) == ("1", "b", "2027-03-08")
    twice = [session("2027-03-01"), session("2027-03-08"), session("2027-03-08")]
    assert session_keys(twice) == ("1", "2027-03-08", "2027-03-08-2")


def test_a_day_that_was_moved_this_once_keeps_its_rule(tmp_path):
    text = EVENT.replace("revision: 0", "revision: 1")
    assert (
        told(tmp_path, text + "  moved_from: 2027-03-04\n  rule: First Thursday in March\n") == []
    )


def test_an_event_cannot_use_an_edition_that_is_yet_to_come(tmp_path):
    from tests.projects import real_project

    root = real_project(tmp_path)
    file = root / "data" / "events.yml"
    more = '  workshop: supporter-foundations\n  workshop_edition: "2031.1"\n'
    text = file.read_text(encoding="utf-8").rstrip() + "\n" + more
    file.write_text(text, encoding="utf-8")
    _, only = problems(root)  # the first asks for the day of the change
    assert only.endswith(
        "there is no edition 2031.1 yet. "
        "This edition is 2026.1: write it in quotes, or an earlier one."
    )


def test_the_example_that_editors_copy_is_sound():
    from peerhub.catalogue.document import read_document
    from peerhub.models import Event
    from tests.projects import ROOT

    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = guide.split("## An event")[1].split("```")[1]
    example = example.replace("peer.support@…", "peer.support@northshire.police.uk")
    found = read_document(f"events:{example}".encode(), "CONTRIBUTING.md")
    assert found.issues == []
    (fields,) = found.data["events"]
    kept = {"owner": "hub-editors", "review_by": fields["date"]}
    assert Event.model_validate({**kept, **fields}).where.place == "Headquarters, Room 2"
