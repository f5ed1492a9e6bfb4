"""Records checked against their models, each fault told in an editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from peerhub.catalogue.document import Document, Path, nearest

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": ("text", "Write it as text; put numbers and dates in quotes."),
    "int_type": ("a whole number", "Write digits only, without quotes."),
    "float_type": ("a number", "Write digits only, without quotes."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "date_type": ("a date", "Write year-month-day without quotes: 2027-02-04."),
    "tuple_type": ("a list", "Start each item on a line of its own with '- '."),
    "dict_type": ("a set of keys", "Write 'key: value' lines, indented below it."),
    "model_type": ("a set of keys", "Write 'key: value' lines, indented below it."),
    "model_attributes_type": ("a set of keys", "Write 'key: value' lines, indented below it."),
}


def validate(
    model: type[Model],
    data: Any,
    document: Document,
    path: Path,
    called: str,
    context: Mapping[str, Any] | None = None,
) -> Model | None:
    """Return the data as a model, or None after reporting each of its faults.

    `path` is where the data stands in the document; `called` names it for the reader; `context`
    is what a rule must know of the records beside it.
    """
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        for detail in details:
            if not _follows_from_another(detail, details):
                _report(model, detail, document, path, called)
        return None


def _follows_from_another(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell if a list is too short only because its items have faults of their own."""
    own = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(one["loc"]) > len(own) and one["loc"][: len(own)] == own for one in details
    )


def _report(
    model: type[BaseModel], detail: ErrorDetails, document: Document, path: Path, called: str
) -> None:
    place = _real_path(detail, document, path)
    if place[:1] == ("defaults",):
        path, called = ("defaults",), "the defaults"
    inside = place[len(path) :]
    key = str(inside[-1]) if inside else ""
    named = f"{called}: '{_dotted(inside)}'" if key else called
    kind, context = detail["type"], detail.get("ctx", {})
    mark = document.mark(place)
    if kind == "hub":
        message, hint = f"{called}: {context['message']}", context["hint"]
        if not key:
            mark = document.mark(path)
    elif kind == "missing":
        mark = document.mark(place[:-1])
        within = f": '{_dotted(inside[:-1])}'" if _in_a_list(inside) else ""
        message, hint = f"{called}{within} has no '{key}'", _missing_hint(model, inside)
    elif kind == "extra_forbidden":
        mark = document.key_mark(place)
        known = _known_keys(model, inside[:-1])
        message = f"{called} has an unknown key '{key}'"
        hint = nearest(key, known, "Take it out, or check its spelling in CONTRIBUTING.")
    elif kind == "literal_error":
        allowed = [word.strip("'") for word in _literals(context["expected"])]
        value = detail["input"]
        message = f"{named} is {value!r}, which is not one of its choices"
        hint = nearest(str(value), allowed, f"Choose from: {', '.join(allowed)}.")
    elif kind == "string_pattern_mismatch":
        message, hint = f"{named} is {detail['input']!r}", _pattern_hint(context["pattern"])
    elif kind in _EXPECTED:
        expected, hint = _EXPECTED[kind]
        message = f"{named} should be {expected}, not {_shown(detail['input'])}"
    else:
        message, hint = f"{named}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", "Change it."
    if detail["input"] is None and kind in _EXPECTED and document.has_issue_at(mark):
        return
    document.report(mark, message, hint)


def _real_path(detail: ErrorDetails, document: Document, path: Path) -> Path:
    """Return the fault's path without the tags that unions put into it."""
    place = path
    last = len(detail["loc"]) - 1
    for number, step in enumerate(detail["loc"]):
        candidate = (*place, step)
        if candidate in document.values or (number == last and detail["type"] == "missing"):
            place = candidate
        elif number == last and detail["type"] == "extra_forbidden":
            place = candidate
        elif number == 0 and ("defaults", step) in document.values:
            return ("defaults", step)
    return place


def _dotted(path: Path) -> str:
    """Return a path for a reader: steps[2].minutes is "steps, item 3, minutes"."""
    return ", ".join(f"item {step + 1}" if isinstance(step, int) else step for step in path)


def _in_a_list(path: Path) -> bool:
    """Tell if a path leads through an item of a list, which the message then has to name."""
    return any(isinstance(step, int) for step in path)


def _literals(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _pattern_hint(pattern: str) -> str:
    if "a-z0-9" in pattern:
        return "Use small letters, digits and single hyphens only: north-wales."
    if pattern.startswith("^20"):
        return "Write the year, a full stop and a number: 2026.1."
    return f"It must match {pattern}."


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a set of keys"
    if isinstance(value, tuple):
        return "a list"
    return repr(str(value))


def _known_keys(model: type[BaseModel], steps: Path) -> set[str]:
    """Return the keys that a part of a model may have."""
    schema, part = _schema_of(model, steps)
    keys: set[str] = set()
    for option in _options(schema, part):
        keys |= set(option.get("properties", {}))
    return keys


def _missing_hint(model: type[BaseModel], steps: Path) -> str:
    """Return what to write for a key that is missing: a line, or a line for each of a list."""
    schema, part = _schema_of(model, steps)
    if any(option.get("type") == "array" for option in _options(schema, part)):
        return f"Add the line '{steps[-1]}:' and below it a line '- …' for each."
    return f"Add the line '{steps[-1]}: …'."


def _schema_of(model: type[BaseModel], steps: Path) -> tuple[Any, Any]:
    """Return the schema of a model, and the part of it that a path leads to."""
    schema: Any = model.model_json_schema(by_alias=True)
    part = schema
    for step in steps:
        part = _resolved(schema, part)
        inner = part.get("items") if isinstance(step, int) else part.get("properties", {}).get(step)
        part = inner or {}
    return schema, part


def _resolved(schema: Any, part: Any) -> Any:
    for option in _options(schema, part):
        if "properties" in option or "items" in option:
            return option
    return part


def _options(schema: Any, part: Any) -> list[Any]:
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    inner = part.get("anyOf") or part.get("oneOf")
    return [choice for one in inner for choice in _options(schema, one)] if inner else [part]
