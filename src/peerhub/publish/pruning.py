"""Which editions are kept, and what stands at the addresses of those that are kept no more."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peerhub.publish.gone import led, notice_path
from peerhub.publish.kept import FURNITURE, is_page
from peerhub.publish.publication import KeptEdition, PrunedEdition
from peerhub.publish.site import CurrentSite

KEPT_EDITIONS = 20
"""Editions that are kept when nobody says how many: ten years of two a year."""


def pruned(
    editions: Sequence[KeptEdition], keep: int, pinned: Collection[str] = ()
) -> tuple[tuple[KeptEdition, ...], tuple[PrunedEdition, ...]]:
    """Return the newest `keep` editions, and those that are to be kept no more, oldest first.

    What an event is still delivered from (`pinned`) stays whatever its age.
    """
    old = [one for one in editions[: max(0, len(editions) - keep)] if one.name not in pinned]
    gone = tuple(PrunedEdition(one.name, one.day, _addresses(one), one.numbers) for one in old)
    return tuple(one for one in editions if one not in old), gone


def _addresses(edition: KeptEdition) -> tuple[str, ...]:
    """Return what anybody may hold an address of: pages and files, and not what pages load."""
    return tuple(path for path in sorted(edition.files) if not FURNITURE.match(path))


def leading_on(edition: PrunedEdition, site: CurrentSite, hub: str) -> dict[str, bytes]:
    """Return the page that stands at each address of a pruned edition, by path below the root.

    A page leads to the page that stands for it now; a file to that very file as it is now, or else
    to the page above it. No page names its edition, so that all editions share them.
    """
    told = ("This edition is kept no more", "what stands in its place now")
    return {
        f"{edition.name}/{notice_path(path)}": led(path, _now(path, site), site, hub, *told)
        for path in edition.paths
    }


def _now(path: str, site: CurrentSite) -> str:
    if is_page(path):
        return site.successor(path)
    if path in site.paths:
        return path
    return site.successor(path.rpartition("/")[0] + "/index.html")
