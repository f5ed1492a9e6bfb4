"""The ledger of recalls, and the check that keeps what was taken back out for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.recall import Recall
from peerhub.models.sought import places

PLACE = Path("data") / "ledger" / "recalled.json"
"""Written by `peerhub recall --retire`. A project without it has taken nothing back."""

TEXTS = (
    ("data", ("*.yml", "*/*.yml")),
    ("docs", ("**/*.md", "**/*.svg")),
    ("materials", ("**/*.html", "**/*.css", "**/*.svg")),
    ("overrides", ("**/*.html", "**/*.css", "**/*.js", "**/*.svg")),
)
"""Where something can be typed that readers are served."""

LISTS = {"module": "modules", "source": "evidence"}
_LEDGER = TypeAdapter(tuple[Recall, ...])


def read_recalls(root: Path) -> tuple[tuple[Recall, ...], list[Issue]]:
    """Return what was taken back, in order, and the fault of a ledger that cannot be read."""
    try:
        return _LEDGER.validate_json((root / PLACE).read_bytes(), strict=False), []
    except FileNotFoundError:
        return (), []
    except (OSError, ValidationError):
        name = PLACE.as_posix()
        fault = "the record of what was taken back cannot be read"
        hint = f"Bring the file back: git checkout -- {name}."
        return (), [Issue(name, 1, 1, Code.UNREADABLE, fault, hint)]


def write_recall(root: Path, recall: Recall) -> None:
    """Add a recall to the ledger."""
    known, _ = read_recalls(root)
    file = root / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(to_json((*known, recall), indent=1) + b"\n")


def check_recalls(
    root: Path, recalls: Iterable[Recall], shelves: Mapping[str, RecordList]
) -> Iterator[Issue]:
    """Yield a fault wherever something stands again that was taken back."""
    recalls = tuple(recalls)
    yield from _back_in_the_data(recalls, shelves)
    typed = [
        (recall, one)
        for recall in recalls
        for one in recall.words
        if recall.kind in ("number", "address") or "/" in one
    ]
    for file in text_files(root) if typed else ():
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # told of where it is read
        for recall, one in typed:
            for at in places(text, one):
                yield _typed(file.relative_to(root).as_posix(), text, at, recall)


def text_files(root: Path) -> Iterator[Path]:
    """Yield the files of a project whose words reach readers, in order."""
    for folder, patterns in TEXTS:
        found = {file for pattern in patterns for file in (root / folder).glob(pattern)}
        yield from sorted(found)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return the line and the column, both from 1, of a place in a text."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _typed(file: str, text: str, at: int, recall: Recall) -> Issue:
    line, column = line_and_column(text, at)
    what = "a number" if recall.kind == "number" else "an address"
    if recall.kind == "source":
        what = "the address of a source"
    return Issue(
        file,
        line,
        column,
        Code.RECALLED,
        f"this is {what} that was taken back on {recall.on} ({recall.called})",
        "Take it out: readers who follow it are sent astray. Link to /support/ for numbers.",
    )


def _back_in_the_data(
    recalls: Sequence[Recall], shelves: Mapping[str, RecordList]
) -> Iterator[Issue]:
    for recall in recalls:
        shelf = shelves.get(LISTS.get(recall.kind, ""))
        number = shelf.ids.get(recall.what) if shelf else None
        if shelf is None or number is None:
            continue
        mark = shelf.document.mark((shelf.key, number, "id"))
        yield Issue(
            shelf.document.named(mark),
            mark.line,
            mark.column,
            Code.RECALLED,
            f"the {recall.kind} '{recall.what}' was withdrawn on {recall.on}",
            "Take it out, or give what stands here now an id of its own.",
        )
