"""An event's answers, given all at once in a file: the same questions, held to the same rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.editing.answering import read_sound, unknown
from peerhub.editing.errors import EditError
from peerhub.editing.interview import faults_of, fields_of, value_of
from peerhub.editing.questions import SESSIONS, Answers, questions
from peerhub.models import Event


def read_event(file: Path, catalogue: Catalogue, today: dt.date) -> dict[str, Any]:
    """Return the fields of the event that a YAML file of answers describes.

    Its keys are the fields of the questions, such as "where.place". An event of several sessions is
    asked for one by one, and cannot be given here. Raises EditError with every fault.
    """
    document = read_sound(file)
    asked = [one for one in questions(catalogue) if one.field != SESSIONS]
    faults = list(unknown(document, {one.field: one for one in asked}))
    said: Answers = {}
    for question in asked:
        if not question.when(said):
            continue
        name = question.field
        given = document.data.get(name)
        if given in (None, "", ()):
            if question.is_needed:
                faults.append(f"{file.name}:1:1: {name}: This one needs an answer.")
            continue
        mark = document.mark((name,))
        try:
            said[name] = value_of(question, _typed(given), Event)
        except ValueError as fault:
            faults.append(f"{file.name}:{mark.line}:{mark.column}: {name}: {fault}")
    if not faults:
        fields = fields_of(said, catalogue, today)
        faults = [f"{file.name}:1:1: {one}" for one in faults_of(fields, catalogue)]
    if faults:
        raise EditError("\n".join(faults))
    return fields


def _typed(given: Any) -> str:
    """Return an answer as an editor would have typed it."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    return ", ".join(map(str, given)) if isinstance(given, tuple) else str(given)
