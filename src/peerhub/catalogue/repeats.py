"""What a record says twice, and what two records say that only one may: a title, a DOI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peerhub.catalogue.document import Path
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code

MAY_REPEAT = ("headline",)
"""Lists of lines that are read as one text, in which a line may come again."""


def check_repeats(shelves: Mapping[str, RecordList]) -> None:
    """Report each item that stands twice in one list, and each name that two of a kind have."""
    for shelf in shelves.values():
        for number, item in shelf.raw.items():
            top: Path = (shelf.key,) if shelf.kind.is_single else (shelf.key, number)
            for path, said in _twice(item, top):
                mark, whole = shelf.document.mark(path), shelf.document.mark(path[:-1])
                if not any(map(shelf.document.has_issue_at, (mark, whole))):
                    told = f"'{said}' is listed twice", "Take one of them out."
                    shelf.document.report(mark, Code.TAKEN, *told)
        for field in shelf.kind.own:
            _is_their_own(shelf, field)


def _twice(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each text within a value that stood in the same list before, and its place."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if type(one) in (tuple, dict) and key not in MAY_REPEAT:
                yield from _twice(one, (*path, key))
    elif isinstance(value, tuple):
        seen: set[str] = set()
        for at, one in enumerate(value):
            if isinstance(one, str):
                plain = one.casefold()
                if plain in seen:
                    yield (*path, at), one
                seen.add(plain)
            elif type(one) in (tuple, dict):
                yield from _twice(one, (*path, at))


def _is_their_own(shelf: RecordList, field: str) -> None:
    """Report each record that says in a field what one before it says there."""
    first: dict[str, Any] = {}
    for number, item in shelf.raw.items():
        said = item.get(field)
        if not isinstance(said, str) or not said.strip():
            continue
        plain = " ".join(said.casefold().split())
        mark = shelf.document.mark((shelf.key, number, field))
        if plain in first and not shelf.document.has_issue_at(mark):
            shelf.document.report(
                mark,
                Code.TAKEN,
                f"{shelf.kind.called} '{item.get('id')}' has the {field} of '{first[plain]}'",
                "Give each its own, or join the two.",
            )
        first.setdefault(plain, item.get("id"))
