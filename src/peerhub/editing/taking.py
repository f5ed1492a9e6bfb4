"""The command `peerhub take-form`: a form of the repository's host becomes a change to propose."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.editing.errors import EditError
from peerhub.editing.form_changes import take
from peerhub.editing.issue_form import read_form
from peerhub.models.event_parts import LONDON

NOT_A_FORM = "This was not written with one of the forms, so nothing is done by itself."
AGAIN = "What you wrote is kept. Change it above, and it is tried again."


def add_take_form(commands: Any, checked: Callable[[Path], Catalogue]) -> None:
    """Add the command to those of the program."""
    taking = commands.add_parser("take-form", help="make a change of a filled-in form")
    taking.add_argument("event", type=Path, help="the file in which the host tells of the issue")
    taking.add_argument("--answer", type=Path, required=True, help="where to write what is said")
    taking.add_argument("--today", type=dt.date.fromisoformat, help="the day of the change")
    taking.set_defaults(run=lambda root, options: _take(root, options, checked))


def _take(root: Path, options: argparse.Namespace, checked: Callable[[Path], Catalogue]) -> int:
    """Change the data and write the answer; an answer that cannot be used is no failure."""
    today = options.today or dt.datetime.now(LONDON).date()
    form = read_form(root, options.event)
    if form is None:
        said = NOT_A_FORM
    else:
        try:
            said = take(root, form, today, checked)
        except EditError as fault:
            said = f"This cannot be used yet:\n\n{_quoted(str(fault))}\n\n{AGAIN}"
    options.answer.write_text(f"{said}\n", encoding="utf-8")
    return 0


def _quoted(text: str) -> str:
    """Return lines as code, in which a conversation carries nothing out."""
    return "\n".join(f"    {line}" for line in text.splitlines())
