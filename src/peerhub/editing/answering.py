"""Answers to a form: typed one by one, or given all at once in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.document import Document, Mark, read_document
from peerhub.catalogue.nearest import nearest
from peerhub.editing.errors import EditError
from peerhub.editing.form import Asked, Form, choices_of
from peerhub.models.letters import plain

Answers = dict[str, Any]
Ask = Callable[[str], str]
Say = Callable[[str], None]
FEW = 8
"""Choices up to which all are shown with the question."""

ASK_FOR_ALL = "? lists all there are."
"""Said of a wrong choice to who is asked; who wrote a file of answers is told all choices."""

YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
HINTS: Mapping[str, str] = {
    "many": "several with commas between; ",
    "lines": "one on a line, an empty line ends; ",
}


def ask_form(form: Form, catalogue: Catalogue, root: Path, ask: Ask, say: Say) -> Answers:
    """Ask every question until its answer can stand. Raises EditError when the answers end."""
    said: Answers = {}
    say(f"{form.title}. Press Enter to leave out what is not needed; ? lists the choices.")
    for question in form.questions:
        choices = choices_of(question, form, catalogue, root)
        try:
            value = _asked(question, choices, ask, say)
        except EOFError:
            raise EditError("The answers ended before the questions did.") from None
        if value is not None:
            said[question.field] = value
    return said


def read_answers(file: Path, form: Form, catalogue: Catalogue, root: Path) -> Answers:
    """Return the answers that a YAML file gives by field. Raises EditError with every fault."""
    document = read_sound(file)
    known = {question.field: question for question in form.questions}
    faults = list(unknown(document, known))
    said: Answers = {}
    for name, question in known.items():
        given = document.data.get(name)
        is_given = given not in (None, "", ())
        place = document.mark((name,)) if is_given else Mark(1, 1)
        choices = choices_of(question, form, catalogue, root)
        try:
            value = _value(question, given if is_given else "", choices)
        except ValueError as fault:
            told = str(fault).replace(ASK_FOR_ALL, f"Choose from: {', '.join(choices)}.")
            faults.append(f"{file.name}:{place.line}:{place.column}: {name}: {told}")
        else:
            if value is not None:
                said[name] = value
    if faults:
        raise EditError("\n".join(faults))
    return said


def read_sound(file: Path) -> Document:
    """Return a file of answers. Raises EditError where it is none."""
    try:
        document = read_document(file.read_bytes(), file.name, as_typed=True)
    except OSError as fault:
        raise EditError(f"{file}: {(fault.strerror or str(fault)).lower()}.") from fault
    if document.issues:
        raise EditError("\n".join(issue.as_text() for issue in document.issues))
    if not isinstance(document.data, Mapping):
        raise EditError(f"{file.name}:1:1: write one line for each answer, such as title: …")
    return document


def unknown(document: Document, known: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each answer to which there is no question."""
    for name in document.data:
        if name not in known:
            mark = document.key_mark((name,))
            hint = nearest(str(name), known, f"Answers are {', '.join(known)}.")
            yield (
                f"{document.file}:{mark.line}:{mark.column}: there is no question '{name}'. {hint}"
            )


def _asked(question: Asked, choices: Mapping[str, str], ask: Ask, say: Say) -> Any:
    offered = f"\n  {', '.join(choices)}\n " if 0 < len(choices) <= FEW else ""
    hint = HINTS.get(question.type, "yes or no; " if question.type == "yes-no" else "")
    ends = "needed" if question.needed else "Enter leaves it out"
    words = f"{question.ask}{offered} [{hint}{ends}] "
    while True:
        answer: Any = ask(words).strip()
        if answer.startswith("?") and choices:
            say(listed(choices, answer[1:].strip()))
            continue
        if question.type == "lines" and answer:
            answer = [answer, *_more(ask)]
        try:
            return _value(question, answer, choices)
        except ValueError as fault:
            say(f"  {fault}")


def _more(ask: Ask) -> list[str]:
    lines = []
    while line := ask("  and: ").strip():
        lines.append(line)
    return lines


def listed(choices: Mapping[str, str], word: str) -> str:
    """Return the choices in which a word stands, in the id or in the name, one on a line."""
    found = [
        f"  {identity}  {name}".rstrip()
        for identity, name in choices.items()
        if word.lower() in f"{identity} {name}".lower()
    ]
    return "\n".join(found) or f"  Nothing has '{word}' in it. ? alone lists all."


def _value(question: Asked, answer: Any, choices: Mapping[str, str]) -> Any:
    """Return what an answer means; None for none. Raises ValueError that says what to write."""
    if isinstance(answer, str):
        answer = " ".join(plain(answer).split())
    if answer == "":
        if question.needed:
            raise ValueError("This one needs an answer.")
        return None
    if question.type == "yes-no":
        value = answer if isinstance(answer, bool) else YES_NO.get(str(answer).lower())
        if value is None:
            raise ValueError(f"'{answer}' is neither yes nor no.")
        return value
    if question.type == "day":
        return _day(answer)
    if question.type == "number":
        return _number(answer, question.least)
    if question.type in ("many", "lines"):
        return _several(question, answer, choices)
    return _chosen(_text(answer), choices)


def _several(question: Asked, answer: Any, choices: Mapping[str, str]) -> list[str]:
    parts = answer
    if isinstance(answer, str):
        parts = answer.split(",") if question.type == "many" else [answer]
    if not isinstance(parts, list | tuple):
        parts = [parts]
    words = [" ".join(plain(_text(one)).split()) for one in parts]
    return [_chosen(word, choices) for word in words if word]


def _text(answer: Any) -> str:
    if isinstance(answer, Mapping | list | tuple):
        raise ValueError("Write one line of text, in quotes if it holds a colon.")
    return str(answer)


def _chosen(word: str, choices: Mapping[str, str]) -> str:
    if choices and word not in choices:
        few = f"Choose from: {', '.join(choices)}."
        hint = nearest(word, choices, few if len(choices) <= FEW else ASK_FOR_ALL)
        raise ValueError(f"There is no '{word}'. {hint}")
    return word


def _day(answer: Any) -> dt.date:
    if isinstance(answer, dt.date):
        return answer
    try:
        return dt.date.fromisoformat(str(answer))
    except ValueError:
        raise ValueError(f"'{answer}' is not a day. Write it like 2027-02-04.") from None


def _number(answer: Any, least: int | None) -> int:
    if isinstance(answer, bool) or not str(answer).isascii() or not str(answer).isdigit():
        raise ValueError(f"'{answer}' is not a whole number. Write it in digits.")
    if len(str(answer)) > 6:
        raise ValueError(f"'{answer}' is too large.")
    if least is not None and int(answer) < least:
        raise ValueError(f"{answer} is too small. The least is {least}.")
    return int(answer)
