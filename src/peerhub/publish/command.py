"""The commands that bring the hub to its readers: edition, publish, rollback, verify, recall."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.build import build
from peerhub.catalogue import Catalogue
from peerhub.editions.making import make_edition
from peerhub.editions.repository import changed
from peerhub.editions.snapshot import ways
from peerhub.hub import Hub
from peerhub.models.event_parts import LONDON
from peerhub.publish import compose
from peerhub.publish.errors import PublishStopped
from peerhub.publish.objections import PublishRequest, objections
from peerhub.publish.pruning import KEPT_EDITIONS
from peerhub.publish.recall_command import add_recall
from peerhub.publish.release import release
from peerhub.publish.targets import target_at
from peerhub.publish.targets.folder import FolderTarget
from peerhub.questions.signposting import danger_phones
from peerhub.words import counted


def add_commands(commands: Any) -> None:
    """Add the commands of this module to those of the program."""
    edition = commands.add_parser("edition", help="write down an edition: peerhub edition 2026.2")
    edition.add_argument("version", help="the year and a count, as in 2026.2")
    edition.set_defaults(run=_edition)

    publish = commands.add_parser("publish", help="bring the hub to its readers")
    publish.add_argument(
        "--to",
        required=True,
        metavar="TARGET",
        help="a folder, branch:NAME, rsync:HOST:FOLDER, or s3://BUCKET/FOLDER",
    )
    publish.add_argument("--site-dir", type=Path, help="publish this site, and build none")
    publish.add_argument(
        "--today",
        type=dt.date.fromisoformat,
        help="tell readers what is late on this day (default: the real one)",
    )
    publish.add_argument(
        "--keep",
        default=str(KEPT_EDITIONS),
        metavar="N",
        help=f"keep the newest N editions (default: {KEPT_EDITIONS})",
    )
    publish.add_argument("--key", type=Path, help="sign the manifest with this private key")
    publish.set_defaults(run=_publish)

    back = commands.add_parser("rollback", help="serve the publication before this one again")
    back.add_argument("--to", required=True, metavar="TARGET", help="where, as for publish")
    back.set_defaults(run=_rollback)

    add_recall(commands)


def _editions(word: str) -> int:
    """Return how many editions are to be kept. Raises PublishStopped for what is no number."""
    if not word.isascii() or not word.isdecimal() or int(word) < 1:
        raise PublishStopped(
            f"--keep {word}: that is no number of editions. Write 1 or more, such as --keep 20."
        )
    return int(word)


def _edition(root: Path, options: argparse.Namespace) -> None:
    hub = Hub.open(root)
    day = dt.datetime.now(LONDON).date()
    make_edition(root, options.version, day, hub.catalogue, sums=hub.material_sums())


def _publish(root: Path, options: argparse.Namespace) -> None:
    target, keep = target_at(options.to, root), _editions(options.keep)
    hub = Hub.open(root)
    catalogue = hub.catalogue
    if found := objections(situation(root, catalogue, hub.material_sums())):
        raise PublishStopped(*map(str, found))
    site = options.site_dir or root / "site"
    if isinstance(target, FolderTarget):
        target.apart_from(site)
        target.apart_from(root / "site")
    if not options.site_dir:
        print("Building the site", flush=True)
        day = options.today or dt.datetime.now(LONDON).date()
        build(root, site, os.environ, day=day)
    print(f"Publishing to {target.name}", flush=True)
    facts = hub_of(catalogue)
    done = release(root, site, target, catalogue, facts, options.key, keep)
    for line in done.lines():
        print(line)


def _rollback(root: Path, options: argparse.Namespace) -> None:
    target = target_at(options.to, root)
    with target.held():
        earlier = target.earlier()
        if not earlier:
            raise PublishStopped(f"{target.name} holds no earlier publication to go back to.")
        target.go_back(earlier[0])
    kept = counted(len(earlier) - 1, "earlier publication")
    print(f"{target.name} serves publication {earlier[0].name} again; {kept} before it.")
    print("Mend what was wrong, then publish again.")


def situation(root: Path, catalogue: Catalogue, sums: Mapping[str, str]) -> PublishRequest:
    """Return how things stand in a project that is to be published.

    `sums` are those of the words of its materials.
    """
    from peerhub.catalogue.ledger import read_ledger, unwritten
    from peerhub.catalogue.material_ledger import unrevised
    from peerhub.catalogue.poster_ledger import read_poster_ledger, unprinted

    return PublishRequest(
        site=catalogue.site,
        changed=changed(root),
        unwritten=(
            *unwritten(read_ledger(root)[0], catalogue.events),
            *unrevised(catalogue.revisions, sums),
            *unprinted(read_poster_ledger(root)[0], catalogue.posters, catalogue.services),
        ),
    )


def hub_of(catalogue: Catalogue) -> compose.HubFacts:
    """Return what a publication needs to know of the hub."""
    numbers = {one.id: ways(one) for one in catalogue.services if one.is_published}
    danger, site = danger_phones(catalogue.services), catalogue.site
    pinned = frozenset(one.workshop_edition for one in catalogue.events if one.workshop_edition)
    return compose.HubFacts(site.name, site.address, numbers, catalogue.recalls, danger, pinned)
