"""Works out a recall from what somebody typed, and refuses one that would do harm."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue.document import read_document
from peerhub.catalogue.joined import files_of
from peerhub.catalogue.poster_ledger import read_poster_ledger
from peerhub.catalogue.recalled import LISTS, line_and_column, read_recalls
from peerhub.catalogue.service_ledger import read_service_ledger
from peerhub.editions.snapshot import snapshots
from peerhub.models.recall import Recall, RecallKind
from peerhub.models.sought import digits_of, is_number, places, plain
from peerhub.publish.errors import PublishStopped

SHORTEST = 5
"""Digits from which on a number is one service's own: 999, 111 and 101 are everybody's."""
ADDRESS = re.compile(r"(?:https?://)?[\w.-]+\.[\w-]{2,}(?:/\S*)?|[\w.+-]+@[\w.-]+\.\w{2,}")
STANDS = ("data/services.yml", "data/site.yml")
"""Where what is still in use stands."""
SOMEONE = "a service that the hub named"


def recall_of(root: Path, typed: str, on: dt.date) -> Recall:
    """Return the recall of what was typed. Raises PublishStopped for what is nothing of ours."""
    what = typed.strip()
    if is_number(what):
        if len(digits_of(what)) < SHORTEST:
            raise PublishStopped(
                f"{what} has too few digits to be one service's own. Give the whole number."
            )
        codes = _codes(root, digits_of(what))
        return _recall("number", what, _service(root, what) or SOMEONE, [what], on, codes=codes)
    for kind, record in _records(root):
        if record.get("id") == what:
            return _of_record(kind, record, on)
    if ADDRESS.fullmatch(what):
        words = re.sub(r"^https?://|/$", "", what)
        return _recall("address", what, _service(root, what) or SOMEONE, [words], on)
    raise PublishStopped(
        f"{what!r} is no number, no web address, and no id of a module or a source. "
        "Write it as it is printed, in quotes."
    )


def refuse(root: Path, recall: Recall, *, is_found: bool) -> None:
    """Raise PublishStopped when something may not be taken back, or was before."""
    recalls, faults = read_recalls(root)
    if faults:
        raise PublishStopped(*(one.as_line() for one in faults))
    for one in recalls:
        if (one.kind, plain(one.what)) == (recall.kind, plain(recall.what)):
            raise PublishStopped(
                f"{recall.what} was taken back on {one.on} already. To take it from what readers "
                "are served, publish: peerhub publish --to …"
            )
    for place in _in_use(root, recall):
        raise PublishStopped(
            f"{place}: {recall.what} is still in use. Change it or take it out there, then recall "
            "it."
        )
    if recall.kind in ("number", "address") and not is_found and not _was_given(root, recall):
        raise PublishStopped(
            f"Nothing holds {recall.what}, and no edition ever gave it. Compare it with the copy, "
            "figure by figure."
        )


def _in_use(root: Path, recall: Recall) -> Iterator[str]:
    if recall.kind not in ("number", "address"):
        return
    for name in (one for stands in STANDS for one in files_of(root, stands)):
        file = root / name
        text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
        for words in recall.words:
            for at in places(text, words):
                line, column = line_and_column(text, at)
                yield f"{name}:{line}:{column}"


def _records(root: Path) -> Iterator[tuple[RecallKind, Mapping[str, Any]]]:
    """Yield the modules and sources of the data, sound or not, and modules of earlier editions."""
    for kind, key in LISTS.items():
        for name in files_of(root, f"data/{key}.yml"):
            file = root / name
            data = read_document(file.read_bytes(), name).data if file.is_file() else None
            listed = data.get(key, ()) if isinstance(data, dict) else ()
            for one in listed if isinstance(listed, tuple) else ():
                if isinstance(one, dict):
                    yield kind, one  # type: ignore[misc]
    for held in reversed(snapshots(root)):
        for one in held.get("modules", ()):
            yield "module", one
        for one in held.get("sources", ()):
            yield "source", one


def _of_record(kind: RecallKind, record: Mapping[str, Any], on: dt.date) -> Recall:
    key, title = str(record["id"]), str(record.get("title") or record["id"])
    if kind == "module":
        folders = (f"train/modules/{key}/", f"materials/modules/{key}")
        return _recall(kind, key, title, [title], on, folders=folders)
    words = [record.get(field) for field in ("short", "title", "doi", "url")]
    called = str(record.get("short") or title)
    return _recall(kind, key, called, [str(one) for one in words if one], on)


def _recall(
    kind: RecallKind, what: str, called: str, words: list[str], on: dt.date, **more: Any
) -> Recall:
    return Recall(kind=kind, what=what, called=called, words=tuple(words), on=on, **more)


def _service(root: Path, way: str) -> str | None:
    """Return the name of the service that an edition said a number or an address leads to."""
    for held in reversed(snapshots(root)):
        for service in held.get("services", {}).values():
            if any(_leads(way, one) for one in service["ways"]):
                return str(service["title"])
    return None


def _leads(way: str, said: str) -> bool:
    return plain(way) == plain(said) or (is_number(way) and next(places(said, way), -1) >= 0)


def _codes(root: Path, digits: str) -> tuple[str, ...]:
    """Return the codes of posters whose copies bear a number."""
    ledger, _ = read_poster_ledger(root)
    return tuple(sorted(code for code, one in ledger.items() if digits in one.numbers))


def _was_given(root: Path, recall: Recall) -> bool:
    ledger, _ = read_service_ledger(root)
    digits = digits_of(recall.what)
    known = any(digits and digits in one.numbers.split(",") for one in ledger.values())
    return known or bool(recall.codes) or _service(root, recall.what) is not None
