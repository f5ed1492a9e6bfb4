"""The questions of `peerhub new event`, and what the answers make."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue import Catalogue
from peerhub.catalogue.document import nearest
from peerhub.editing.errors import EditError
from peerhub.models import Booking, Event, EventKind, Role, Where

Answers = dict[str, Any]
SKIP = "press Enter to leave it out"


@dataclass(frozen=True)
class Question:
    """One question: the field its answer fills, its words, and when it is asked."""

    field: str
    words: str
    is_needed: bool = False
    choices: Collection[str] = ()
    is_list: bool = False
    when: Callable[[Answers], bool] = lambda _: True


def questions(catalogue: Catalogue) -> list[Question]:
    """Return the questions in the order they are asked."""
    regions = [region.id for region in catalogue.regions]
    forces = [force.id for force in catalogue.forces]
    workshops = [workshop.id for workshop in catalogue.workshops]
    return [
        Question("kind", "What kind of event is it?", True, get_args(EventKind)),
        Question("title", "What is it called?", True),
        Question("date", "On which day does it start? (2027-02-04)", True),
        Question("end_date", f"Its last day, if it has several ({SKIP})"),
        Question("start", f"When does it start? (09:30; {SKIP} if it lasts all day)"),
        Question("end", "When does it end? (16:30)", True, when=lambda said: "start" in said),
        Question("where.place", f"In which place? ({SKIP})", when=_is_ours),
        Question(
            "where.address",
            f"The address, with its postcode ({SKIP})",
            when=lambda said: "where.place" in said,
        ),
        Question("where.online", "Can people join online?", True, ("no", "yes"), when=_is_ours),
        Question("audience", "Who is it for, in a few words?", True),
        Question("roles", f"Which roles? ({SKIP} for everyone)", False, get_args(Role), True),
        Question("regions", f"Which regions? (ids; {SKIP} for all)", False, regions, True),
        Question("forces", f"Which forces are invited? (ids; {SKIP})", False, forces, True),
        Question("places", f"How many places, in words? ({SKIP})", when=_is_ours),
        Question("waiting_list", f"Is there a waiting list, in words? ({SKIP})", when=_is_ours),
        Question("access", f"What about access needs? ({SKIP})", when=_is_ours),
        Question("joining", f"What should people know before they come? ({SKIP})", when=_is_ours),
        Question(
            "booking.by",
            f"How do people book? ({SKIP} if they need not)",
            False,
            ("invitation", "website", "email"),
            when=_is_ours,
        ),
        Question(
            "booking.url",
            "The address of the booking page",
            True,
            when=lambda said: said.get("booking.by") == "website",
        ),
        Question(
            "booking.mailbox",
            "The team's role mailbox",
            True,
            when=lambda said: said.get("booking.by") in ("email", "invitation"),
        ),
        Question(
            "booking.closes",
            f"The last day to book ({SKIP})",
            when=lambda said: "booking.by" in said,
        ),
        Question(
            "workshop",
            f"Which workshop does it deliver? (id; {SKIP})",
            False,
            workshops,
            when=_is_ours,
        ),
        Question("source", "The web page that sets the date", True, when=_is_theirs),
        Question("rule", f"The rule the date follows ({SKIP})", when=_is_theirs),
        Question("status", "Is it planned, or open to book?", True, ("planned", "open")),
        Question("summary", "What is it, in one or two sentences?", True),
    ]


def _is_theirs(said: Answers) -> bool:
    return said.get("kind") == "observance"


def _is_ours(said: Answers) -> bool:
    return not _is_theirs(said)


def ask_event(
    catalogue: Catalogue,
    today: dt.date,
    ask: Callable[[str], str],
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Ask until the answers make a sound event; return its fields as they are to be written.

    An answer that cannot stand is asked for again, with the reason. Raises EditError when the
    answers end before the questions do.
    """
    said: Answers = {}
    while True:
        for question in questions(catalogue):
            if question.when(said):
                _answer(question, said, ask, say)
            else:
                said.pop(question.field, None)
        fields = fields_of(said, catalogue, today)
        faults = faults_of(fields, catalogue)
        if not faults:
            return fields
        say("\n".join(faults))
        say("Here are the questions again. Press Enter to keep an answer.")


def _answer(
    question: Question, said: Answers, ask: Callable[[str], str], say: Callable[[str], None]
) -> None:
    before = said.get(question.field)
    shown = "" if before is None else f" [{_shown(before)}]"
    offered = f"\n  {', '.join(question.choices)}\n " if 0 < len(question.choices) <= 8 else ""
    while True:
        try:
            answer = ask(f"{question.words}{offered}{shown} ").strip()
        except EOFError:
            raise EditError("The answers ended before the questions did.") from None
        if not answer and (before is not None or not question.is_needed):
            return
        try:
            said[question.field] = _value(question, answer)
        except ValueError as fault:
            say(f"  {fault}")
        else:
            return


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _value(question: Question, answer: str) -> Any:
    """Return what an answer means. Raises ValueError with a line that says what to write."""
    if not answer:
        raise ValueError("This one needs an answer.")
    words = [word.strip() for word in answer.split(",") if word.strip()]
    for word in words if question.is_list else [answer] if question.choices else []:
        if word not in question.choices:
            hint = nearest(word, question.choices, f"Choose from: {', '.join(question.choices)}.")
            raise ValueError(f"There is no '{word}'. {hint}")
    if question.is_list:
        return words
    if question.field == "where.online":
        return answer == "yes"
    value: Any = answer
    if question.field in ("date", "end_date", "booking.closes"):
        try:
            value = dt.date.fromisoformat(answer)
        except ValueError:
            raise ValueError(f"'{answer}' is not a day. Write it like 2027-02-04.") from None
    _check_field(question.field, value)
    return value


PARTS: Mapping[str, Any] = {"where": Where, "booking": Booking}


def _check_field(field: str, value: Any) -> None:
    part, _, name = field.rpartition(".")
    info = PARTS.get(part, Event).model_fields[name]
    kind: Any = info.annotation
    rules: Any = Annotated[(kind, *info.metadata)] if info.metadata else kind
    try:
        TypeAdapter(rules).validate_python(value)
    except ValidationError as error:
        raise ValueError(_said(error)) from None


def _said(error: ValidationError) -> str:
    detail = error.errors()[0]
    context = detail.get("ctx", {})
    if detail["type"] == "hub":
        message = context["message"]
        return f"{message[:1].upper()}{message[1:]}. {context['hint']}"
    return f"{detail['msg']}."


def fields_of(said: Answers, catalogue: Catalogue, today: dt.date) -> dict[str, Any]:
    """Return the answers as the fields of a record, in the order they are written."""
    fields: dict[str, Any] = {}
    for name in Event.model_fields:
        inner = {
            key.removeprefix(f"{name}."): value
            for key, value in said.items()
            if key.startswith(f"{name}.")
        }
        if inner:
            fields[name] = inner
        elif name in said:
            fields[name] = said[name]
    where = fields.get("where")
    if where == {"online": False}:
        del fields["where"]
    if "workshop" in fields:
        fields["workshop_edition"] = catalogue.site.edition
    fields["revision"] = 0
    fields["updated"] = today
    taken = {event.id for event in catalogue.events}
    return {"id": identity(fields["title"], fields["date"].year, taken), **fields}


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
        Event.model_validate({**kept, **whole})
    except ValidationError as error:
        return [_said(error)]
    return []
