"""The questions of `peerhub new event`, read from `forms/event.yml`, and when each is asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from peerhub.catalogue import Catalogue
from peerhub.editing.form import MODEL, literals
from peerhub.models import Event

Answers = dict[str, Any]
Condition = str | Mapping[str, Any]
SKIP = "press Enter to leave it out"
LIST = "? lists the ids, ?word looks for one"
YES_NO = {"no": "", "yes": ""}
SESSIONS = "has_sessions"
"""The question whether there are sessions; they are asked for one by one."""
GIVEN = "given"


@dataclasses.dataclass(frozen=True)
class Question:
    """One question: the field its answer fills, its words, and when it is asked.

    `choices` are the answers there are, each with what it stands for. A field with a dot belongs
    to a part of the record. Each of `conditions` has to hold for it to be asked.
    """

    field: str
    words: str
    is_needed: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_list: bool = False
    conditions: Sequence[Condition] = ()

    def when(self, said: Answers) -> bool:
        """Say whether it is asked, after some answers."""
        return all(_holds(one, said) for one in self.conditions)


def questions(catalogue: Catalogue) -> list[Question]:
    """Return every question about an event."""
    return [_question(one, catalogue) for one in _form()["questions"]]


def session_questions(number: int) -> list[Question]:
    """Return the questions about one session; `number` counts from 1."""
    return [_question(one, None, number) for one in _form()["sessions"]]


@cache
def _form() -> Mapping[str, Any]:
    text = files(__package__).joinpath("forms", "event.yml").read_text(encoding="utf-8")
    form: Mapping[str, Any] = yaml.safe_load(text)
    return form


def _question(
    said: Mapping[str, Any], catalogue: Catalogue | None, number: int | None = None
) -> Question:
    words = said["ask"].replace("SKIP", SKIP).replace("LIST", LIST)
    return Question(
        said["field"],
        words.replace("NUMBER", str(number)),
        said.get("needed", False),
        _choices(said, catalogue),
        said.get("several", False),
        tuple(said.get("when", ())),
    )


def _choices(said: Mapping[str, Any], catalogue: Catalogue | None) -> dict[str, str]:
    """Return the answers that there are: written out, of the model, or ids of the catalogue."""
    named = said.get("choices", ())
    if not isinstance(named, str):
        return dict.fromkeys(named, "")
    if named == MODEL:
        return dict.fromkeys(literals(Event.model_fields[said["field"]].annotation), "")
    held: tuple[Any, ...] = getattr(catalogue, named)
    return {one.id: getattr(one, "title", getattr(one, "name", "")) for one in held}


def _holds(condition: Condition, said: Answers) -> bool:
    if isinstance(condition, str):
        is_theirs = said.get("kind") == "observance"
        known = {"ours": not is_theirs, "theirs": is_theirs, "whole": not said.get(SESSIONS)}
        return known[condition]
    return all(
        wanted in said if name == GIVEN else said.get(name) in wanted
        for name, wanted in condition.items()
    )
