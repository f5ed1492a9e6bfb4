"""`peerhub new event` and `peerhub new observances`: more dates, written in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue, Issues, load
from peerhub.catalogue.document import read_document
from peerhub.catalogue.ledger import write_ledger
from peerhub.catalogue.reminders import next_year
from peerhub.editing.errors import EditError
from peerhub.editing.event_answers import read_event
from peerhub.editing.insert import inserted
from peerhub.editing.interview import AGAIN, ask_event
from peerhub.editing.questions import Answers
from peerhub.editing.yaml_text import record_lines
from peerhub.questions.calendar import AnnualDate, due
from peerhub.words import counted, days

FILE = "data/events.yml"
ORDER = ("title", "kind", "date", "end_date", "audience", "roles", "regions", "forces")
Ask = Callable[[str], str]
Say = Callable[[str], None]


def new_event(root: Path, today: dt.date, ask: Ask, say: Say) -> None:
    """Ask for an event, show it, and write it into the data. Raises EditError or Issues.

    Answers that would not make the hub sound are asked for again, and none is lost.
    """
    catalogue = load(root)
    said: Answers = {}
    while True:
        fields = ask_event(catalogue, today, ask, say, said)
        content = (root / FILE).read_bytes()
        whole = _kept(content, fields, catalogue)
        say("\n".join(["", *record_lines(whole), ""]))
        answer = _choice(ask, f"Write this into {FILE}? [yes/no/change] ")
        if answer == "no":
            say("Nothing was changed.")
            return
        if answer == "yes":
            try:
                _write(root, content, inserted(content, FILE, whole))
            except EditError as fault:
                say(str(fault))
            else:
                say(f"Added '{fields['id']}' to {FILE}. Now run: peerhub check.")
                return
        say(AGAIN)


def event_from(root: Path, today: dt.date, answers: Path, say: Say) -> None:
    """Write the event that a file of answers describes. Raises EditError or Issues."""
    catalogue = load(root)
    fields = read_event(answers, catalogue, today)
    content = (root / FILE).read_bytes()
    _write(root, content, inserted(content, FILE, _kept(content, fields, catalogue)))
    say(f"Added '{fields['id']}' to {FILE}. Now run: peerhub check.")


def _choice(ask: Ask, question: str) -> str:
    """Return "yes", "no" or "change"; no answer at all is a no."""
    while True:
        try:
            answer = ask(question).strip().lower()
        except EOFError:
            return "no"
        for whole in ("yes", "no", "change"):
            if answer and whole.startswith(answer):
                return whole


def new_observances(
    root: Path, today: dt.date, year: int | None, is_sure: bool, ask: Ask, say: Say
) -> None:
    """Propose the dates that rules give in a year, and write those that are missing."""
    catalogue = load(root)
    wanted = year or next_year(catalogue.events, today)
    found = due(catalogue.events, wanted)
    if not found:
        say(f"Every date that follows a rule is there for {wanted}.")
        return
    for one in found:
        say(f"{days(*one.span)}: {one.event.title} ({one.event.rule}; {one.event.source})")
    if not is_sure:
        try:
            answer = ask(f"Add {counted(len(found), 'date')} to {FILE}? [yes/no] ")
        except EOFError:
            answer = ""
        if answer.strip().lower() not in ("y", "yes"):
            say("Nothing was changed.")
            return
    content = before = (root / FILE).read_bytes()
    for one in found:
        comment = f"By its rule. Open the source again once it has a page for {wanted}."
        fields = _kept(content, _again(one, today), catalogue)
        content = inserted(content, FILE, fields, comment)
    _write(root, before, content)
    say(f"Added {counted(len(found), 'date')}. Open each source and check its date.")


def _again(one: AnnualDate, today: dt.date) -> dict[str, Any]:
    """Return the fields of an observance in another year."""
    first, last = one.span
    event = one.event
    copied = {name: getattr(event, name) for name in ORDER if getattr(event, name)}
    copied |= {"date": first, "end_date": last}
    if first == last:
        del copied["end_date"]
    return {
        "id": one.identity,
        **{
            name: list(value) if isinstance(value, tuple) else value
            for name, value in copied.items()
        },
        "status": "planned",
        "revision": 0,
        "updated": today,
        "source": event.source,
        "rule": event.rule,
        "summary": " ".join(event.summary.split()),
    }


def _kept(content: bytes, fields: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Return the fields with an owner and a review date, where the file gives none to all."""
    data = read_document(content, FILE).data
    defaults = data.get("defaults") if isinstance(data, dict) else None
    defaults = defaults if isinstance(defaults, dict) else {}
    added: dict[str, Any] = {}
    if "owner" not in defaults:
        added["owner"] = catalogue.owners[0].id
    if "review_by" not in defaults:
        added["review_by"] = fields.get("end_date", fields["date"])
    return {**fields, **added}


def _write(root: Path, before: bytes, content: bytes) -> None:
    """Write the file and the ledger; put the file back as it was if the hub is not sound then."""
    file = root / FILE
    part = file.with_suffix(".part")
    part.write_bytes(content)
    part.replace(file)
    try:
        catalogue = load(root)
    except Issues as issues:
        file.write_bytes(before)
        said = "; ".join(issue.as_text() for issue in issues.issues[:3])
        raise EditError(f"Nothing was changed, since this would not be sound: {said}") from None
    write_ledger(root, catalogue.events)
