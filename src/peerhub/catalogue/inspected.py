"""The record of the last inspection: what of the whole site was looked at, with what, and when.

`make inspect` writes it. The accessibility statement says what it holds, and nothing beyond it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code

PLACE = Path("data") / "ledger" / "inspected.json"
Look = Literal[
    "axe-light",
    "axe-dark",
    "axe-forced",
    "axe-open",
    "markup",
    "narrow",
    "large-text",
    "pdf-2a",
    "pdf-ua1",
    "office",
    "epub",
]


@dataclass(frozen=True)
class Found:
    """What one kind of look found: how many pages or files it took, and those with a fault."""

    look: Look
    checked: int
    failed: tuple[str, ...] = ()
    """The addresses of those with a fault, in order."""


@dataclass(frozen=True)
class Inspection:
    """One inspection of the whole site."""

    on: dt.date
    tools: Mapping[str, str]
    """The version of each tool that looked, by its name."""
    found: tuple[Found, ...]


_FILE = TypeAdapter(Inspection)


def read_inspection(root: Path) -> tuple[Inspection | None, list[Issue]]:
    """Return the last inspection, None before the first, and the fault of an unreadable record."""
    try:
        return _FILE.validate_json((root / PLACE).read_bytes()), []
    except FileNotFoundError:
        return None, []
    except (OSError, ValidationError):
        name = PLACE.as_posix()
        fault = "the record of the last inspection cannot be read"
        hint = f"Bring the file back: git checkout -- {name}. Or make it again: make inspect."
        return None, [Issue(name, 1, 1, Code.UNREADABLE, fault, hint)]


def write_inspection(root: Path, inspection: Inspection) -> None:
    """Write the record of an inspection in place of the last."""
    file = root / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(to_json(inspection, indent=1) + b"\n")
