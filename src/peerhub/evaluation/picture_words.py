"""What a national picture says in words: `evaluation-words.js` says the same in the browser."""

from __future__ import annotations

import datetime as dt

from peerhub.evaluation.layout import FEWEST_FORCES
from peerhub.evaluation.merging import IndicatorFigures, NationalFigures
from peerhub.questions.disclosure import SMALLEST_COUNT
from peerhub.words import counted, day

WITHHELD_SAID = f"Withheld: fewer than {FEWEST_FORCES} forces gave whole figures."
SUGGESTION = (
    "All indicators are a suggestion. They show whether peer support was done as agreed, and how "
    "much of it there was."
)
ABOUT_SHARES = "The part of all that was counted, in whole per cent"
NOT_SHOWN = (
    "That peer support caused a change, or how any person is.",
    (
        "Which force does better. Forces differ in size, in work and in how they count, so this "
        "picture ranks none and must not be used to rank any."
    ),
    "What forces that are not in it count, or what nobody wrote down.",
)
"""What no picture can show."""
HOW_MADE = (
    (
        f"Counts are sums over forces whose counts are each 0 or at least {SMALLEST_COUNT}, so no "
        "smaller count is in them."
    ),
    "A force with a hidden count of an indicator enters no figure of that indicator.",
    "How many forces stand behind a figure counts forces and not people, so it may be small.",
    (
        "Publish one picture for each period, and let no two periods overlap: the difference "
        "would show."
    ),
)
"""How small counts are kept in, and what whoever publishes a picture has to do for it."""


def kept_of(maker: str) -> str:
    """Return what a picture says at its end; `maker` is the hub's name."""
    made = f"Made with the evaluation kit of the {maker}."
    return f"{made} No sheet left the device that put them together."


def title_of(picture: NationalFigures) -> str:
    """Return what a picture is called."""
    return f"National picture of peer support, {period_of(picture)}"


def period_of(picture: NationalFigures) -> str:
    """Return the days of a picture: "1 January 2026 to 31 December 2026"."""
    first, last = (dt.date.fromisoformat(one) for one in (picture.start, picture.end))
    return f"{day(first)} to {day(last)}"


def source_of(picture: NationalFigures) -> str:
    """Return from how many sheets, and of which indicators, a picture is made."""
    forces = counted(len(picture.forces), "force")
    return f"Made from the sheets of {forces}, by revision {picture.kit} of the indicators."


def behind(found: IndicatorFigures, picture: NationalFigures) -> str:
    """Return how many forces stand behind an indicator, and how many do not; none is named."""
    said = [f"Whole figures came from {found.whole} of {counted(len(picture.forces), 'force')}."]
    if found.hidden:
        said.append(
            f"In {found.hidden}, a count from 1 to {SMALLEST_COUNT - 1} is hidden, so none of "
            "their counts is in."
        )
    if found.none:
        said.append(f"{found.none} did not collect it.")
    return " ".join(said)


def shared_words(found: IndicatorFigures) -> str:
    """Return the groups that make up the share of an indicator; "" where it has none."""
    return ", ".join(one.title for one in found.indicator.shared)
