"""Rules for the set of indicators: few enough to be collected, and something of each topic."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.indicator import MOST, TOPICS
from peerhub.words import listed


def check_indicators(shelves: Mapping[str, RecordList]) -> None:
    """Report an indicator too many, and topics that none is about. No indicators at all are fine.

    Two indicators of one title could not be told apart on a sheet.
    """
    found = shelves["indicators"]
    if not found.raw:
        return
    if len(found.raw) > MOST:
        found.document.report(
            found.document.mark(("indicators", list(found.raw)[MOST])),
            Code.SIZE,
            f"there are {len(found.raw)} indicators, and {MOST} at most",
            "Take out what a force can do without, or join two.",
        )
    missing = set(TOPICS) - {str(one.get("topic")) for one in found.raw.values()}
    if missing and found.is_whole and len(found.records) == len(found.raw):
        found.document.report(
            found.document.key_mark(("indicators",)),
            Code.CONTRADICTION,
            f"no indicator is about {listed([one for one in TOPICS if one in missing])}",
            "Add one for each topic that is missing.",
        )
    _titles_are_distinct(found)


def _titles_are_distinct(found: RecordList) -> None:
    taken: dict[str, str] = {}
    for number, one in found.raw.items():
        title = one.get("title")
        if not isinstance(title, str):
            continue
        key = " ".join(title.casefold().split())
        if key in taken:
            found.document.report(
                found.document.mark(("indicators", number, "title")),
                Code.TAKEN,
                f"'{one.get('id')}' has the same title as '{taken[key]}'",
                "Give each a title of its own.",
            )
        taken.setdefault(key, str(one.get("id")))
