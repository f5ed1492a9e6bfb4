"""Rules for the words of a day: none of its parts is left without any."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.day_words import DAY_PARTS


def check_day_words(shelves: Mapping[str, RecordList]) -> None:
    """Report each part of a day that the list leaves out, where the file has such a list."""
    held = shelves["day_words"]
    if not held.is_whole:
        return
    for part in DAY_PARTS:
        if part not in held.ids:
            held.document.report(
                held.document.key_mark((held.key,)),
                Code.MISSING_KEY,
                f"nothing says the words of the day's '{part}'",
                f"Bring the entry back: - id: {part}.",
            )
