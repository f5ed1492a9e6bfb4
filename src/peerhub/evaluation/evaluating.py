"""From a folder of sheets to a folder with the national picture: all of it, or nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from peerhub.evaluation.judging import Judgement, judged
from peerhub.evaluation.layout import LARGEST_FILE, SheetLayout
from peerhub.evaluation.merging import Merged, NationalFigures, merged
from peerhub.evaluation.ods_sheet import ods_sheet
from peerhub.evaluation.picture_book import picture_book
from peerhub.evaluation.picture_csv import picture_csv
from peerhub.evaluation.picture_page import picture_page
from peerhub.evaluation.sheet_fault import SheetFault, filled
from peerhub.stopped import Stopped
from peerhub.words import counted

PAGE, TABLE, BOOK = (f"national-picture.{kind}" for kind in ("html", "csv", "ods"))
NOTE = "MADE-BY-EVALUATE.txt"
SAID = (
    "Made by `peerhub evaluate`, and written anew each time: change nothing here, and put nothing "
    "beside it.\n"
)
OURS = frozenset({PAGE, TABLE, BOOK, NOTE})
LEFT_BY_PROGRAMS = ("~$", ".")
LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
"""How files begin, or are called, that programs leave in a folder and nobody sent."""


class EvaluationStopped(Stopped):
    """One line: why no picture was made, and what to do."""


@dataclass(frozen=True)
class SheetFolder:
    """What stands in a folder: the sheets, sorted, and the folders, which are not looked into."""

    sheets: Sequence[Path]
    folders: Sequence[str]


def sheets_in(folder: Path) -> SheetFolder:
    """Return what stands in a folder. Raises EvaluationStopped where there is no sheet."""
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise EvaluationStopped(
            f"{folder} cannot be read: {(error.strerror or str(error)).lower()}. Name the folder "
            "with the sheets."
        ) from None
    sent = [
        one
        for one in found
        if not one.name.startswith(LEFT_BY_PROGRAMS) and one.name.lower() not in LEFT_BY_SYSTEMS
    ]
    sheets = [one for one in sent if not one.is_dir()]
    if not sheets:
        raise EvaluationStopped(f"There is no file in {folder}. Put the forces' sheets into it.")
    return SheetFolder(sheets, [one.name for one in sent if one.is_dir()])


def evaluated(layout: SheetLayout, sheets: Sequence[Path], maker: str) -> Merged:
    """Return what becomes of sheets on a disk; `maker` calls itself their author."""
    return merged(layout, {shown(one.name): _judged(layout, one, maker) for one in sheets})


def shown(name: str) -> str:
    """Return a file's name as it can be shown on one line: what is no letter there is a "?"."""
    text = name.encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _judged(layout: SheetLayout, file: Path, maker: str) -> Judgement:
    """Return what is judged of a file, of which no more is read than a sheet may have."""
    try:
        if not file.is_file():  # a pipe, say, at which reading would wait for ever
            return Judgement([SheetFault("not-a-sheet")])
        with file.open("rb") as held:
            content = held.read(LARGEST_FILE + 1)
    except OSError:
        return Judgement([SheetFault("unreadable")])
    return judged(layout, content, maker)


def told(merged: Merged, folders: Sequence[str]) -> Iterator[str]:
    """Yield the lines of what is wrong, and then of what is worth knowing."""
    for file, fault in merged.faults:
        yield fault.line(file)
    for file, notice in merged.notices:
        yield f"Notice: {notice.line(file)}"
    for name in folders:
        yield f"Notice: {shown(name)}: this is a folder, and nobody looked into it"


def too_few(merged: Merged) -> str:
    """Return why there is no picture."""
    if not merged.used:
        every = counted(merged.found, "sheet")
        return f"None of {every} can be used. What to put right stands above. Nothing was written."
    return f"{filled('too-few', {'found': merged.used})}. Nothing was written."


def outcome(merged: Merged, folder: Path) -> str:
    """Return what became of the sheets, and where the picture is."""
    lines = [f"The picture is made of {merged.used} of {counted(merged.found, 'sheet')}."]
    if merged.refused:
        left = f"{counted(len(merged.refused), 'sheet')} left out: {', '.join(merged.refused)}."
        lines.append(f"{left} What to put right stands above.")
    lines.append(f"It is in {folder}: {PAGE}, {TABLE} and {BOOK}. No sheet was changed or sent.")
    return "\n".join(lines)


def files_of(picture: NationalFigures) -> Mapping[str, bytes]:
    """Return the files of a picture by their names: the same bytes for the same figures."""
    return {
        PAGE: picture_page(picture).encode(),
        TABLE: picture_csv(picture).encode(),
        BOOK: ods_sheet(picture_book(picture), dt.date.fromisoformat(picture.end)),
        NOTE: SAID.encode(),
    }


def refuse_foreign(folder: Path) -> None:
    """Raise EvaluationStopped where a folder holds anything that is no picture of ours."""
    if not folder.exists():
        return
    held = {one.name for one in folder.iterdir()} if folder.is_dir() else {folder.name}
    if held and (NOTE not in held or held - OURS):
        raise EvaluationStopped(
            f"{folder} holds something else. Name a new folder with --to, or empty this one."
        )


def write_picture(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a picture into a folder, in place of an older one. Raises EvaluationStopped.

    The folder holds the old picture or the new one, whole.
    """
    refuse_foreign(folder)
    beside = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        made, old = beside / "new", beside / "old"
        made.mkdir()
        for name, content in files.items():
            (made / name).write_bytes(content)
        if folder.exists():
            folder.rename(old)
        try:
            made.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    except OSError as error:
        raise EvaluationStopped(
            f"{folder} cannot be written: {(error.strerror or str(error)).lower()}. Free some "
            "space, or name another folder with --to."
        ) from None
    finally:
        if beside is not None:
            shutil.rmtree(beside, ignore_errors=True)
