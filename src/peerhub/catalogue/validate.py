"""Records checked against their models, each fault told in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from peerhub.catalogue.document import Document, Path
from peerhub.catalogue.nearest import is_spelt_otherwise, nearest
from peerhub.catalogue.scalars import READ_AS
from peerhub.faults import Code
from peerhub.models.base import ID_PATTERN
from peerhub.models.language_code import CODE_PATTERN
from peerhub.models.page import PAGE_PATTERN
from peerhub.models.search import ADDRESS_PATTERN
from peerhub.models.sign_off import PATTERN as SIGNED_PATTERN
from peerhub.models.site import EDITION_PATTERN
from peerhub.words import counted

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

_RULE = {True: Code.CONTRADICTION, False: Code.BADLY_WRITTEN}
"""The code of a fault that has none of its own: of a rule about several fields, or of one field."""
_CODES = {
    "missing": Code.MISSING_KEY,
    "extra_forbidden": Code.UNKNOWN_KEY,
    "literal_error": Code.NOT_A_CHOICE,
    "string_pattern_mismatch": Code.BADLY_WRITTEN,
}

PATTERN_HINTS: Mapping[str, str] = {
    SIGNED_PATTERN: "Take the line out, and run peerhub fix: it writes the digest.",
    ID_PATTERN: "Use small letters, digits and single hyphens only: north-wales.",
    EDITION_PATTERN: "Write the year, a full stop and a number: 2026.1.",
    r"^[A-Z]{2,4}$": "Write two, three or four capital letters: NWP.",
    r"^[EW]\d{8}$": "Write E or W and eight digits, as the statistics office prints it: E23000001.",
    CODE_PATTERN: "Write the two or three small letters by which the language is known: cy.",
    r"^10\.\d{4,9}/\S+$": "Write it from the 10. on, without https://doi.org/: 10.1000/182.",
    r"^[A-Z]\d{1,3}$": "Write one capital letter and a number: T1.",
    r"^[a-z-]+\.js$": "Write a script in small letters, with its ending: planner.js.",
    ADDRESS_PATTERN: "Write an address of the hub, from its first slash: /guidance/supervision/.",
    PAGE_PATTERN: "Write the whole address of a page, from slash to slash: /guidance/records/.",
    r"^[a-z-]+\.css$": "Write a stylesheet in small letters, with its ending: maker.css.",
}
"""What to write instead, by the pattern that a value has to match."""

UNNAMED = "Compare it with the records beside it."


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
        details = _said_once(error.errors(include_url=False, include_input=True))
        unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"]
        if isinstance(data, dict) and not any(document.says((*path, key)) for key in data):
            told = f"{called} is empty", "Take it out, or write its lines."
            document.report(document.mark(path), Code.MISSING_KEY, *told)
            return None
        for detail in details:
            if detail["type"] != "missing" or not is_spelt_otherwise(detail["loc"], unknown):
                _report(model, detail, document, path, called)
        return None


def _said_once(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list has too few items where it is its items that have faults."""
    inside = [one["loc"] for one in details]
    return [
        one
        for one in details
        if one["type"] != "too_short"
        or not any(
            len(loc) > len(one["loc"]) and loc[: len(one["loc"])] == one["loc"] for loc in inside
        )
    ]


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
    code = _code(kind, context)
    mark = document.mark(place)
    if kind == "missing":
        if key in document.not_given:
            return
        mark = document.mark(place[:-1])
        within = f": '{_dotted(inside[:-1])}'" if _in_a_list(inside) else ""
        message, hint = f"{called}{within} has no '{key}'", _missing_hint(model, inside)
    elif kind == "extra_forbidden":
        mark = document.key_mark(place)
        known = _known_keys(model, inside[:-1])
        message = f"{called} has an unknown key '{key}'"
        hint = nearest(key, known, "Take it out, or check its spelling in CONTRIBUTING.")
    elif kind == "hub":
        message, hint = f"{called}: {context['message']}", context["hint"]
    else:
        if kind in _EXPECTED:
            document.withdraw(mark, READ_AS)
        message, hint = _without_a_comma(kind, detail["input"], context, inside) or _told(
            kind, named, detail["input"], context
        )
    if detail["input"] is None and kind in _EXPECTED and document.has_issue_at(mark):
        return
    document.report(mark, code, message, hint)


def _code(kind: str, context: Mapping[str, Any]) -> Code:
    """Return the code of a fault that a model found."""
    if kind == "hub":
        return Code(context.get("code") or _RULE[bool(context.get("at"))])
    return _CODES.get(kind, Code.WRONG_KIND if kind in _EXPECTED else Code.SIZE)


def _without_a_comma(
    kind: str, value: Any, context: Mapping[str, Any], inside: Path
) -> tuple[str, str] | None:
    """Return what is said of an item of a list that is two items, with no comma between them."""
    if not inside or not isinstance(inside[-1], int) or not isinstance(value, str):
        return None
    words = re.split(r"[;,\s]+", value.strip())
    if kind == "literal_error":
        choices = {word.strip("'") for word in _literals(context["expected"])}
        parts = _parts(words, choices)
    elif kind == "string_pattern_mismatch":
        parts = words if all(re.fullmatch(context["pattern"], word) for word in words) else []
    else:
        return None
    if len(parts) < 2:
        return None
    return f"a comma is missing in '{value}'", f"Write: {', '.join(parts)}."


def _parts(words: Sequence[str], choices: Collection[str]) -> list[str]:
    """Return words put together into choices; nothing where one is none."""
    if not words:
        return []
    for end in range(len(words), 0, -1):
        first, rest = " ".join(words[:end]), words[end:]
        if first in choices and (not rest or _parts(rest, choices)):
            return [first, *_parts(rest, choices)]
    return []


def _told(kind: str, named: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong with a value and what to do, by the kind of its fault."""
    match kind:
        case "literal_error":
            allowed = [word.strip("'") for word in _literals(context["expected"])]
            given = "empty" if value is None else repr(value)
            return (
                f"{named} is {given}, which is not one of its choices",
                nearest(str(value), allowed, f"Choose from: {', '.join(allowed)}."),
            )
        case "string_pattern_mismatch":
            return f"{named} is {value!r}", PATTERN_HINTS.get(context["pattern"], UNNAMED)
        case "string_too_short" | "too_short" if isinstance(value, str):
            return f"{named} has {len(value)} characters", f"Write {context['min_length']} or more."
        case "string_too_long" | "too_long" if isinstance(value, str):
            return (
                f"{named} has {len(value)} characters",
                f"Write {context['max_length']} or fewer.",
            )
        case "too_short" | "too_long" if context.get("actual_length"):
            few, many = context.get("min_length"), context.get("max_length")
            hint = f"Write {few} or more." if kind == "too_short" else f"Write {many} or fewer."
            return f"{named} has {counted(context['actual_length'], 'item')}", hint
        case "too_short":
            return f"{named} has nothing in it", "Add one item at least, on a line with '- '."
        case "greater_than_equal":
            return f"{named} is {value}", f"Write {context['ge']} or more."
        case "less_than_equal":
            return f"{named} is {value}", f"Write {context['le']} or less."
        case _ if kind in _EXPECTED:
            expected, hint = _EXPECTED[kind]
            return f"{named} should be {expected}, not {_shown(value)}", hint
    return f"{named} is not as it should be", UNNAMED


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


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a set of keys"
    if isinstance(value, tuple):
        return "a list"
    return repr(str(value))


@cache
def _schema(model: type[BaseModel]) -> Any:
    return model.model_json_schema(by_alias=True)


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
    schema = _schema(model)
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
