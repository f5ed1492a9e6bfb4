"""The ledger of addresses: every page that readers, codes or other sites may lead to.

An address that was published stands in mails, on posters and in other people's bookmarks. So one of
the ledger has to be a page still, or to lead to the page that took its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.ledger_lines import read_lines, write_lines
from peerhub.faults import Code

PLACE = Path("data") / "ledger" / "addresses.txt"
HEAD = """\
# Every address at which a page was ever published.
# Written by `peerhub fix` and `peerhub check --write-ledger`. Do not change it by hand.
"""
PASSING = re.compile(r"/events/(?:20\d\d-|upcoming|past)|/events/\d")
"""Pages of a long calendar, which come and go with its length."""

_ADDRESS = re.compile(r"/(?:[a-z0-9][a-z0-9.-]*/)*")


def lasting(addresses: Iterable[str]) -> list[str]:
    """Return the addresses that the ledger is to hold, in order."""
    return sorted(one for one in set(addresses) if not PASSING.match(one))


def read_address_ledger(root: Path) -> tuple[dict[str, int], list[Issue]]:
    """Return the line of each address, and a fault for each line that cannot be read.

    A project without this ledger has published nothing yet.
    """
    found: dict[str, int] = {}

    def take(line: str, number: int) -> None:
        if not _ADDRESS.fullmatch(line):
            raise ValueError(line)
        found[line] = number

    document = read_lines(root, PLACE, take)
    return found, document.issues


def gone(ledger: dict[str, int], addresses: Collection[str]) -> list[Issue]:
    """Return a fault for each address of the ledger that leads nowhere now.

    `addresses` are those of every page, and those that lead on to one.
    """
    return [
        Issue(
            PLACE.as_posix(),
            line,
            1,
            Code.GONE_PAGE,
            f"the page {address} was published and is gone, but readers may still come to it",
            f'Bring it back, or write moved_from: ["{address}"] at the top of the page that takes '
            f"its place. If none does, {_kept(address)}.",
        )
        for address, line in ledger.items()
        if address not in addresses
    ]


def _kept(address: str) -> str:
    """Return how a page is kept that nothing takes the place of: its file says that it is gone."""
    trainer = re.fullmatch(r"/train/modules/([\w-]+)/trainer/", address)
    if trainer:
        return f"write that line at the top of docs/train/modules/{trainer[1]}.md"
    file = f"docs{address.rstrip('/') or '/index'}.md"
    made = re.match(r"/(?:forces|events|train/workshops|train/modules)/", address)
    how = "write" if made else "keep"
    return f"{how} {file} with withdrawn: {{on: …, why: …}} at its top"


def write_address_ledger(root: Path, addresses: Iterable[str]) -> None:
    """Add every address to the ledger; none ever leaves it."""
    known, _ = read_address_ledger(root)
    held = lasting([*known, *addresses])
    write_lines(root, PLACE, HEAD, held)


def unlisted(ledger: Collection[str], addresses: Iterable[str]) -> list[str]:
    """Return the addresses that the ledger does not hold yet."""
    return [one for one in lasting(addresses) if one not in ledger]
