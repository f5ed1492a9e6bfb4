"""The prompts for reflection, read from the page that holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAGE = "leaders/reflection.md"
"""The page whose numbered prompts the journal and the cards use too."""

WEEK = re.compile(r"^### Week (?P<number>\d+): (?P<title>.+)$", re.MULTILINE)
PROMPT = re.compile(r"^\d+\. (?P<words>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Week:
    """A week of prompts, one for each working day."""

    number: int
    title: str
    prompts: tuple[str, ...]


def weeks(text: str) -> list[Week]:
    """Return the weeks of prompts in a page's Markdown: "### Week 1: Notice", then a list."""
    made = []
    for week in WEEK.finditer(text):
        # A heading of any kind ends the week.
        part = re.split(r"^#", text[week.end() :], maxsplit=1, flags=re.MULTILINE)[0]
        prompts = tuple(prompt["words"].strip() for prompt in PROMPT.finditer(part))
        made.append(Week(int(week["number"]), week["title"].strip(), prompts))
    return made
