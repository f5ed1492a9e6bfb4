"""JSON Schemas of the data files, made from the models, for editors that complete and check.

A schema says what the check says, in the same words, as far as a schema can: which keys there are
and which must be given, what each is for, the choices, and how a value is written. Rules about
several fields or several files are the check's alone.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from peerhub.catalogue.kinds import KINDS, Kind, by_file
from peerhub.models.base import HTTPS_PATTERN, ID_PATTERN
from peerhub.models.clock import EXAMPLE
from peerhub.models.clock import PATTERN as CLOCK_PATTERN

FOLDER = Path("data", "schemas")
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version that editors of YAML know best."""

WORDED = {
    ID_PATTERN: "Use small letters, digits and single hyphens, such as south-west.",
    CLOCK_PATTERN: EXAMPLE,
    HTTPS_PATTERN: "Write the whole address, starting with https://.",
}
"""What an editor says where a value does not fit its pattern."""

GIVEN_ONCE = ("owner", "review_by")
"""What `defaults` may give to every record of a file."""


def schema_path(file: str) -> Path:
    """Return where the schema of a data file stands, from the project's folder."""
    return FOLDER / f"{Path(file).stem}.json"


def line_for(file: str) -> str:
    """Return the line at the head of a data file that tells an editor which schema is its own."""
    return f"# yaml-language-server: $schema=schemas/{Path(file).stem}.json"


def schemas(kinds: Sequence[Kind] = KINDS) -> dict[Path, str]:
    """Return the text of every schema by its path."""
    return {schema_path(file): _written(_of_file(held)) for file, held in by_file(kinds).items()}


def write_schemas(root: Path, kinds: Sequence[Kind] = KINDS) -> list[Path]:
    """Write every schema that is not as it should be; return their paths."""
    changed = []
    for path, text in schemas(kinds).items():
        place = root / path
        if not place.is_file() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def _written(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _of_file(kinds: Sequence[Kind]) -> dict[str, Any]:
    """Return the schema of a file: a list for each of its kinds, and what they have in common."""
    held: dict[str, Any] = {}
    parts: dict[str, Any] = {}
    defaults: dict[str, Any] = {}
    for kind in kinds:
        whole = model_schema(kind.model)
        parts |= whole.pop("definitions", {})
        if not kind.is_single:
            defaults |= {
                key: value
                for key, value in whole["properties"].items()
                if key != "id" and key not in kind.never_default
            }
            whole["required"] = [one for one in whole["required"] if one not in GIVEN_ONCE]
        parts[kind.called] = whole
        one = {"$ref": f"#/definitions/{kind.called}"}
        held[kind.key] = one if kind.is_single else {"type": ["array", "null"], "items": one}
        held[kind.key]["description"] = _first(kind.model.__doc__)
    if defaults:
        held["defaults"] = {
            "type": "object",
            "description": "What every record of this file has, unless it says otherwise.",
            "properties": defaults,
            "additionalProperties": False,
        }
    return {
        "$schema": DIALECT,
        "title": f"data/{kinds[0].file}",
        "type": "object",
        "properties": held,
        "additionalProperties": False,
        "definitions": dict(sorted(parts.items())),
    }


def model_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of one kind of record, with those of its parts as its definitions."""
    made = model.model_json_schema(ref_template="#/definitions/{model}", by_alias=True)
    parts = made.pop("$defs", {})
    whole: dict[str, Any] = _plain(made, model)
    known = {one.__name__: one for one in _models_within(model)}
    if parts:
        whole["definitions"] = {
            name: _plain(part, known.get(name)) for name, part in sorted(parts.items())
        }
    whole.setdefault("required", [])
    return whole


@cache
def _models_within(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    found: dict[type[BaseModel], None] = {}

    def walk(kind: Any) -> None:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in found:
                found[kind] = None
                for one in kind.model_fields.values():
                    walk(one.annotation)
        else:
            for inner in getattr(kind, "__args__", ()):
                walk(inner)

    walk(model)
    return tuple(found)


def _plain(schema: dict[str, Any], model: type[BaseModel] | None) -> dict[str, Any]:
    """Return a schema as editors need it: help for each key, no noise, patterns in words."""
    said = helps(model) if model else {}
    by_alias = (
        {field.alias or name: name for name, field in model.model_fields.items()} if model else {}
    )
    for name, one in schema.get("properties", {}).items():
        schema["properties"][name] = _field(one)
        if by_alias.get(name, name) in said:
            schema["properties"][name]["description"] = said[by_alias.get(name, name)]
    if "description" in schema:
        schema["description"] = _first(schema["description"])
    return schema


def _field(one: dict[str, Any]) -> dict[str, Any]:
    one = {key: value for key, value in one.items() if key not in ("title", "default")}
    choices = [each for each in one.get("anyOf", ()) if each != {"type": "null"}]
    if "anyOf" in one and len(choices) == 1:
        one.pop("anyOf")
        one |= choices[0]
    elif choices:
        one["anyOf"] = [_field(each) for each in choices]
    if isinstance(one.get("items"), dict):
        one["items"] = _field(one["items"])
    if one.get("type") == "integer":
        one.setdefault("description", "A whole number, without quotes.")
    if one.get("format") == "date":
        one.setdefault("examples", ["2027-02-04"])
        one["errorMessage"] = "Write year-month-day without quotes: 2027-02-04."
    if one.get("pattern") in WORDED:
        one["patternErrorMessage"] = WORDED[one["pattern"]]
    if "$ref" in one and len(one) > 1:
        one["allOf"] = [{"$ref": one.pop("$ref")}]
    return one


def _first(text: str | None) -> str:
    return " ".join((text or "").strip().split("\n\n")[0].split())


@cache
def field_words() -> Mapping[str, Mapping[str, str]]:
    """Return what fields are for in an editor's words, by the name of their model."""
    text = files("peerhub.catalogue").joinpath("field_words.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return found


@cache
def helps(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what each field of a model is for: in an editor's words, or as its source says."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if one is BaseModel or not (isinstance(one, type) and issubclass(one, BaseModel)):
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
        lines = body.body if isinstance(body, ast.ClassDef) else []
        for field, below in pairwise(lines):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
                and isinstance(below.value.value, str)
            ):
                found[field.target.id] = " ".join(below.value.value.split())
        found |= field_words().get(one.__name__, {})
    return found
