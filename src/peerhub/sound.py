"""What is said of a hub in which nothing is wrong: what it holds, and what falls due."""

from __future__ import annotations

import datetime as dt
import sys

from peerhub.catalogue.address_ledger import PLACE as ADDRESSES
from peerhub.catalogue.address_ledger import read_address_ledger, unlisted
from peerhub.catalogue.material_ledger import PLACE as MATERIALS
from peerhub.catalogue.material_ledger import read_material_ledger, unrevised
from peerhub.catalogue.reminders import behind, reminders
from peerhub.catalogue.report import written
from peerhub.hub import Hub
from peerhub.models.event_parts import LONDON
from peerhub.words import counted


def tell(hub: Hub, today: dt.date | None = None, style: str = "text") -> None:
    """Say on a day, that of London's clock if none is given, what an editor should hear of.

    Warnings and what the hub holds go to standard error; for other programs (`style`), warnings
    go to standard output as well.
    """
    found = hub.catalogue
    warnings = reminders(found, hub.root, today or dt.datetime.now(LONDON).date())
    ledger, _ = read_address_ledger(hub.root)
    warnings += behind(ADDRESSES, unlisted(ledger, hub.addresses)) if ledger else []
    revisions, _ = read_material_ledger(hub.root)
    warnings += behind(MATERIALS, unrevised(revisions, hub.ledger_sums())) if revisions else []
    if style != "text" and (warnings or style != "github"):
        print(written(warnings, style))
    for warning in warnings:
        print(f"Warning: {warning.as_line()}", file=sys.stderr)
    held = [
        counted(len(found.uk_forces), "UK force"),
        counted(len(found.modules), "module"),
        counted(len(found.workshops), "workshop"),
        counted(len(found.events), "event"),
        counted(len(found.services), "service"),
        counted(len(found.evidence), "source"),
        counted(len(found.pages), "page"),
    ]
    print(f"All is sound: {', '.join(held)}.", file=sys.stderr)


def tell_of_example(hub: Hub) -> None:
    """Say to standard error, when a site is built, that the hub's address is only an example."""
    site = hub.catalogue.site
    if not (site.has_real_address or site.demonstration):
        print(
            f"Warning: data/site.yml: the address {site.address} is only an example. Posters and "
            "their QR codes hold it and lead nowhere. Write the real one before you print any.",
            file=sys.stderr,
        )
