"""A file that lost its end: one message for that, and not one for each thing that was in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from peerhub.catalogue.document import Document
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code

MANY = 5
"""The ids that others name and a list does not have, from which on its end is taken to be lost."""
_ITEM = "- "


def is_cut(document: Document) -> bool:
    """Say whether a file ends in the middle of a line, as one does whose saving was broken off."""
    return bool(document.text.strip()) and not document.text.endswith("\n")


def cut_faults(documents: Iterable[Document]) -> list[Issue]:
    """Return a fault for each file that lost its end, and what is wrong before that; or nothing.

    Nothing that hangs on the last record or on what is lost is told: it may all be there again.
    """
    documents = [
        one
        for whole in {id(one): one for one in documents}.values()
        for one in getattr(whole, "parts", (whole,))
    ]
    if not any(map(is_cut, documents)):
        return []
    return [issue for one in documents for issue in (_faults(one) if is_cut(one) else one.issues)]


def _faults(document: Document) -> list[Issue]:
    lines = document.text.split("\n")
    last = max((n for n, line in enumerate(lines, 1) if line.startswith(_ITEM)), default=1)
    cut = Issue(
        document.file,
        len(lines),
        len(lines[-1]) + 1,
        Code.CUT_SHORT,
        "the file stops in the middle of a line, so its end may be lost",
        "Compare it with the last version. If nothing is missing, end the last line with Enter.",
    )
    before = [one for one in document.issues if one.line < last and one.code != Code.SYNTAX]
    return [*before, cut]


def lost_ends(shelves: Mapping[str, RecordList]) -> list[Issue]:
    """Return a fault for each list that lacks so many records that its end must be lost.

    They are then no longer missed one by one.
    """
    found = []
    for shelf in shelves.values():
        if len(shelf.missing) < MANY:
            continue
        found.append(end_lost(shelf, shelf.missing, "others name"))
        shelf.missing.clear()
    return found


def end_lost(shelf: RecordList, lost: Collection[str], who: str, otherwise: str = "") -> Issue:
    """Return the fault of a list that lacks many ids which `who` ("others name") knows of.

    `otherwise` is what to do when they are meant to be gone.
    """
    names = ", ".join(f"'{one}'" for one in sorted(lost)[:3])
    return Issue(
        shelf.document.file,
        max(1, shelf.document.text.rstrip().count("\n") + 1),
        1,
        Code.CUT_SHORT,
        f"{len(lost)} {shelf.key} that {who} are not in this file: {names} and more",
        f"Is its end lost? Compare it with the last version.{otherwise}",
    )
