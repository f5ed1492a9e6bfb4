"""The command `peerhub offline`: the whole hub in one ZIP."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.hub import Hub
from peerhub.offline.bag import bag, paths_of
from peerhub.offline.chosen import Choice, left_out
from peerhub.offline.templates import START, Facts
from peerhub.questions.signposting import danger_phones
from peerhub.stopped import Stopped
from peerhub.words import counted, day


class OfflineStopped(Stopped):
    """One line: why no ZIP was made, and what to do."""


def add_offline(commands: Any) -> None:
    """Add the command to those of the program."""
    offline = commands.add_parser("offline", help="put the whole hub into a ZIP for a disk")
    offline.add_argument("--all", action="store_true", help="with every poster of every force")
    offline.add_argument(
        "--force", action="append", default=[], metavar="ID", help="with the posters of this force"
    )
    offline.add_argument(
        "--workshop",
        action="append",
        default=[],
        metavar="ID",
        help="with the materials of this workshop, and no others",
    )
    offline.add_argument("--site-dir", type=Path, help="the built site (default: site)")
    offline.add_argument("--out", type=Path, help="the folder for the ZIP (default: offline)")
    offline.set_defaults(run=_offline)


def _offline(root: Path, options: argparse.Namespace) -> None:
    site, out = options.site_dir or root / "site", options.out or root / "offline"
    if not (site / "index.html").is_file():
        raise OfflineStopped(f"There is no finished site in {site}. Run: make site.")
    hub = Hub.open(root)
    choice = chosen(hub.catalogue, options.all, options.force, options.workshop)
    missing = left_out(paths_of(site), choice)
    facts = Facts(
        name=hub.catalogue.site.name,
        edition=hub.stamp.edition,
        day=day(hub.stamp.date),
        address=hub.catalogue.site.address,
        is_example=not hub.catalogue.site.has_real_address,
        left_out=len(missing),
        danger=danger_phones(hub.catalogue.services),
    )
    folder = f"peer-support-hub-{hub.stamp.edition}{'-all' if options.all else ''}"
    content = bag(site, choice, facts, folder)
    try:
        out.mkdir(parents=True, exist_ok=True)
        part = out / f".{folder}.part"
        part.write_bytes(content)
        part.replace(out / f"{folder}.zip")
    except OSError as error:
        raise OfflineStopped(
            f"{error.filename or out} cannot be written: {error.strerror}. "
            "Mend that, or name another folder with --out."
        ) from None
    print(f"The hub is in {out / folder}.zip: {len(content) / 1e6:.0f} MB.")
    print(f"Unpack it anywhere, and open {START}. {_left(len(missing))}")


def _left(count: int) -> str:
    if not count:
        return "Nothing was left out."
    return f"{counted(count, 'file')} of the hub were left out; with all of them: ARGS=--all."


def chosen(catalogue: Catalogue, is_all: bool, forces: list[str], workshops: list[str]) -> Choice:
    """Return the choice that these ids make. Raises OfflineStopped for one that nothing has."""
    known = {one.id: one for one in catalogue.workshops}
    for kind, ids, wanted in (
        ("force", {one.id for one in catalogue.uk_forces}, forces),
        ("workshop", set(known), workshops),
    ):
        for one in wanted:
            if one not in ids:
                raise OfflineStopped(f"There is no {kind} '{one}'. Its id is in data/{kind}s.yml.")
    lessons = {one: tuple(known[one].module_ids) for one in workshops}
    return Choice(is_all, tuple(forces), lessons)
