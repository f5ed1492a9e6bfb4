"""Where a force stands: derived from what it confirmed and the day, and from nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.questions.months import months_after
from peerhub.questions.readiness import CRITERIA, STAGES, in_words, next_steps, readiness
from tests.nation import TODAY, force, record

FIELDS = [criterion.field for criterion in CRITERIA]
days = st.dates(dt.date(2020, 1, 1), TODAY)


@st.composite
def records(draw):
    confirmed = draw(days)
    met = {field: draw(st.none() | st.dates(dt.date(2018, 1, 1), confirmed)) for field in FIELDS}
    return record(confirmed_on=confirmed, offers_mutual_aid=draw(st.booleans()), **met)


def stands(**changes):
    return readiness(force(peer_support=record(**changes)), TODAY)


def rank(state) -> int:
    return STAGES.index(state.stage)


def test_without_a_record_nothing_is_recorded_and_the_page_says_what_that_means():
    state = readiness(force(), TODAY)
    assert (state.stage, state.record, state.known) == ("not recorded", "none", None)
    assert in_words(state) == (
        "This force has not told the hub about its peer support. That says nothing about what "
        "the force does, only that nothing is recorded here."
    )


def test_selection_and_training_make_a_peer_support_force():
    state = stands()
    assert state.stage == "Peer Support Force"
    assert [one.state for one in state.criteria] == ["met", "met", "missing", "missing"]


@pytest.mark.parametrize("field", FIELDS[:2])
def test_half_of_the_minimum_is_working_towards(field):
    state = stands(**{field: None})
    assert state.stage == "working towards"
    missing = {FIELDS[0]: "selection", FIELDS[1]: "training"}[field]
    assert in_words(state) == (
        f"It has confirmed part of what is needed. Still to come: {missing}."
    )


def test_a_mailbox_alone_is_no_step_on_the_way():
    state = stands(selection_criteria_adopted_on=None, training_delivered_on=None)
    assert state.stage == "not recorded"
    assert state.known is not None
    assert in_words(state) == (
        "It has confirmed how to reach its peer support, and none of the four things yet."
    )


@pytest.mark.parametrize(
    ("months", "expected"), [(0, "current"), (11, "current"), (12, "stale"), (17, "stale")]
)
def test_a_record_is_stale_from_12_months_and_keeps_its_stage(months, expected):
    confirmed = dt.date(2026, 10, 1)
    today = months_after(confirmed, months)
    state = readiness(force(peer_support=record(confirmed_on=confirmed)), today)
    assert (state.record, state.stage) == (expected, "Peer Support Force")


def test_a_record_is_stale_on_the_very_day_and_not_the_day_before():
    held = force(peer_support=record(confirmed_on=dt.date(2027, 2, 28)))
    assert readiness(held, dt.date(2028, 2, 27)).record == "current"
    assert readiness(held, dt.date(2028, 2, 28)).record == "stale"


def test_from_18_months_nothing_of_a_record_is_shown():
    state = stands(
        confirmed_on=dt.date(2025, 12, 1),
        selection_criteria_adopted_on=dt.date(2025, 1, 1),
        training_delivered_on=dt.date(2025, 1, 1),
    )
    assert (state.stage, state.record, state.known) == ("not recorded", "dropped", None)
    assert not any(one.met_on for one in state.criteria)
    assert not state.offers_aid
    assert in_words(state) == (
        "What was recorded is more than 18 months old, so it is no longer shown. "
        "Once the force confirms it again, it comes back."
    )


@pytest.mark.parametrize("field", FIELDS[:2])
def test_selection_and_training_lapse_after_36_months(field):
    state = stands(**{field: dt.date(2024, 6, 1)})
    lapsed = next(one for one in state.criteria if one.field == field)
    assert (lapsed.state, lapsed.lapses_on) == ("lapsed", TODAY)
    assert state.stage == "working towards"
    assert "confirmed too long ago (more than 36 months)." in in_words(state)


def test_what_is_missing_is_named_beside_what_has_lapsed():
    state = stands(selection_criteria_adopted_on=dt.date(2024, 1, 1), training_delivered_on=None)
    assert in_words(state) == (
        "Its selection was confirmed too long ago (more than 36 months). Still to come: training."
    )
    both = stands(
        selection_criteria_adopted_on=dt.date(2024, 1, 1),
        training_delivered_on=dt.date(2024, 1, 1),
    )
    assert in_words(both) == (
        "Its selection and training were confirmed too long ago (more than 36 months)."
    )


@given(records())
def test_the_words_name_each_part_of_the_minimum_that_is_not_met(held):
    state = readiness(force(peer_support=held), TODAY)
    if state.stage == "working towards":
        for criterion, short in zip(state.criteria, ("selection", "training"), strict=False):
            assert (short in in_words(state)) == (criterion.state != "met")


@pytest.mark.parametrize("field", FIELDS[2:])
def test_a_coordinator_and_a_clinician_do_not_lapse(field):
    state = stands(**{field: dt.date(2015, 1, 1)})
    assert next(one for one in state.criteria if one.field == field).state == "met"


def test_what_is_next_comes_in_order_the_old_record_first():
    state = stands(
        confirmed_on=dt.date(2026, 3, 1),
        training_delivered_on=None,
        selection_criteria_adopted_on=dt.date(2024, 1, 1),
    )
    assert [step.about for step in next_steps(state)] == ["confirm", *FIELDS]
    assert [step.words for step in next_steps(state)][:2] == [
        "Confirm in writing what is still right.",
        "Renew this, and confirm it: adopt the agreed recruitment and selection criteria.",
    ]


def test_a_force_with_everything_is_asked_to_keep_going():
    state = stands(
        coordinator_in_post_on=TODAY.replace(month=1),
        oh_clinician_trained_on=TODAY.replace(month=1),
    )
    assert [step.words for step in next_steps(state)] == [
        "Keep going, and confirm again within 12 months."
    ]


@given(records(), st.sampled_from(FIELDS), st.data())
def test_adding_a_met_criterion_never_lowers_a_stage(held, field, data):
    if getattr(held, field) is not None:
        held = held.model_copy(update={field: None})
    day = data.draw(st.dates(dt.date(2018, 1, 1), held.confirmed_on))
    more = held.model_copy(update={field: day})
    before = readiness(force(peer_support=held), TODAY)
    after = readiness(force(peer_support=more), TODAY)
    assert rank(after) >= rank(before)


@given(records(), days, days)
def test_time_alone_never_raises_a_stage(held, one, other):
    holder = force(peer_support=held)
    earlier, later = sorted((max(one, held.confirmed_on), max(other, held.confirmed_on)))
    assert rank(readiness(holder, later)) <= rank(readiness(holder, earlier))


@given(records(), days)
def test_there_is_always_a_next_step_and_words_for_it(held, today):
    state = readiness(force(peer_support=held), today)
    assert next_steps(state)
    assert in_words(state).endswith(".")
    if state.offers_aid:
        assert state.stage == "Peer Support Force"


@given(days, st.integers(0, 60))
def test_months_are_counted_by_the_calendar(day, months):
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day <= day.day
    if after.day < day.day:
        assert (after + dt.timedelta(days=1)).day == 1
