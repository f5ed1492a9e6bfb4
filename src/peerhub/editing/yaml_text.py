"""A record as an editor would write it in YAML."""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH = 110
_PLAIN = re.compile(r"[A-Za-z(][^\x00-\x1f\"{}\[\]|>%@`\\]*")
_SPECIAL = re.compile(r"(?i:yes|no|on|off|true|false|null|y|n)")
_ID = re.compile(r"[a-z][a-z0-9-]*")


def record_lines(fields: Mapping[str, Any]) -> list[str]:
    """Return a record as the lines of a list item: the first starts with "- "."""
    lines = mapping_lines(fields)
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]


def mapping_lines(fields: Mapping[str, Any]) -> list[str]:
    """Return a record as the lines of a mapping."""
    return [line for key, value in fields.items() for line in _pair(key, value)]


def _pair(key: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for line in mapping_lines(value))]
    if isinstance(value, str):
        return _text(key, value)
    if isinstance(value, Sequence):
        if not value:
            return [f"{key}: []"]
        if any(isinstance(one, Mapping) for one in value):
            return [f"{key}:", *(line for one in value for line in _item(one))]
        if all(_ID.fullmatch(one) and not _SPECIAL.fullmatch(one) for one in value):
            return [f"{key}: [{', '.join(value)}]"]
        return [f"{key}:", *(f"- {scalar(one)}" for one in value)]
    return [f"{key}: {scalar(value)}"]


def _item(value: Any) -> list[str]:
    return record_lines(value) if isinstance(value, Mapping) else [f"- {scalar(value)}"]


def _text(key: str, value: str) -> list[str]:
    line = f"{key}: {scalar(value)}"
    is_one_paragraph = " ".join(value.split()) == value
    if len(line) <= WIDTH or not is_one_paragraph:
        return [line]
    folded = textwrap.wrap(value, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >-", *(f"  {one}" for one in folded)]


def scalar(value: Any) -> str:
    """Return a single value, in quotes where YAML would read it as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    is_plain = (
        _PLAIN.fullmatch(value)
        and value == value.strip()
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and not _SPECIAL.fullmatch(value)
        and value.isprintable()
    )
    return value if is_plain else json.dumps(value, ensure_ascii=False)
