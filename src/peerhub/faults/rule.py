"""What each code means: read from `rules/*.yml`, and only when somebody asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from peerhub.faults.code import Code

PAGE = "docs/example.md"
"""Where an example stands that names no file."""


@dataclass(frozen=True)
class Rule:
    """One kind of fault, explained: why it matters, and an example that has it and one without."""

    code: Code
    title: str
    why: str
    wrong: str
    right: str
    file: str = PAGE
    """The file that the examples are parts of."""
    group: str = ""


@cache
def rules() -> Mapping[Code, Rule]:
    """Return every rule by its code, in the order of codes."""
    found: dict[Code, Rule] = {}
    for file in sorted(
        files("peerhub.faults").joinpath("rules").iterdir(), key=lambda one: one.name
    ):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        for one in data["rules"]:
            rule = Rule(group=data["group"], **{**one, "code": Code(one["code"])})
            if rule.code in found:
                raise ValueError(f"{rule.code} is explained twice")
            found[rule.code] = rule
    return {code: found[code] for code in sorted(found)}


def explained(rule: Rule) -> str:
    """Return a rule as plain text for a terminal."""
    parts = (
        f"{rule.code}: {rule.title}",
        " ".join(rule.why.split()),
        f"Wrong, in {rule.file}:\n{_indented(rule.wrong)}",
        f"Right:\n{_indented(rule.right)}",
    )
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))
