"""The slides of a module, as plain words: what stands on each, and what the trainer says to it."""

from __future__ import annotations

from collections.abc import Sequence

from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS, PRIORITIES, elapsed
from peerhub.components.training import STRAND_ART
from peerhub.models import Drawing, Module
from peerhub.questions import suggested
from peerhub.questions.day_slides import last_quiz
from peerhub.questions.knowledge_check import CheckQuestion
from peerhub.questions.needs import needed
from peerhub.questions.slide_shares import OUTCOMES, QUESTIONS, shares
from peerhub.questions.strands import meant_for
from peerhub.questions.timetable import PlannedStep, session_plan
from peerhub.training.slides import Deck, DeckSlide
from peerhub.words import length


def deck(
    catalogue: Catalogue,
    module: Module,
    urgent: Sequence[tuple[str, str]],
    check: Sequence[CheckQuestion] = (),
    named: str = "",
) -> Deck:
    """Return the slides of a module: opening, outcomes, its steps, help, sources.

    After a step comes its drawing, and after the last quiz what is asked in `check`.
    """
    plan = session_plan(module)
    slides = [_opening(catalogue, module), *_content_note(module), *_outcomes(module)]
    for number, planned in enumerate(plan):
        step = _step(planned, number + 1, len(plan))
        slides.append(step)
        if planned.step.drawing:
            slides.append(drawing_slide(catalogue.drawing_by_id[planned.step.drawing], step.kicker))
        if number == last_quiz(module):
            slides += _questions(check, step.kicker)
    slides += [help_slide(urgent), *_sources(catalogue, module)]
    art = STRAND_ART[module.strand]
    return Deck(module.title, named, module.minutes, tuple(slides), art=art)


def _opening(catalogue: Catalogue, module: Module) -> DeckSlide:
    bring = "; ".join(one.said for one in needed(module, catalogue.texts[module.id]))
    return DeckSlide(
        module.title,
        (meant_for(module.strand), length(module.minutes)),
        (
            _tidy(module.summary),
            f"Bring: {bring}." if bring else "There is nothing to bring.",
            suggested.MODULE,
        ),
        kind="opening",
    )


def _content_note(module: Module) -> list[DeckSlide]:
    if module.content_note is None:
        return []
    notes = (
        "Read this aloud before anything else. Point out the quiet room.",
        "Say who steps out with anyone who needs it.",
    )
    said = (_tidy(module.content_note),)
    return [DeckSlide("Before we begin", said, notes, kicker="Content note", kind="note")]


def _outcomes(module: Module) -> list[DeckSlide]:
    title = "What you will be able to do"
    groups = shares(module.outcomes, OUTCOMES)
    return [
        DeckSlide(
            title if len(groups) == 1 else f"{title} ({number} of {len(groups)})",
            tuple(module.outcomes[at] for at in group),
            ("Read the list aloud, or ask people to. Say which one you will come back to.",),
            bulleted=True,
            kind="outcomes",
        )
        for number, group in enumerate(groups, 1)
    ]


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
        method=step.method,
    )


def drawing_slide(drawing: Drawing, kicker: str) -> DeckSlide:
    """Return the slide of a drawing, which is read out too; the kicker stands above it."""
    notes = (
        "Leave this up while you talk about it, and read it out for whoever cannot see it.",
        _tidy(drawing.says),
        *(f"{line.rstrip('?.')}{'?' if line.endswith('?') else '.'}" for line in drawing.lines),
    )
    return DeckSlide(drawing.title, (), notes, kicker=kicker, kind="drawing", drawing=drawing)


def _questions(check: Sequence[CheckQuestion], kicker: str) -> list[DeckSlide]:
    """Return what is asked; the answers are for the trainer."""
    groups = shares(check, QUESTIONS)
    return [
        DeckSlide(
            "The questions" if len(groups) == 1 else f"The questions: {_range(group)}",
            tuple(f"{check[at].number}. {check[at].asked}" for at in group),
            tuple(f"{check[at].number}. {check[at].answer}" for at in group),
            kicker=kicker,
            kind="questions",
        )
        for group in groups
    ]


def _range(group: range) -> str:
    first, last = group.start + 1, group.stop
    return str(first) if first == last else f"{first} to {last}"


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
        kind="help",
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
    said = tuple(one.short for one in sources)
    return DeckSlide("Sources", said, notes, bulleted=True, kind="sources")


def _tidy(text: str) -> str:
    return " ".join(text.split())
