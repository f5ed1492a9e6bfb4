"""Asking the questions of `peerhub new event`, and what the answers make."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue import Catalogue
from peerhub.catalogue.nearest import nearest
from peerhub.editing.errors import EditError
from peerhub.editing.questions import (
    SESSIONS,
    YES_NO,
    Answers,
    Question,
    questions,
    session_questions,
)
from peerhub.models import Booking, Event, Session, Where
from peerhub.models.clock import meant
from peerhub.questions.event_timetable import delivered, misfit

Ask = Callable[[str], str]
Say = Callable[[str], None]
CLEAR = "-"
FEW = 8
"""Choices up to which all are shown with the question."""

MORE = Question("more", "Is there another session?", True, YES_NO)
DAYS = ("date", "end_date", "booking.closes")
CLOCKS = ("start", "end")
AGAIN = "Here are the questions again. Press Enter to keep an answer."


def ask_event(
    catalogue: Catalogue, today: dt.date, ask: Ask, say: Say, said: Answers | None = None
) -> dict[str, Any]:
    """Ask until the answers make a sound event; return its fields as they are to be written.

    An answer that cannot stand is asked for again, with the reason. `said` holds the answers of
    an earlier round, and those of this one when it is over. Raises EditError when the answers end
    before the questions do.
    """
    said = {} if said is None else said
    while True:
        ask_all(questions(catalogue), said, ask, say, Event)
        fields = fields_of(said, catalogue, today)
        faults = faults_of(fields, catalogue)
        if not faults:
            return fields
        say("\n".join(faults))
        say(AGAIN)


def ask_all(
    asked: Iterable[Question], said: Answers, ask: Ask, say: Say, model: type[Event | Session]
) -> None:
    """Ask each question that is due, and keep the answers in `said`."""
    for question in asked:
        if question.when(said):
            _answer(question, said, ask, say, model)
        else:
            said.pop(question.field, None)
        if question.field == SESSIONS:
            _sessions(said, ask, say)


def _sessions(said: Answers, ask: Ask, say: Say) -> None:
    """Ask for the sessions one by one."""
    if not said.get(SESSIONS):
        said.pop("sessions", None)
        return
    before: list[Answers] = said.get("sessions", [])
    made: list[Answers] = []
    more = True
    while more:
        number = len(made) + 1
        session: Answers = dict(before[number - 1]) if number <= len(before) else {}
        ask_all(session_questions(number), session, ask, say, Session)
        made.append(session)
        after = {"more": number < len(before)}
        _answer(MORE, after, ask, say, Session)
        more = after["more"]
    said["sessions"] = made


def _answer(
    question: Question, said: Answers, ask: Ask, say: Say, model: type[Event | Session]
) -> None:
    before = said.get(question.field)
    shown = "" if before is None else f" [{_shown(before)}]"
    if before is not None and not question.is_needed:
        shown = f" [{_shown(before)}; {CLEAR} takes it out]"
    offered = f"\n  {', '.join(question.choices)}\n " if 0 < len(question.choices) <= FEW else ""
    while True:
        try:
            answer = ask(f"{question.words}{offered}{shown} ").strip()
        except EOFError:
            raise EditError("The answers ended before the questions did.") from None
        if answer.startswith("?") and question.choices:
            say(_listed(question.choices, answer[1:].strip()))
            continue
        if answer == CLEAR and not question.is_needed:
            said.pop(question.field, None)
            return
        if not answer and (before is not None or not question.is_needed):
            return
        try:
            said[question.field] = value_of(question, answer, model)
        except ValueError as fault:
            say(f"  {fault}")
        else:
            return


def _listed(choices: Mapping[str, str], word: str) -> str:
    """Return the choices in which a word stands, in the id or in the name, one on a line."""
    found = [
        f"  {identity}  {name}".rstrip()
        for identity, name in choices.items()
        if word.lower() in f"{identity} {name}".lower()
    ]
    return "\n".join(found) or f"  Nothing has '{word}' in it. ? alone lists all."


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def value_of(question: Question, answer: str, model: type[Event | Session]) -> Any:
    """Return what an answer means. Raises ValueError with a line that says what to write."""
    if not answer or answer == CLEAR:
        raise ValueError("This one needs an answer.")
    if question.choices == YES_NO:
        answer = {"true": "yes", "false": "no"}.get(answer, answer)  # as a file of answers may say
    words = [word.strip() for word in answer.split(",") if word.strip()]
    for word in words if question.is_list else [answer] if question.choices else []:
        if word not in question.choices:
            few = f"Choose from: {', '.join(question.choices)}."
            hint = few if len(question.choices) <= FEW else "? lists all there are."
            hint = nearest(word, question.choices, hint)
            raise ValueError(f"There is no '{word}'. {hint}")
    if question.is_list:
        return words
    if question.choices == YES_NO:
        return answer == "yes"
    value: Any = answer
    if question.field in CLOCKS:
        value = meant(answer) or answer  # a person says 9.30; only a file has to say "09:30"
    elif question.field in DAYS:
        try:
            value = dt.date.fromisoformat(answer)
        except ValueError:
            raise ValueError(f"'{answer}' is not a day. Write it like 2027-02-04.") from None
    _check_field(question.field, value, model)
    return value


PARTS: Mapping[str, Any] = {"where": Where, "booking": Booking}


def _check_field(field: str, value: Any, model: type[Event | Session]) -> None:
    part, _, name = field.rpartition(".")
    info = PARTS.get(part, model).model_fields[name]
    kind: Any = info.annotation
    rules: Any = Annotated[(kind, *info.metadata)] if info.metadata else kind
    try:
        TypeAdapter(rules).validate_python(value)
    except ValidationError as error:
        raise ValueError(_said(error)[0]) from None


def _said(error: ValidationError) -> list[str]:
    """Return what pydantic finds wrong as an editor reads it, a line for each fault."""
    lines = []
    for detail in error.errors():
        context = detail.get("ctx", {})
        if detail["type"] == "hub":
            message = context["message"]
            lines.append(f"{message[:1].upper()}{message[1:]}. {context['hint']}")
        else:
            lines.append(f"{detail['msg']}.")
    return lines


def fields_of(said: Answers, catalogue: Catalogue, today: dt.date) -> dict[str, Any]:
    """Return the answers as the fields of a record, in the order they are written."""
    if sessions := said.get("sessions"):
        first, last = sessions[0]["date"], sessions[-1]["date"]
        said = {**said, "date": first, **({"end_date": last} if last != first else {})}
    fields = _parts(said, Event.model_fields)
    if "sessions" in fields:
        fields["sessions"] = [_parts(one, Session.model_fields) for one in fields["sessions"]]
    if "workshop" in fields:
        fields["workshop_edition"] = catalogue.edition
    fields["revision"] = 0
    fields["updated"] = today
    fields |= {"summary": fields.pop("summary")} if "summary" in fields else {}
    taken = {event.id for event in catalogue.events}
    return {"id": identity(fields["title"], fields["date"].year, taken), **fields}


def _parts(said: Answers, names: Iterable[str]) -> dict[str, Any]:
    """Return answers by field, those with a dot put together into the part they belong to."""
    fields: dict[str, Any] = {}
    for name in names:
        inner = {
            key.removeprefix(f"{name}."): value
            for key, value in said.items()
            if key.startswith(f"{name}.")
        }
        if inner:
            fields[name] = inner
        elif name in said:
            fields[name] = said[name]
    if fields.get("where") == {"online": False}:
        del fields["where"]
    return fields


def identity(title: str, year: int, taken: Collection[str]) -> str:
    """Return an id for an event, from its title and its year, that no other event has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    base = "-".join(words)[:50].rstrip("-") or "event"
    base = base if base.endswith(str(year)) else f"{base}-{year}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def faults_of(fields: Mapping[str, Any], catalogue: Catalogue) -> list[str]:
    """Return what is wrong with the fields of an event taken together."""
    kept = {"owner": catalogue.owners[0].id, "review_by": fields["date"]}
    whole = {key: tuple(one) if isinstance(one, list) else one for key, one in fields.items()}
    try:
        event = Event.model_validate({**kept, **whole})
    except ValidationError as error:
        return _said(error)
    days = delivered(
        event,
        catalogue.edition,
        catalogue.workshop_by_id,
        catalogue.module_by_id,
        catalogue.kept,
    )
    fault = misfit(event, days)
    return [f"{fault.message[:1].upper()}{fault.message[1:]}. {fault.hint}"] if fault else []
