"""The ledger of materials: which revision of its words each file has, and since when.

A file that is printed or handed out says its own revision, and not the edition's. So a file whose
words have not changed is the same file in every edition, and a copy on paper can be compared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue.document import Document
from peerhub.catalogue.ledger_lines import read_lines, write_lines

PLACE = Path("data") / "ledger" / "materials.txt"
HEAD = """\
# The revision of each material: what it is, its number, the day of it, and a sum of its words.
# Written by `peerhub check --write-ledger`. Do not change it by hand.
"""


@dataclass(frozen=True)
class Revision:
    """One state of a material's words: its number, from 1, the day of it, and a sum of them."""

    number: int
    on: dt.date
    sum: str


def read_material_ledger(root: Path) -> tuple[dict[str, Revision], Document]:
    """Return the revisions by material, and the document whose issues name broken lines.

    A material is named `module/<id>/<kind>` or `workshop/<id>/<kind>`.
    """
    found: dict[str, Revision] = {}

    def take(line: str, _: int) -> None:
        name, revision, day, total = line.split()
        found[name] = Revision(int(revision), dt.date.fromisoformat(day), total)

    document = read_lines(root, PLACE, take)
    return found, document


def revision_now(known: Revision | None, total: str, day: dt.date) -> Revision:
    """Return the revision of words with a sum: the one that is known, or the next, of a day."""
    if known is None:
        return Revision(1, day, total)
    return known if known.sum == total else Revision(known.number + 1, day, total)


def write_material_ledger(root: Path, sums: Mapping[str, str], day: dt.date) -> None:
    """Bring the ledger up to date with the sums of all materials, each change being of a day.

    A material that has gone keeps its line, so that its number is never given out again.
    """
    known, _ = read_material_ledger(root)
    now = {name: revision_now(known.get(name), total, day) for name, total in sums.items()}
    lines = (
        f"{name} {one.number} {one.on} {one.sum}" for name, one in sorted({**known, **now}.items())
    )
    write_lines(root, PLACE, HEAD, lines)


def unrevised(ledger: Mapping[str, Revision], sums: Mapping[str, str]) -> list[str]:
    """Return the materials whose words are not those that the ledger holds."""
    return [name for name, total in sums.items() if name not in ledger or ledger[name].sum != total]
