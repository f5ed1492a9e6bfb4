"""The commands that print posters: all of them, some, a part; and the joining of parts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.press.engine.errors import PressError

Opened = Callable[[Path], Catalogue]
"""What reads and checks the hub at a folder."""

ELSEWHERE = "Free it, or name another folder: --out FOLDER."


def add_posters(commands: Any, printing: argparse.ArgumentParser, opened: Opened) -> None:
    """Add the commands `posters` and `join`."""
    posters = commands.add_parser("posters", parents=[printing], help="make the posters only")
    posters.add_argument("--out", type=Path, help="where to (default: site)")
    posters.add_argument("--cluster", metavar="ADDRESS", help="drawn by a Dask cluster (tcp://…)")
    some = posters.add_mutually_exclusive_group()
    some.add_argument("--force", action="append", metavar="ID", help="for this force only")
    some.add_argument("--shard", metavar="PART", help="one part of several only, such as 3/16")
    some.add_argument("--plan", metavar="COUNT", help="print the parts, and make none")
    posters.set_defaults(run=lambda root, options: _posters(root, options, opened))

    joining = commands.add_parser(
        "join", parents=[printing], help="put the posters of all parts in place"
    )
    joining.add_argument("parts", type=Path, nargs="+", help="the folder of each part")
    joining.add_argument("--out", type=Path, help="where to (default: site)")
    joining.set_defaults(run=lambda root, options: _join(root, options, opened))


def _posters(root: Path, options: argparse.Namespace, opened: Opened) -> None:
    catalogue = opened(root)
    if options.plan is not None:
        from peerhub.orders.joining import plan

        print(json.dumps(plan(catalogue, options.plan)))
        return
    known = [force.id for force in catalogue.uk_forces]
    for force in options.force or []:
        if force not in known:
            raise PressError(f"there is no force '{force}'. Its id is in data/forces.yml.")
    out = (options.out or root / "site").resolve()
    if options.shard and out == (root / "site").resolve():
        raise PressError("A part needs a folder of its own.", "Name it: --out FOLDER.")
    _print(root, catalogue, out, options)


def _print(root: Path, catalogue: Catalogue, out: Path, options: argparse.Namespace) -> None:
    from peerhub.orders.posters import print_posters
    from peerhub.progress import progress
    from peerhub.workroom import workroom

    given = {name: getattr(options, name, None) for name in ("shard", "cluster")}
    telling = progress(["posters"])
    if out.exists() and not out.is_dir():
        raise PressError(f"{out} is a file, so no posters can stand there.", ELSEWHERE)
    try:
        with workroom(out, lambda words: print(words, file=sys.stderr)):  # no build changes over
            telling.begin("posters")
            report = print_posters(
                root,
                catalogue,
                out,
                only=getattr(options, "force", None),
                progress=telling,
                **given,
            )
            telling.end()
    except OSError as fault:
        place, said = fault.filename or out, (fault.strerror or str(fault)).lower()
        raise PressError(f"{place} cannot be used: {said}.", ELSEWHERE) from None
    print(report)


def _join(root: Path, options: argparse.Namespace, opened: Opened) -> None:
    from peerhub.orders.joining import join_parts

    catalogue = opened(root)
    join_parts(root, catalogue, options.parts)
    _print(root, catalogue, (options.out or root / "site").resolve(), options)
