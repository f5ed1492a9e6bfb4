"""The command `peerhub evaluate`: forces' sheets in a folder become the national picture."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue

Opened = Callable[[Path], Catalogue]
"""What reads and checks the hub at a folder."""


def add_evaluate(commands: Any, opened: Opened) -> None:
    """Add the command to those of the program."""
    evaluate = commands.add_parser(
        "evaluate", help="put the evaluation sheets of forces together; nothing is sent"
    )
    evaluate.add_argument("folder", type=Path, help="the folder with the sheets (ODS or XLSX)")
    evaluate.add_argument(
        "--to", type=Path, help="a folder for the picture (default: beside it, NAME-picture)"
    )
    evaluate.set_defaults(run=lambda root, options: _evaluate(root, options, opened))


def _evaluate(root: Path, options: argparse.Namespace, opened: Opened) -> int:
    """Return 0, or 1 where a sheet was left out, though the picture of the rest is made."""
    from peerhub.evaluation import evaluating
    from peerhub.evaluation.layout import layout_of

    folder = options.folder.resolve()
    out = (options.to or folder.with_name(f"{folder.name}-picture")).resolve()
    found = evaluating.sheets_in(folder)
    evaluating.refuse_foreign(out)
    catalogue = opened(root)
    merged = evaluating.evaluated(layout_of(catalogue), found.sheets, catalogue.site.name)
    for line in evaluating.told(merged, found.folders):
        print(line, file=sys.stderr)
    if merged.picture is None:
        raise evaluating.EvaluationStopped(evaluating.too_few(merged))
    evaluating.write_picture(out, evaluating.files_of(merged.picture))
    print(evaluating.outcome(merged, out))
    return 1 if merged.faults else 0
