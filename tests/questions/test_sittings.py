"""The stretches of time for which people come together."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from peerhub.questions.sittings import is_in_person, is_online, sittings, wheres
from tests.invented import day, evenings, meeting


def spans(event):
    return [(f"{one.starts:%m-%d %H:%M}", f"{one.ends:%m-%d %H:%M}") for one in sittings(event)]


def test_one_day_with_hours_is_one_sitting():
    assert spans(meeting()) == [("03-09 10:00", "03-09 12:30")]


def test_hours_given_for_several_days_are_the_hours_of_each():
    event = meeting(end_date=day("2027-03-11"), start="09:30", end="16:30")
    assert spans(event) == [
        ("03-09 09:30", "03-09 16:30"),
        ("03-10 09:30", "03-10 16:30"),
        ("03-11 09:30", "03-11 16:30"),
    ]


def test_an_event_that_ends_earlier_on_the_clock_runs_through_the_night():
    event = meeting(end_date=day("2027-03-10"), start="22:00", end="06:00")
    assert spans(event) == [("03-09 22:00", "03-10 06:00")]


def test_days_without_hours_are_whole():
    (only,) = sittings(meeting(end_date=day("2027-03-10"), start=None, end=None))
    assert only.all_day
    assert (only.starts, only.ends) == (
        meeting(date=day("2027-03-09"), start=None, end=None).starts_at,
        meeting(date=day("2027-03-10"), start=None, end=None).ends_at,
    )


def test_an_event_is_wherever_its_sessions_are():
    event = evenings()
    assert [(where.place, where.online) for where in wheres(event)] == [
        (None, True),
        ("Invented Hall", False),
    ]
    assert is_online(event)
    assert is_in_person(event)


def test_a_session_that_is_cancelled_is_nowhere():
    event = evenings()
    off = event.sessions[1].model_copy(update={"status": "cancelled"})
    left = event.model_copy(update={"sessions": (event.sessions[0], off)})
    assert [one.is_cancelled for one in sittings(left)] == [False, True]
    assert not is_in_person(left)


def test_an_event_that_says_no_place_is_in_person_and_one_that_is_online_only_is_not():
    assert (is_online(meeting()), is_in_person(meeting())) == (False, True)
    online = meeting(where={"online": True})
    assert (is_online(online), is_in_person(online)) == (True, False)
    both = meeting(where={"online": True, "place": "Invented Hall"})
    assert (is_online(both), is_in_person(both)) == (True, True)


@given(
    first=st.dates(dt.date(2020, 1, 1), dt.date(2035, 1, 1)),
    nights=st.integers(0, 40),
    clock=st.tuples(st.integers(2, 23), st.integers(2, 23)),
)
def test_sittings_are_in_order_never_overlap_and_fill_the_event_from_start_to_end(
    first, nights, clock
):
    start, end = (f"{hour:02d}:00" for hour in clock)
    if nights == 0 and end <= start:
        return
    event = meeting(date=first, end_date=first + dt.timedelta(nights), start=start, end=end)
    every = sittings(event)
    assert (every[0].starts, every[-1].ends) == (event.starts_at, event.ends_at)
    moments = [moment.astimezone(dt.UTC) for one in every for moment in (one.starts, one.ends)]
    assert moments == sorted(moments)
