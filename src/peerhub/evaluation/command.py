"""The command `peerhub evaluate`: forces' sheets in a folder become the national picture."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.evaluation.evaluating import (
    BOOK,
    PAGE,
    TABLE,
    EvaluationStopped,
    evaluated,
    files_of,
    refuse_foreign,
    sheets_in,
    shown,
    write_picture,
)
from peerhub.evaluation.layout import layout_of
from peerhub.evaluation.merging import Merged
from peerhub.evaluation.sheet_fault import filled
from peerhub.words import counted


def add_evaluate(commands: Any, opened: Callable[[Path], Catalogue]) -> None:
    """Add the command to those of the program."""
    evaluate = commands.add_parser(
        "evaluate", help="put the evaluation sheets of forces together; nothing is sent"
    )
    evaluate.add_argument("folder", type=Path, help="the folder with the sheets (ODS or XLSX)")
    evaluate.add_argument(
        "--to", type=Path, help="a folder for the picture (default: beside it, NAME-picture)"
    )
    evaluate.set_defaults(run=lambda root, options: _evaluate(root, options, opened))


def _evaluate(root: Path, options: argparse.Namespace, opened: Callable[[Path], Catalogue]) -> int:
    folder = options.folder.resolve()
    out = (options.to or folder.with_name(f"{folder.name}-picture")).resolve()
    found = sheets_in(folder)
    refuse_foreign(out)
    catalogue = opened(root)
    merged = evaluated(layout_of(catalogue), found.sheets, catalogue.site.name)
    for file, fault in merged.faults:
        print(fault.line(file), file=sys.stderr)
    for file, notice in merged.notices:
        print(f"Notice: {notice.line(file)}", file=sys.stderr)
    for name in found.folders:
        print(f"Notice: {shown(name)} is a folder, and was not looked into.", file=sys.stderr)
    if merged.picture is None:
        raise EvaluationStopped(
            f"{filled('too-few', {'found': merged.used})}. Nothing was written."
        )
    write_picture(out, files_of(merged.picture))
    print(_told(merged, out))
    return 1 if merged.faults else 0


def _told(merged: Merged, out: Path) -> str:
    """Return what became of the files, in a line or two."""
    lines = [f"The picture is made of {merged.used} of {counted(merged.found, 'sheet')}."]
    if merged.refused:
        left = counted(len(merged.refused), "sheet")
        lines.append(
            f"{left} left out: {', '.join(merged.refused)}. What to put right stands above."
        )
    lines.append(f"It is in {out}: {PAGE}, {TABLE} and {BOOK}. No sheet was changed or sent.")
    return "\n".join(lines)
