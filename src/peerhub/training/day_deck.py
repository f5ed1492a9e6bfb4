"""The slides of a workshop's whole day: welcome, house rules, every session, breaks and the close.

Which slides there are, and in which order, is `questions.day_slides`; here they get their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from peerhub.catalogue import Catalogue
from peerhub.models import DayPart, DayWords, Module, SpokenLine, Workshop
from peerhub.questions.day_sheets import DaySheet, day_sheets, sheets_of
from peerhub.questions.day_slides import SOURCES, SlideKind, SlidePlace, cited_on, day_slides
from peerhub.questions.knowledge_check import CheckQuestion
from peerhub.questions.moments import DayMoment, leads
from peerhub.questions.timetable import DayPlan, later, timetable
from peerhub.training.deck import deck, help_slide, sources_slide
from peerhub.training.slides import Deck, DeckSlide
from peerhub.training.slides import SlideKind as OwnKind
from peerhub.words import counted, length, listed

WELCOME: Sequence[DayPart] = ("welcome", "house-rules", "today")
"""The parts of a first day that share the minutes of its welcome, in this order."""

CROWDED = 9
"""With more rows than these, the plan of the day leaves out short breaks."""

Urgent = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Day:
    """What the slides of one day are made of. `after` is the next day, and None on the last."""

    catalogue: Catalogue
    workshop: Workshop
    is_first: bool
    plan: DayPlan
    after: DayPlan | None
    urgent: Urgent
    sheets: tuple[DaySheet, ...]
    decks: Mapping[str, tuple[DeckSlide, ...]]
    """The slides of each module by its id."""

    def say(self, part: DayPart) -> DayWords:
        """Return what every day says in one of its parts; no words where the data have none."""
        words = (one for one in self.catalogue.day_words if one.id == part)
        return next(words, DayWords.model_construct(id=part))


def day_deck(
    catalogue: Catalogue,
    workshop: Workshop,
    number: int,
    urgent: Urgent,
    check: Callable[[Module], Sequence[CheckQuestion]],
) -> Deck:
    """Return the slides of a day of a workshop, counted from 1.

    `check` gives what a module's knowledge check asks.
    """
    modules = catalogue.module_by_id
    plans = timetable(workshop, modules)
    plan = plans[number - 1]
    taught = [row.module for row in plan.rows if row.module]
    day = _Day(
        catalogue,
        workshop,
        number == 1,
        plan,
        plans[number] if number < len(plans) else None,
        urgent,
        day_sheets(plan, modules, catalogue.texts),
        {one: deck(catalogue, modules[one], urgent, check(modules[one])).slides for one in taught},
    )
    places = day_slides(plan, modules, catalogue.texts, is_first=day.is_first)
    slides = tuple(_FILL[place.kind](day, place) for place in places)
    title = f"{workshop.title}: {plan.title}"
    return Deck(title, "", plan.minutes, slides, art=workshop.art or "")


def _opening(day: _Day, _: SlidePlace) -> DeckSlide:
    trainers = counted(day.workshop.trainers, "trainer")
    notes = (
        "Put this slide up while people arrive. Greet each person at the door.",
        f"You need the run sheet, the sheets on the print list, and {trainers}.",
        "Breaks count down by themselves in the show. Press a key to go on sooner.",
    )
    lines = (day.plan.title, f"{day.plan.start} to {day.plan.end}")
    return DeckSlide(day.workshop.title, lines, notes, kind="opening")


def _session(day: _Day, place: SlidePlace) -> DeckSlide:
    moment = _moment(place)
    *points, now = moment.whole.slide or ("",)
    notes = [_who(day, moment)]
    if moment.whole.note:
        notes.append(" ".join(moment.whole.note.split()))
    if day.is_first and moment.row == 0:
        notes += _script(day, moment, "welcome")
    kicker = f"{moment.start} to {moment.end}, {length(moment.minutes)}"
    return DeckSlide(
        moment.title, tuple(points), tuple(notes), now, kicker, bulleted=True, kind="session"
    )


def _rules(day: _Day, place: SlidePlace) -> DeckSlide:
    said = day.say("house-rules")
    notes = tuple(_script(day, _moment(place), "house-rules"))
    title, now = said.title or "House rules", said.now or ""
    return DeckSlide(title, said.lines, notes, now, bulleted=True, kind="rules")


def _today(day: _Day, place: SlidePlace) -> DeckSlide:
    rows = [row for row in day.plan.rows if len(day.plan.rows) <= CROWDED or row.kind != "break"]
    lines = tuple(f"{row.start} {row.title}" for row in rows)
    said = day.say("today")
    notes = tuple(_script(day, _moment(place), "today")) if day.is_first else said.notes
    kicker = f"{day.plan.start} to {day.plan.end}"
    return DeckSlide(said.title or "Today", lines, notes, kicker=kicker, kind="plan")


def _script(day: _Day, moment: DayMoment, part: DayPart) -> Iterator[str]:
    """Yield the script of a part of the welcome, each line with its time within those minutes."""
    before: list[SpokenLine] = []
    for one in WELCOME:
        if one == part:
            break
        before += day.say(one).script
    total = sum(line.minutes for one in WELCOME for line in day.say(one).script)
    breaks = [row for row in day.plan.rows if row.kind in ("break", "lunch")]
    told = f"Breaks are at {listed([row.start for row in breaks])}." if breaks else ""
    gone = sum(line.minutes for line in before)
    for line in day.say(part).script:
        clock = later(moment.start, gone * moment.minutes // total)
        said = line.said.replace("{breaks}", told).replace("{end}", day.plan.end)
        yield f"{clock} {' '.join(said.split())}"
        gone += line.minutes


def _module(day: _Day, place: SlidePlace) -> DeckSlide:
    moment = _moment(place)
    row = moment.whole
    slide = _of_module(day, place, "opening")[0]
    lines = (f"{row.start} to {row.end}, {length(row.minutes)}", *slide.lines[:1])
    return replace(slide, lines=lines, notes=(_who(day, moment), *slide.notes))


def _content_note(day: _Day, place: SlidePlace) -> DeckSlide:
    return _of_module(day, place, "note")[0]


def _outcomes(day: _Day, place: SlidePlace) -> DeckSlide:
    return _of_module(day, place, "outcomes")[place.part]


def _drawing(day: _Day, place: SlidePlace) -> DeckSlide:
    module, number = _moment(place).module, _moment(place).number
    before = sum(bool(step.drawing) for step in module.steps[:number]) if module else 0
    return _clocked(_moment(place), _of_module(day, place, "drawing")[before])


def _questions(day: _Day, place: SlidePlace) -> DeckSlide:
    return _clocked(_moment(place), _of_module(day, place, "questions")[place.part])


def _clocked(moment: DayMoment, slide: DeckSlide) -> DeckSlide:
    """Return a slide of a step with its time on the clock of the day."""
    return replace(slide, kicker=f"{moment.start}, {slide.kicker[:1].lower()}{slide.kicker[1:]}")


def _step(day: _Day, place: SlidePlace) -> DeckSlide:
    moment = _moment(place)
    slide = _of_module(day, place, "step")[moment.number]
    sheets = listed([f"S{number}" for number in sheets_of(moment, day.sheets)])
    told = _who(day, moment) + (f" Sheets: {sheets}." if sheets else "")
    return replace(
        _clocked(moment, slide),
        notes=(told, *slide.notes),
        whole=moment.whole.minutes,
    )


def _pause(day: _Day, place: SlidePlace) -> DeckSlide:
    moment = _moment(place)
    said = day.say("break")
    called = "Lunch" if moment.whole.kind == "lunch" else "Break"
    return DeckSlide(
        f"{called}: {length(place.left)} left",
        (f"We begin again at {moment.end}.", *said.lines),
        (f"{moment.start} to {moment.end}.", *_tidied(said.notes)),
        kicker=f"{moment.start} to {moment.end}",
        gone=moment.minutes - place.left,
        whole=moment.minutes,
        lasts=(place.lasts or 0) * 60,
        kind="pause",
    )


def _back(day: _Day, place: SlidePlace) -> DeckSlide:
    moment = _moment(place)
    rest = day.plan.rows[moment.row + 1 :]
    lines = tuple(f"{row.start} {row.title}" for row in rest if row.kind not in ("break", "lunch"))
    said = day.say("back")
    title, notes = said.title or "Welcome back", _tidied(said.notes)
    return DeckSlide(title, lines, notes, kicker=moment.end, kind="plan")


def _next(day: _Day, _: SlidePlace) -> DeckSlide:
    end, until = day.say("end"), day.say("next-day")
    title = end.title or "What comes next"
    if day.after is None:
        notes = _tidied(end.notes)
        return DeckSlide(title, end.lines, notes, bulleted=True, kind="next")
    week = f", in week {day.after.week}" if day.after.week else ""
    first = f"{day.after.title.split(' (')[0]}, from {day.after.start}{week}"
    lines, notes = (first, *until.lines), _tidied(until.notes)
    return DeckSlide(title, lines, notes, bulleted=True, kind="next")


def _tidied(notes: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in notes)


def _sources(day: _Day, place: SlidePlace) -> DeckSlide:
    cited = cited_on(day.plan, day.catalogue.module_by_id)
    return sources_slide(day.catalogue, cited[place.part : place.part + SOURCES])


def _help(day: _Day, _: SlidePlace) -> DeckSlide:
    return help_slide(day.urgent)


def _who(day: _Day, moment: DayMoment) -> str:
    """Return the clock times of a step, and which trainers lead it as we suggest."""
    numbers = leads(moment, day.plan, day.workshop.trainers)
    who = f"Trainer{'s' if len(numbers) > 1 else ''} {listed([str(one) for one in numbers])}"
    return f"{moment.start} to {moment.end}. {who} lead{'' if len(numbers) > 1 else 's'}."


def _moment(place: SlidePlace) -> DayMoment:
    if place.moment is None:
        raise LookupError(f"a slide of the kind '{place.kind}' has no step")
    return place.moment


def _of_module(day: _Day, place: SlidePlace, kind: OwnKind) -> list[DeckSlide]:
    """Return the slides of one kind of the module that is taught."""
    module = _moment(place).module
    return [one for one in day.decks[module.id] if one.kind == kind] if module else []


_FILL: Mapping[SlideKind, Callable[[_Day, SlidePlace], DeckSlide]] = {
    "opening": _opening,
    "session": _session,
    "rules": _rules,
    "today": _today,
    "module": _module,
    "content-note": _content_note,
    "outcomes": _outcomes,
    "step": _step,
    "drawing": _drawing,
    "questions": _questions,
    "pause": _pause,
    "back": _back,
    "next": _next,
    "sources": _sources,
    "help": _help,
}
"""How each kind of slide gets its words."""
