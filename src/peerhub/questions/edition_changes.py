"""What has changed from one edition to another, for somebody who teaches from the earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from peerhub.words import counted, listed

BRIEF_AGAIN = 10
"""Minutes by which a module must change before trainers need a new briefing: our suggestion."""


@dataclass(frozen=True)
class EditionChange:
    """One thing that differs, in words."""

    kind: str
    """`module`, `workshop` or `service`."""
    id: str
    title: str
    what: str
    """What is different, as a sentence without its stop: "10 minutes longer"."""
    brief_again: bool = False
    """Whether trainers who taught the earlier one should be briefed before they teach it."""
    is_gone: bool = False


def edition_changes(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[EditionChange, ...]:
    """Return what differs between two snapshots, modules first, each kind in order of title."""
    found = [
        *_of_modules(_by_id(before, "modules"), _by_id(after, "modules")),
        *_of_workshops(_by_id(before, "workshops"), _by_id(after, "workshops")),
        *_of_services(before.get("services", {}), after.get("services", {})),
    ]
    return tuple(found)


def history(snapshots: Sequence[Mapping[str, Any]], module: str) -> tuple[tuple[str, str], ...]:
    """Return the editions in which a module changed and what changed, newest first."""
    rows = [
        (str(after["edition"]), one.what)
        for before, after in pairwise(snapshots)
        for one in edition_changes(before, after)
        if (one.kind, one.id) == ("module", module)
    ]
    return tuple(reversed(rows))


def _by_id(snapshot: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {one["id"]: one for one in snapshot.get(key, ())}


def _of_modules(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[EditionChange]:
    for key in _in_order(before, after):
        old, new = before.get(key), after.get(key)
        title = (new or old or {})["title"]
        if old is None:
            yield EditionChange("module", key, title, "new", brief_again=True)
        elif new is None:
            yield EditionChange(
                "module", key, title, "no longer part of the curriculum", is_gone=True
            )
        else:
            parts = list(_module_parts(old, new))
            if parts:
                gained = abs(new["minutes"] - old["minutes"]) >= BRIEF_AGAIN
                reworded = old["outcomes"] != new["outcomes"]
                yield EditionChange("module", key, title, listed(parts), gained or reworded)


def _module_parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if old["title"] != new["title"]:
        yield f"was called “{old['title']}”"
    gained = new["minutes"] - old["minutes"]
    if gained:
        yield f"{counted(abs(gained), 'minute')} {'longer' if gained > 0 else 'shorter'}"
    if old["outcomes"] != new["outcomes"]:
        added = len(set(new["outcomes"]) - set(old["outcomes"]))
        gone = len(set(old["outcomes"]) - set(new["outcomes"]))
        yield f"its outcomes changed ({added} new or reworded, {gone} gone)"
    if old.get("steps") != new.get("steps") and not gained:
        yield "its steps changed"
    if old.get("text") != new.get("text"):
        yield "its words changed"


def _of_workshops(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[EditionChange]:
    for key in _in_order(before, after):
        old, new = before.get(key), after.get(key)
        title = (new or old or {})["title"]
        if old is None:
            yield EditionChange("workshop", key, title, "new", brief_again=True)
        elif new is None:
            yield EditionChange("workshop", key, title, "no longer offered", is_gone=True)
        elif old["modules"] != new["modules"]:
            yield EditionChange("workshop", key, title, "teaches other modules", brief_again=True)
        elif old["timetable"] != new["timetable"]:
            yield EditionChange("workshop", key, title, "its timetable changed")


def _of_services(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[EditionChange]:
    """Compare what help can be reached by. An old number is never repeated: it might be rung."""
    for key in _in_order(before, after):
        old, new = before.get(key), after.get(key)
        title = (new or old or {})["title"]
        if old is None:
            yield EditionChange("service", key, title, "new on the list of help")
        elif new is None:
            yield EditionChange(
                "service", key, title, "no longer on the list of help", is_gone=True
            )
        elif list(old["ways"]) != list(new["ways"]):
            yield EditionChange("service", key, title, "its number changed", brief_again=True)


def _in_order(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    return sorted({*before, *after}, key=lambda key: str((after.get(key) or before[key])["title"]))
