"""The command `peerhub recall`: what holds a number, and the taking back of it."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue.recalled import PLACE, write_recall
from peerhub.models.event_parts import LONDON
from peerhub.models.recall import Recall
from peerhub.publish.compose import Contents, scan
from peerhub.publish.errors import PublishStopped
from peerhub.publish.holdings import NOW, Holding, in_served, in_sources
from peerhub.publish.recalling import recall_of, refuse
from peerhub.publish.targets import target_at
from peerhub.words import counted, listed

NOTICE = "posters/recalled/"
"""The page that tells forces what to take down."""


def add_recall(commands: Any) -> None:
    """Add the command to those of the program."""
    recall = commands.add_parser("recall", help="find what holds a number, and take it back")
    recall.add_argument("what", help="a number or an address, or the id of a module or a source")
    recall.add_argument("--to", metavar="TARGET", help="look into what is published there")
    recall.add_argument("--site-dir", type=Path, help="look into this site (default: site)")
    recall.add_argument("--retire", action="store_true", help="serve it never again")
    recall.set_defaults(run=_recall)


def _recall(root: Path, options: argparse.Namespace) -> None:
    recall = recall_of(root, options.what, dt.datetime.now(LONDON).date())
    tree, editions, read = _served(root, options)
    sources = list(in_sources(root, recall))
    served = in_served(tree, editions, read, recall)
    is_found = bool(sources or served or recall.codes)
    if options.retire:
        refuse(root, recall, is_found=is_found)
    elif not is_found:
        raise PublishStopped(
            f"Nothing holds {recall.what}: {counted(len(tree), 'served file')} and the sources "
            "were read. Compare it with the copy; --to TARGET looks into what is published."
        )
    for line in _lines(recall, sources, served):
        print(line)
    if not tree:
        print("No site was looked into: run make site first, or give --to TARGET.")
    if options.retire:
        write_recall(root, recall)
        print(f"It is taken back: {PLACE.as_posix()} keeps it out from now on.")
        print(f"The notice for forces will stand at /{NOTICE}. Mend what peerhub check names,")
        print("commit data/, then publish: peerhub publish --to …")


def _served(
    root: Path, options: argparse.Namespace
) -> tuple[Mapping[str, str], frozenset[str], Callable[[str], bytes]]:
    """Return the tree of what is served, its editions, and how to read its contents."""
    if options.to:
        target = target_at(options.to, root)
        now = target.current()
        if now is None:
            raise PublishStopped(
                f"{target.name} serves nothing yet. Publish first: peerhub publish --to …"
            )
        return now.tree, frozenset(one.name for one in now.editions), target.read
    site = options.site_dir or root / "site"
    contents = Contents()
    if options.site_dir is None and not (site / "index.html").is_file():
        return {}, frozenset(), contents.read
    return scan(site, contents), frozenset(), contents.read


def _lines(recall: Recall, sources: list[str], served: list[Holding]) -> Iterator[str]:
    if recall.codes:
        yield f"Posters with {_named(recall.codes)} bear it, wherever they hang."
    for place in sources:
        yield f"typed: {place}"
    for one in served:
        where = "current" if one.edition == NOW else f"edition {one.edition}"
        yield f"{where}: {one.kind}: {one.path}"
    total = counted(len(served), "served file")
    typed = counted(len(sources), "place")
    yield f"{recall.sign[0].upper()}{recall.sign[1:]}: {total}, and {typed} in the sources."


def _named(codes: tuple[str, ...]) -> str:
    return f"the code{'' if len(codes) == 1 else 's'} {listed(codes)}"
