"""The rule: a poster goes up once what it promises is there."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.questions.poster_rule import ANYONE, CONDITIONS, Verdict, condition, verdict
from peerhub.questions.readiness import readiness
from tests.nation import TODAY, force, record


def judged(requires, known=None) -> Verdict:
    return verdict(requires, readiness(force(peer_support=known), TODAY))


def test_a_poster_that_asks_nothing_may_go_up_anywhere():
    assert judged("nothing") == Verdict("now", ANYONE)
    assert condition("nothing") == ANYONE


@pytest.mark.parametrize("requires", CONDITIONS)
def test_where_nothing_is_recorded_the_condition_is_stated(requires):
    said = judged(requires)
    assert said.leave == "unknown"
    assert said.why == f"Nothing is recorded for this force. {condition(requires)}"


@pytest.mark.parametrize("requires", CONDITIONS)
def test_a_poster_may_go_up_once_the_force_has_confirmed_what_it_promises(requires):
    assert judged(requires, record()) == Verdict("now", CONDITIONS[requires].met)


@pytest.mark.parametrize("requires", CONDITIONS)
def test_a_poster_may_not_go_up_while_what_it_promises_is_not_confirmed(requires):
    said = judged(requires, record(**{CONDITIONS[requires].field: None}))
    assert said.leave == "not-yet"
    assert CONDITIONS[requires].missing in said.why


@pytest.mark.parametrize("requires", CONDITIONS)
def test_what_was_confirmed_too_long_ago_does_not_count(requires):
    said = judged(requires, record(**{CONDITIONS[requires].field: dt.date(2024, 1, 1)}))
    assert said == Verdict("not-yet", CONDITIONS[requires].lapsed)


def test_a_force_with_no_supporters_left_may_not_say_that_they_are_there():
    assert judged("trained-supporters", record(trained_supporters=0)).leave == "not-yet"


def test_a_record_that_is_too_old_to_show_counts_as_nothing_recorded():
    old = record(
        confirmed_on=dt.date(2025, 1, 1),
        training_delivered_on=dt.date(2025, 1, 1),
        selection_criteria_adopted_on=None,
    )
    assert judged("trained-supporters", old).leave == "unknown"
