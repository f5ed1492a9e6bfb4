"""The slides of a module, as plain words: what stands on each, and what the trainer says to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS, PRIORITIES, elapsed
from peerhub.models import Module
from peerhub.questions.needs import needed
from peerhub.questions.timetable import PlannedStep, session_plan
from peerhub.words import length

AUDIENCES = {
    "supporter": "For peer supporters",
    "champion": "For peer champions",
    "coordinator": "For coordinators",
    "oh-clinician": "For Occupational Health clinicians",
    "trainer": "For trainers",
    "senior-leader": "For senior leaders",
    "refresher": "For people who are trained already",
}
SUGGESTED = (
    "This module is our own suggestion. The National Police Wellbeing Service has not published "
    "a module list."
)


@dataclass(frozen=True)
class DeckSlide:
    """One slide: its title, its lines, and the notes that only the trainer sees.

    `now` is its last line, which tells the room what to do; a slide that is no step has none.
    `gone` is how many minutes of the session have passed when it is shown, for a step.
    """

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    now: str = ""
    kicker: str = ""
    gone: int | None = None
    bulleted: bool = False
    whole: int | None = None
    """The minutes of the session or break it belongs to, in a deck that has several."""
    lasts: int = 0
    """After how many seconds the next slide shows by itself; 0 waits for the trainer."""


@dataclass(frozen=True)
class Deck:
    """The slides of one module, and its length in minutes."""

    title: str
    named: str
    """Its revision, and the day of that."""
    minutes: int
    slides: tuple[DeckSlide, ...]
    imprint: str = ""
    """What stands at the foot of the first slide: whose it is, its revision and its licence."""


def deck(
    catalogue: Catalogue, module: Module, urgent: Sequence[tuple[str, str]], named: str = ""
) -> Deck:
    """Return the slides of a module: opening, outcomes, one for each step, help, sources."""
    plan = session_plan(module)
    slides = [_opening(catalogue, module), *_content_note(module), _outcomes(module)]
    slides += [_step(planned, number, len(plan)) for number, planned in enumerate(plan, 1)]
    slides += [help_slide(urgent), *_sources(catalogue, module)]
    return Deck(module.title, named, module.minutes, tuple(slides))


def _opening(catalogue: Catalogue, module: Module) -> DeckSlide:
    bring = "; ".join(one.said for one in needed(module, catalogue.texts[module.id]))
    return DeckSlide(
        module.title,
        (AUDIENCES[module.strand], length(module.minutes)),
        (
            _tidy(module.summary),
            f"Bring: {bring}." if bring else "There is nothing to bring.",
            SUGGESTED,
        ),
    )


def _content_note(module: Module) -> list[DeckSlide]:
    if module.content_note is None:
        return []
    notes = (
        "Read this aloud before anything else. Point out the quiet room.",
        "Say who steps out with anyone who needs it.",
    )
    return [
        DeckSlide("Before we begin", (_tidy(module.content_note),), notes, kicker="Content note")
    ]


def _outcomes(module: Module) -> DeckSlide:
    return DeckSlide(
        "What you will be able to do",
        module.outcomes,
        ("Read the list aloud, or ask people to. Say which one you will come back to at the end.",),
        bulleted=True,
    )


def _step(planned: PlannedStep, number: int, count: int) -> DeckSlide:
    step = planned.step
    with_what = (f"With: {'; '.join(step.resources)}.",) if step.resources else ()
    clock = (
        f"{elapsed(planned.starts)} to {elapsed(planned.ends)} "
        f"({length(step.minutes)}). {PRIORITIES[step.priority]}."
    )
    *points, now = step.slide
    return DeckSlide(
        step.title,
        tuple(points),
        (clock, _tidy(step.trainer), f"What people do: {_tidy(step.people)}", *with_what),
        now=now,
        kicker=f"{METHODS[step.method]}, {length(step.minutes)}, step {number} of {count}",
        gone=planned.starts,
        bulleted=True,
    )


def help_slide(urgent: Sequence[tuple[str, str]]) -> DeckSlide:
    """Return the slide with the numbers to ring, which stays up at the end."""
    return DeckSlide(
        "Need to talk now?",
        tuple(f"{name}: {reach[:1].lower()}{reach[1:]}" for name, reach in urgent),
        (
            "Leave this slide up while people pack. Stay for a while afterwards.",
            "Check the numbers on the day: they change, and this slide does not.",
        ),
        bulleted=True,
    )


def _sources(catalogue: Catalogue, module: Module) -> list[DeckSlide]:
    return [sources_slide(catalogue, module.evidence)] if module.evidence else []


def sources_slide(catalogue: Catalogue, cited: Sequence[str]) -> DeckSlide:
    """Return a slide that names some sources by their ids, with what they found in its notes."""
    sources = [catalogue.reference_by_id[identity] for identity in cited]
    notes = tuple(
        f"{one.short}: {_tidy(one.finding)}"
        + (f" Its limits: {_tidy(one.limits)}" if one.limits else "")
        for one in sources
    )
    return DeckSlide("Sources", tuple(one.short for one in sources), notes, bulleted=True)


def _tidy(text: str) -> str:
    return " ".join(text.split())
