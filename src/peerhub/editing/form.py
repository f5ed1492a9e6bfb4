"""The questions about each kind of thing that can be added: data, for other forms as well.

`forms/<kind>.yml` holds what is asked, in plain words and in order. Choices are those of the model,
or the ids that the catalogue holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel

from peerhub.catalogue import Catalogue
from peerhub.catalogue.kinds import KINDS

Type = Literal["text", "number", "day", "yes-no", "lines", "many"]
INTERVIEWED = frozenset({"event"})
"""The kinds whose questions depend on one another: `questions.py` and `interview.py` ask them."""
MODEL = "model"
SECTIONS = "sections"


@dataclass(frozen=True)
class Asked:
    """One question: the field that its answer fills, its words, and what may be answered.

    `choices` is "model" for those of the model's field, or names a list of the catalogue.
    `least` is the smallest number that may be answered.
    """

    field: str
    ask: str
    needed: bool = False
    type: Type = "text"
    choices: str = ""
    least: int | None = None


@dataclass(frozen=True)
class Form:
    """What is asked about one kind of thing, where it is written, and what an editor does next."""

    kind: str
    title: str
    named_by: str
    questions: tuple[Asked, ...]
    next: tuple[str, ...]
    file: str = ""
    list: str = ""


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds that have a form, without reading any."""
    found = files(__package__).joinpath("forms").iterdir()
    return tuple(sorted({one.name.removesuffix(".yml") for one in found} - INTERVIEWED))


@cache
def forms() -> Mapping[str, Form]:
    """Return every form by its kind."""
    found: dict[str, Form] = {}
    for kind in kinds():
        file = files(__package__).joinpath("forms", f"{kind}.yml")
        said: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        asked = tuple(Asked(**question) for question in said["questions"])
        found[kind] = Form(
            kind,
            said["title"],
            said.get("named_by", ""),
            asked,
            tuple(said["next"]),
            said.get("file", ""),
            said.get("list", ""),
        )
    return found


def choices_of(question: Asked, form: Form, catalogue: Catalogue, root: Path) -> dict[str, str]:
    """Return the answers that there are, each with what it stands for; none where all may be."""
    if question.choices == MODEL:
        model = next(kind.model for kind in KINDS if kind.key == form.list)
        return dict.fromkeys(literals(model.model_fields[question.field].annotation), "")
    if question.choices == SECTIONS:
        return dict.fromkeys(_sections(root), "")
    if question.choices:
        held: tuple[Any, ...] = getattr(catalogue, question.choices)
        return {one.id: getattr(one, "title", getattr(one, "name", "")) for one in held}
    return {}


def literals(kind: Any) -> tuple[str, ...]:
    """Return the words of a field's type, through lists and through what may be left out."""
    found: list[str] = []
    for one in get_args(kind):
        if isinstance(one, str):
            found.append(one)
        elif not (isinstance(one, type) and issubclass(one, BaseModel)):
            found += literals(one)
    return tuple(found)


def _sections(root: Path) -> list[str]:
    """Return the folders of pages that are written by hand, from `docs`."""
    made = {"modules", "workshops"}
    return sorted(
        one.relative_to(root / "docs").as_posix()
        for one in (root / "docs").rglob("*")
        if one.is_dir() and one.name not in made and any(one.glob("*.md"))
    )
