"""The page of all fields: what an editor may write in each data file, made from the schemas."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.kinds import KINDS
from peerhub.models import PageMeta
from peerhub.pages.compose import bullets, inert, section
from peerhub.words import listed, sentence

PATH = "about/fields.md"
TITLE = "What each field means"
YEAR = dt.timedelta(days=365)
REF = "#/definitions/"
Schema = Mapping[str, Any]

_LEAD = (
    "This page says what can be written in each data file, and in the lines at the top of a page."
)
_HOW = (
    "A line such as `title: Spring meeting` is a *field*: its name, a colon, and what you write. "
    "Fields that are marked as **needed** have to be there. `owner` and `review_by` may stand once "
    "under `defaults:` at the top of a file, for all that is in it. A code editor shows the same "
    "words as you type."
)
_HEAD = """\
---
title: {title}
description: Every field of every kind of record, with what it is for and what may stand in it.
owner: {owner}
review_by: {day}
---
"""


def fields_page(catalogue: Catalogue) -> str:
    """Return the page: a section for each kind of record, and one for pages."""
    from peerhub.catalogue.schemas import model_schema  # a check makes no page, and loads none

    head = _HEAD.format(
        title=TITLE,
        owner=json.dumps(catalogue.owners[0].id),
        day=(catalogue.site.dated + YEAR).isoformat(),
    )
    kinds = [
        section(
            f"{kind.called.capitalize()} {{: #{_slug(kind.called)} }}",
            f"In `{kind.path}`, below `{kind.key}:`.",
            *_fields(model_schema(kind.model), _slug(kind.called)),
        )
        for kind in KINDS
    ]
    page = section(
        "Page {: #page }",
        "Between the two lines `---` at the top of each file in `docs/`.",
        *_fields(model_schema(PageMeta), "page"),
    )
    blocks = [
        head.rstrip("\n"),
        f"# {TITLE}",
        f"{_LEAD}\n{{: .lead }}",
        _HOW,
        *kinds,
        page,
        section(
            "What to do next",
            "- [What is checked](/about/checks/)\n- [Change something on the hub](/about/editing/)",
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _slug(words: str) -> str:
    return words.lower().replace(" ", "-")


def _fields(schema: Schema, anchor: str) -> Iterator[str]:
    """Yield the list of a record's fields, then one below a heading for each part within it."""
    parts: Mapping[str, Schema] = schema.get("definitions", {})
    yield _list(schema, parts, anchor)
    seen: set[str] = set()
    waiting = list(_inner(schema))
    while waiting:
        field, name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        part = parts[name]
        yield (
            f"### In `{field}` {{: #{anchor}-{name.lower()} }}\n\n"
            f"{inert(sentence(part.get('description', '')))}"
        )
        yield _list(part, parts, anchor)
        waiting += _inner(part)


def _inner(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield the fields of a part that hold parts of their own, with the names of those."""
    for field, one in schema.get("properties", {}).items():
        for name in _names(one):
            yield field, name


def _names(one: Schema) -> Iterator[str]:
    if "$ref" in one:
        yield str(one["$ref"]).removeprefix(REF)
    for key in ("allOf", "anyOf", "oneOf"):
        for each in one.get(key, ()):
            yield from _names(each)
    if isinstance(one.get("items"), Mapping):
        yield from _names(one["items"])


def _list(schema: Schema, parts: Mapping[str, Schema], anchor: str) -> str:
    needed = schema.get("required", ())
    lines = [
        f"`{field}`{' (**needed**)' if field in needed else ''}: "
        + inert(" ".join(_told(one))).replace("\\`", "`")
        + _linked(one, parts, anchor)
        for field, one in schema.get("properties", {}).items()
    ]
    return bullets(lines) or ""


def _told(one: Schema) -> Iterator[str]:
    """Yield the sentences about a field: what it is for, and what may stand in it."""
    if one.get("description"):
        yield sentence(str(one["description"]))
    held = one.get("items", one) if isinstance(one.get("items", one), Mapping) else one
    if one.get("type") == "array":
        yield "A list."
    if "enum" in held:
        yield f"One of: {listed([f'`{each}`' for each in held['enum']], 'or')}."
    if held.get("type") == "boolean":
        yield "`true` or `false`."
    if held.get("format") == "date":
        yield "A day, such as `2027-02-04`."
    if "patternErrorMessage" in held:
        yield str(held["patternErrorMessage"])
    if held.get("type") == "integer" and "maximum" in held:
        yield f"A whole number from {held.get('minimum', 0)} to {held['maximum']}."
    if held.get("type") == "string" and "maxLength" in held and "pattern" not in held:
        yield f"At most {held['maxLength']} characters."


def _linked(one: Schema, parts: Mapping[str, Schema], anchor: str) -> str:
    names = [name for name in _names(one) if name in parts]
    if not names:
        return ""
    links = [f"[its own fields](#{anchor}-{name.lower()})" for name in names]
    return f" It has {links[0]}." if len(links) == 1 else " " + _several(names, anchor)


def _several(names: list[str], anchor: str) -> str:
    links = [f"[{number}](#{anchor}-{name.lower()})" for number, name in enumerate(names, 1)]
    return f"Each is of one of these kinds: {listed(links, 'or')}."
