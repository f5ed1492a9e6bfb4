"""Rules by which days come round, tried on every year that a calendar may reach."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.models.recurrence import DAYS, MONTHS, ORDINALS, read_rule

years = st.integers(2000, 2099)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("First Thursday in February", 2027, "2027-02-04"),
        ("first thursday of february", 2026, "2026-02-05"),
        ("8 March every year", 2028, "2028-03-08"),
        ("The Sunday closest to 29 September, St Michael's Day", 2027, "2027-09-26"),
        ("Sunday nearest to 29 September", 2021, "2021-09-26"),
        ("Third Sunday in November", 2027, "2027-11-21"),
        ("Last Friday in May", 2027, "2027-05-28"),
        ("29 February every year", 2028, "2028-02-29"),
    ],
)
def test_a_rule_gives_the_day_that_bodies_have_kept_to(rule, year, expected):
    assert read_rule(rule).in_year(year) == (dt.date.fromisoformat(expected),) * 2


def test_a_week_has_a_first_and_a_last_day():
    assert read_rule("9 to 15 October every year").in_year(2027) == (
        dt.date(2027, 10, 9),
        dt.date(2027, 10, 15),
    )


def test_a_day_that_a_year_does_not_have_is_no_day():
    assert read_rule("29 February every year").in_year(2027) is None
    assert read_rule("Fifth Monday in February").in_year(2027) is None


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every year",
        "31 June every year",
        "15 to 9 October every year",
        "First Thurday in February",
        "Sixth Monday in May",
        "Sunday closest to 31 April",
    ],
)
def test_a_rule_that_says_no_day_is_not_read(rule):
    assert read_rule(rule) is None


@given(
    year=years,
    nth=st.sampled_from(list(ORDINALS)),
    weekday=st.sampled_from(DAYS),
    month=st.sampled_from(MONTHS),
)
def test_the_nth_weekday_is_that_weekday_and_has_as_many_before_it(year, nth, weekday, month):
    span = read_rule(f"{nth} {weekday} in {month}").in_year(year)
    if span is None:
        assert nth == "fifth"
        return
    found = span[0]
    assert (DAYS[found.weekday()], MONTHS[found.month - 1], found.year) == (weekday, month, year)
    length = calendar.monthrange(year, found.month)[1]
    if nth == "last":
        assert length - found.day < 7
    else:
        assert (found.day - 1) // 7 == ORDINALS[nth] - 1


@given(
    year=years,
    weekday=st.sampled_from(DAYS),
    day=st.dates(dt.date(2001, 1, 1), dt.date(2001, 12, 31)),
)
def test_the_weekday_nearest_to_a_day_is_at_most_three_days_away(year, weekday, day):
    rule = read_rule(f"{weekday} closest to {day.day} {MONTHS[day.month - 1]}")
    found = rule.in_year(year)[0]
    assert DAYS[found.weekday()] == weekday
    assert abs((found - dt.date(year, day.month, day.day)).days) <= 3
