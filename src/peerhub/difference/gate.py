"""What a proposal may not do, whatever the check says: the check trusts what a proposal can change.

The ledgers remember what was published. A proposal that changes them as well could make a page or
a number vanish without a word, so both states are held side by side here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from peerhub.catalogue.address_ledger import PLACE as ADDRESSES
from peerhub.catalogue.address_ledger import read_address_ledger
from peerhub.catalogue.service_ledger import numbers_of
from peerhub.difference.compare import Side
from peerhub.words import listed

CONTENT = ("data/", "docs/")
"""Where the words and the facts of the hub stand."""
NEITHER = ("data/ledger/", "data/schemas/", "data/editions/")
"""What goes with a change of either: the program writes it."""
PROGRAM = (
    *("src/", "hooks/", "tests/", "bench/", "setup/", "overrides/", "materials/", ".github/"),
    *(".ci/", ".devcontainer/", "mkdocs.yml", "pyproject.toml", "requirements", "Makefile"),
)
SHOWN = 3


def mixed(files: Collection[str]) -> Iterator[str]:
    """Yield a line where changed files are both content and program."""
    content = sorted(
        one for one in files if one.startswith(CONTENT) and not one.startswith(NEITHER)
    )
    program = sorted(one for one in files if one.startswith(PROGRAM))
    if content and program:
        yield (
            f"this changes words or facts ({listed(content[:SHOWN])}) and the program "
            f"({listed(program[:SHOWN])}). Propose the two apart: other people look at each."
        )


def lost_pages(before: Path, after: Path) -> Iterator[str]:
    """Yield a line for each address that was taken out of the ledger of addresses."""
    old, _ = read_address_ledger(before)
    new, _ = read_address_ledger(after)
    for address in old:
        if address not in new:
            yield (
                f"the address {address} was taken out of {ADDRESSES.as_posix()}. Bring the line "
                "back, and say with moved_from or withdrawn what became of the page."
            )


def unchecked_numbers(before: Side, after: Side) -> Iterator[str]:
    """Yield a line for each number that has changed, or is shown, without a newer look."""
    old = {one.id: one for one in before.catalogue.services}
    for one in after.catalogue.services:
        was = old.get(one.id)
        if was is None or one.last_checked > was.last_checked:
            continue
        if numbers_of(was) != numbers_of(one):
            why = "its number has changed"
        elif one.publish == "yes" != was.publish:
            why = "it is to be shown"
        else:
            continue
        yield (
            f"service '{one.id}': {why}, and last_checked is still {one.last_checked}. Open the "
            "service's own page, compare the number, and set last_checked to that day."
        )
