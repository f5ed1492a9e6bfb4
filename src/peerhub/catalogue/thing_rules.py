"""Rules for what to bring: each line stands for needs that modules have, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code


def check_things(shelves: Mapping[str, RecordList]) -> None:
    """Report each need that a line stands for and no module has, and lines of no module."""
    things, modules = shelves["things"], shelves["modules"]
    if not modules.is_whole:
        return
    needs = {need for module in modules.raw.values() for need in _lines(module.get("needs"))}
    document = things.document
    for number, thing in things.raw.items():
        means = _lines(thing.get("means"))
        for place, need in enumerate(means):
            if need not in needs:
                document.report(
                    document.mark(("things", number, "means", place)),
                    Code.NO_SUCH_ID,
                    f"no module needs '{need}'",
                    nearest(need, needs, "Take it out, or write it as data/modules.yml has it."),
                )
        words = thing.get("words")
        if not means and isinstance(words, str) and words not in needs:
            document.report(
                document.mark(("things", number, "words")),
                Code.NO_SUCH_ID,
                f"no module needs '{words}'",
                "Say below 'means' for which needs it stands, or take it out.",
            )


def _lines(value: Any) -> list[str]:
    return list(_strings(value)) if isinstance(value, tuple) else []


def _strings(value: tuple[Any, ...]) -> Iterator[str]:
    return (one for one in value if isinstance(one, str))
