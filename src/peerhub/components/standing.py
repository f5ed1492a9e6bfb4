"""Where one force stands: its stage, each criterion with its date, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.national import SIGNS, STAGE_CLASSES, STAGE_NAMES
from peerhub.components.render import render
from peerhub.questions.readiness import Criterion, Readiness, State, in_words
from peerhub.words import day

STATE_NAMES: dict[State, str] = {"met": "Met", "lapsed": "Lapsed", "missing": "Not recorded"}


@dataclass(frozen=True)
class StageStep:
    """One thing to do next: the sentence, and the pages that help, each a title and an address."""

    words: str
    help: tuple[tuple[str, str], ...] = ()


def standing(state: Readiness) -> Markup:
    """Return the stage in words, then each criterion with its state, its date and its source."""
    return render(
        "standing",
        mark=STAGE_CLASSES[state.stage],
        sign=SIGNS[STAGE_CLASSES[state.stage]],
        stage=STAGE_NAMES[state.stage],
        is_stale=state.is_stale,
        words=in_words(state),
        source=_source(state),
        criteria=[
            (criterion, STATE_NAMES[criterion.state], _dates(criterion))
            for criterion in state.criteria
        ],
    )


def record_lines(title: str, how: str, lines: str) -> Markup:
    """Return lines of a data file to copy, folded below a title, with how to use them."""
    return render("record_lines", title=title, how=how, lines=lines)


def steps(steps: Sequence[StageStep]) -> Markup:
    """Return the steps as a numbered list, each with the pages that help."""
    return render("steps", steps=steps)


def _source(state: Readiness) -> str | None:
    if state.known is None:
        return None
    when = day(state.known.confirmed_on)
    return f"Confirmed by the force on {when}. Source: {state.known.source}"


def _dates(criterion: Criterion) -> str | None:
    if criterion.met_on is None:
        return None
    said = f"since {day(criterion.met_on)}"
    if criterion.state == "lapsed" and criterion.lapses_on:
        return f"{said}, lapsed on {day(criterion.lapses_on)}"
    if criterion.lapses_on:
        return f"{said}, to renew by {day(criterion.lapses_on)}"
    return said
