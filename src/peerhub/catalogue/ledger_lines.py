"""What every ledger of text shares: a head of remarks, and a line for each thing, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from peerhub.catalogue.document import Document, Mark
from peerhub.catalogue.issue import Issue
from peerhub.faults import Code

FOLDER = Path("data") / "ledger"
LEDGERS = ("events.txt", "materials.txt", "posters.txt", "services.txt")
"""What an edition writes down, all at once, and the check holds a project to."""

UNREADABLE = "?"
"""Stands for the lines of a ledger whose bytes are no text."""


def read_lines(root: Path, place: Path, take: Callable[[str, int], None]) -> Document:
    """Give each line of a ledger, and its number from 1, to `take`; empty lines and remarks go.

    `take` raises ValueError for a line that it cannot read, which then is an issue of the document
    returned. A project without the ledger has nothing to hold to yet.
    """
    document = Document(place.as_posix())
    try:
        lines = (root / place).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return document
    except (OSError, UnicodeDecodeError):
        lines = [UNREADABLE]
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            take(line, number)
        except ValueError:
            document.report(
                Mark(number, 1),
                Code.UNREADABLE,
                "this line of the ledger cannot be read",
                f"Bring the file back: git checkout -- {place.as_posix()}.",
            )
    return document


def missing_ledgers(root: Path) -> Iterator[Issue]:
    """Yield a problem for a ledger that is gone while the others are there.

    A project that has published nothing has none of them, or the first ones alone.
    """
    gone = [name for name in LEDGERS if not (root / FOLDER / name).exists()]
    for name in gone if len(gone) == 1 else ():
        file = (FOLDER / name).as_posix()
        message = "the ledger is gone, and with it what was published before"
        yield Issue(file, 1, 1, Code.UNREADABLE, message, f"Bring it back: git checkout -- {file}.")


def write_lines(root: Path, place: Path, head: str, lines: Iterable[str]) -> None:
    """Write a ledger: its head, whose lines begin with `#`, and its lines without their ends."""
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
