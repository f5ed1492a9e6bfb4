"""What somebody wrote into a form of the repository's host: which form it was, and the answers.

The host turns a filled-in form into Markdown: a heading for each question, and the answer below it.
Whoever writes may write anything, so an answer is text and nothing else: it is never carried out,
never put into a shell, and never longer than a form needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from peerhub.editing.errors import EditError

FORMS = Path(".github", "ISSUE_TEMPLATE")
NOTHING = "_No response_"
"""What the host writes for a question that was left out."""
LONGEST = 5_000
_QUESTION = re.compile(r"^### (?P<label>.+?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class FilledIn:
    """A form that was filled in: its kind ("number", "event", "force", "page"), and the answers."""

    kind: str
    number: int
    """The number of the issue that holds it."""
    answers: Mapping[str, str]
    """What was answered, by the id of the question; what was left out is not there."""


def read_form(root: Path, event: Path) -> FilledIn | None:
    """Return the form in an issue, as the host tells of it in a file; None where it holds none.

    Raises EditError where the file tells of no issue.
    """
    try:
        told: Any = json.loads(event.read_text(encoding="utf-8"))
        issue = told["issue"]
        body, number = str(issue["body"] or ""), int(issue["number"])
    except (OSError, ValueError, KeyError, TypeError):
        raise EditError(f"{event.name} tells of no issue.") from None
    said = _by_label(body)
    for form in sorted((root / FORMS).glob("[0-9]-*.yml")):
        asked = _asked(form)
        if said and said.keys() <= asked.keys() and len(said) == len(asked):
            answers = {asked[label]: words for label, words in said.items() if words}
            return FilledIn(form.stem.split("-", 1)[1], number, answers)
    return None


def _asked(form: Path) -> dict[str, str]:
    """Return the ids of a form's questions by their labels."""
    held = yaml.safe_load(form.read_text(encoding="utf-8"))
    return {one["attributes"]["label"]: one["id"] for one in held["body"] if "id" in one}


def _by_label(body: str) -> dict[str, str]:
    text = body.replace("\r\n", "\n")
    found = list(_QUESTION.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    said: dict[str, str] = {}
    for one, end in zip(found, ends, strict=False):
        words = text[one.end() : end].strip()[:LONGEST]
        said.setdefault(one["label"], "" if words == NOTHING else words)
    return said
