"""Messages as a PO file, which translators' programs open, and the answers that come back in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from peerhub.editing.errors import EditError
from peerhub.editing.translations import Message

BY, ON = "X-Checked-By", "X-Checked-On"
"""The lines of the head in which a translator signs off: a role, and a day."""
HEAD = {
    "Project-Id-Version": "Peer Support Hub",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    BY: "",
    ON: "",
}
NOTE = """\
The words of the hub that have a side in this language. Each message is one field, each line of
it a line. A message marked fuzzy is a draft. To sign off, take that mark away from every message
of a record, write your role (such as: force translator; never a name) after X-Checked-By, and
the day (2027-01-05) after X-Checked-On."""


@dataclass(frozen=True)
class Answers:
    """What came back: the translated words by place, what is signed off, by whom and when."""

    words: Mapping[str, str]
    english: Mapping[str, str]
    """The English that each was translated from."""
    fuzzy: frozenset[str] = field(default_factory=frozenset)
    checked_by: str = ""
    checked_on: dt.date | None = None


def written(some: Iterable[Message], language: str) -> str:
    """Return messages in a language as a PO file: the same messages give the same bytes."""
    file = polib.POFile(wrapwidth=100)
    file.header = NOTE
    file.metadata = {**HEAD, "Language": language}
    for one in some:
        file.append(
            polib.POEntry(
                msgctxt=one.place,
                msgid=one.english,
                msgstr=one.words,
                flags=[] if one.is_checked else ["fuzzy"],
            )
        )
    return f"{file}\n"


def read(path: Path) -> Answers:
    """Return what a PO file holds. Raises EditError in one line where it is none."""
    try:
        file = polib.pofile(str(path), check_for_duplicates=True, encoding="utf-8")
    except (OSError, ValueError, UnicodeDecodeError) as error:
        said = str(error).splitlines()[0] if str(error) else "it cannot be read"
        raise EditError(f"{path.name}: this is no PO file: {said}.") from None
    held = [one for one in file if one.msgctxt and not one.obsolete]
    if not held:
        raise EditError(f"{path.name}: no message in it says where it belongs (msgctxt).")
    return Answers(
        {one.msgctxt: one.msgstr for one in held},
        {one.msgctxt: one.msgid for one in held},
        frozenset(one.msgctxt for one in held if one.fuzzy or not one.msgstr.strip()),
        file.metadata.get(BY, "").strip(),
        _day(path, file.metadata.get(ON, "").strip()),
    )


def _day(path: Path, value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise EditError(f"{path.name}: {ON} is '{value}'. Write the day like 2027-01-05.") from None
