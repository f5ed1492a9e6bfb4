"""`peerhub new <kind>`: ask, write, check; all is put back if the check finds a fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from peerhub.catalogue import Catalogue, Issues, load
from peerhub.catalogue.fit_ledger import write_fit_ledger
from peerhub.catalogue.poster_ledger import write_poster_ledger
from peerhub.catalogue.service_ledger import write_service_ledger
from peerhub.editing.answering import Ask, Say, ask_form, read_answers
from peerhub.editing.errors import EditError
from peerhub.editing.form import forms
from peerhub.editing.making import Addition, Request, made

SHOWN = 12
"""How many problems are told of what could not be added."""


def new_thing(
    root: Path,
    kind: str,
    today: dt.date,
    ask: Ask,
    say: Say,
    checked: Callable[[Path], Catalogue],
    answers: Path | None = None,
) -> Addition | None:
    """Add one thing of a kind, from questions or from a file of answers; return it.

    `checked` checks the whole project and raises Issues. Returns None where the editor, asked at
    last, does not want it. Raises EditError, with nothing changed, where the hub would not be
    sound with it.
    """
    form = forms()[kind]
    catalogue = load(root)
    if answers is None:
        said = ask_form(form, catalogue, root, ask, say)
    else:
        said = read_answers(answers, form, catalogue, root)
    new = made(Request(form, said, catalogue, root, today))
    if answers is None and not _is_wanted(new, ask):
        say("Nothing was changed.")
        return None
    before = {path: _content(root / path) for path in new.files}
    _put(root, new.files)
    try:
        found = checked(root)
    except Issues as issues:
        _put(root, before)
        told = "\n".join(issue.as_text() for issue in issues.issues[:SHOWN])
        raise EditError(
            f"Nothing was changed, since the hub would not be sound with it:\n{told}"
        ) from None
    except BaseException:
        _put(root, before)
        raise
    _note(root, kind, found)
    for path in sorted(new.files):
        say(f"Wrote {path}.")
    where = {"id": new.id, "section": str(said.get("section", "")), "colon": ":"}
    for line in form.next:
        say(f"- {line.format(**where)}")
    return new


def _is_wanted(new: Addition, ask: Ask) -> bool:
    """Ask whether to write; no answer at all is a no."""
    try:
        answer = ask(f"Write '{new.id}' into {' and '.join(sorted(new.files))}? [yes/no] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes")


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _put(root: Path, contents: Mapping[str, bytes | None]) -> None:
    """Put each file in its place whole; take out those that were not there."""
    for path, content in contents.items():
        file = root / path
        if content is None:
            file.unlink(missing_ok=True)
            continue
        part = file.with_name(f".{file.name}.part")
        part.write_bytes(content)
        part.replace(file)


def _note(root: Path, kind: str, catalogue: Catalogue) -> None:
    """Write the new thing into the ledger that remembers its kind."""
    if kind == "service":
        write_service_ledger(root, catalogue.services)
    elif kind == "poster":
        write_poster_ledger(root, catalogue.posters, catalogue.services)
        write_fit_ledger(root, catalogue.posters)
