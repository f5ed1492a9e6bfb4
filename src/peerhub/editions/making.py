"""Makes an edition: writes down what it said, and names it in `data/site.yml`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from peerhub.catalogue import Catalogue
from peerhub.catalogue.ledger import write_ledger
from peerhub.catalogue.material_ledger import revision_now, write_material_ledger
from peerhub.catalogue.poster_ledger import write_poster_ledger
from peerhub.catalogue.reminders import critical
from peerhub.catalogue.service_ledger import write_service_ledger
from peerhub.editions.name import Edition
from peerhub.editions.objections import EditionRequest, objections
from peerhub.editions.snapshot import FOLDER, snapshot, snapshots
from peerhub.stopped import Stopped

SITE = Path("data", "site.yml")


class EditionStopped(Stopped):
    """Why no edition was made: one line for each reason."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


def make_edition(
    root: Path,
    version: str,
    day: dt.date,
    catalogue: Catalogue,
    say: Callable[[str], None] = print,
    sums: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the record of an edition made on a day. Raises EditionStopped with every reason.

    `sums` are those of the words of its materials, by their names in the ledger.
    It changes `data/site.yml`, `data/editions/` and the ledgers; what it wrote is to be committed.
    """
    made = tuple(Edition.parse(one["edition"]) for one in snapshots(root))
    current = Edition.parse(catalogue.site.edition)
    late = tuple(critical(catalogue, day))
    situation = EditionRequest(version, day.year, made, current, late)
    if found := objections(situation):
        raise EditionStopped(*map(str, found))
    named = replace(catalogue, as_of=day, making=version)
    now = {key: revision_now(named.revisions.get(key), one, day) for key, one in sums.items()}
    named = replace(named, revisions=now)
    text = snapshot(named, version, day.isoformat())
    site = (root / SITE).read_text(encoding="utf-8")
    record = root / FOLDER / f"{version}.json"
    record.parent.mkdir(exist_ok=True)
    record.write_text(text, encoding="utf-8")
    (root / SITE).write_text(renamed(site, version, day), encoding="utf-8")
    write_ledger(root, catalogue.events)
    write_poster_ledger(root, catalogue.posters, catalogue.services)
    write_service_ledger(root, catalogue.services)
    write_material_ledger(root, sums, day)
    say(f"Edition {version} of {day.isoformat()} is written down in {FOLDER.as_posix()}/.")
    say("Commit data/, then publish: peerhub publish --to …")


def renamed(site: str, version: str, day: dt.date) -> str:
    """Return the text of `data/site.yml` with another edition and its day, else as it was."""
    site = re.sub(r"(?m)^(  edition: ).*$", rf"\g<1>'{version}'", site, count=1)
    return re.sub(r"(?m)^(  dated: ).*$", rf"\g<1>{day.isoformat()}", site, count=1)
