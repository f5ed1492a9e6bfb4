"""Lists of forces that stay short: above so many, a page for each region and each part of one.

The hub's own forces are few, and stand on one page. A catalogue of every public body has thousands.
Then no page names all of them: pages that would do lead to the regions, and those to their parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Force, Region
from peerhub.pages.compose import bullets, inert, page, still
from peerhub.questions.many_forces import MANY
from peerhub.words import counted

ASIDE = 10
"""The most parts before and after that a part of a region leads to."""


@dataclass(frozen=True)
class ListPart:
    """One page of a region's forces, in their order; `number` counts from 1."""

    region: Region
    number: int
    of: int
    forces: tuple[Force, ...]

    @property
    def path(self) -> str:
        """Return its page below `docs/`."""
        return f"{_stem(self.region, self.number)}.md"

    @property
    def title(self) -> str:
        """Return what the page is called."""
        part = f", part {self.number} of {self.of}" if self.of > 1 else ""
        return f"Forces in {self.region.name}{part}"


def are_many(catalogue: Catalogue) -> bool:
    """Say whether there are too many forces for one page."""
    return len(catalogue.forces) > MANY


def parts(catalogue: Catalogue) -> Iterator[ListPart]:
    """Yield every page of a list of forces; none where one page can name all of them."""
    if not are_many(catalogue):
        return
    members: dict[str, list[Force]] = {}
    for force in catalogue.forces:
        members.setdefault(force.region, []).append(force)
    for region in catalogue.regions:
        held = members.get(region.id, [])
        starts = range(0, len(held), MANY)
        for number, start in enumerate(starts, 1):
            yield ListPart(region, number, len(starts), tuple(held[start : start + MANY]))


def list_pages(catalogue: Catalogue) -> dict[str, str]:
    """Return the page of each part of the list, by its path below `docs/`."""
    return {part.path: _page(part) for part in parts(catalogue)}


def by_region(catalogue: Catalogue) -> str:
    """Return the UK forces by region, and partners after them; the regions alone, of too many."""
    if are_many(catalogue):
        return regions(catalogue)

    def groups(counts: bool) -> list[tuple[Region, list[Force]]]:
        held = [one for one in catalogue.forces if one.is_uk_force == counts]
        return [
            (area, [one for one in held if one.region == area.id]) for area in catalogue.regions
        ]

    blocks: list[str] = [show.force_groups(groups(counts=True))]
    if partners := [area for area in groups(counts=False) if area[1]]:
        blocks.append('<h2 id="partners">Partners, not counted as UK forces</h2>')
        blocks.append(show.force_groups(partners))
    return "\n".join(blocks)


def regions(catalogue: Catalogue) -> str:
    """Return the way to every list: each region, and how many forces it has."""
    counts: dict[str, int] = {}
    for part in parts(catalogue):
        counts[part.region.id] = counts.get(part.region.id, 0) + len(part.forces)
    said = f"There are {counted(len(catalogue.forces), 'force')}. Choose a region, or search."
    links = [
        f"[{inert(region.name)}](/{_stem(region, 1)}/): {counted(counts[region.id], 'force')}"
        for region in catalogue.regions
        if region.id in counts
    ]
    return f"{said}\n\n{bullets(links)}"


def too_many_for(what: str) -> str:
    """Return a note in the place of something that would show every force at once."""
    return show.callout(
        "note",
        f"There are too many forces for {what}",
        'Find yours by its region, on the page of <a href="/forces/">all forces</a>, or search.',
    )


def _page(part: ListPart) -> str:
    count = counted(len(part.forces), "force")
    return page(
        part.forces[0],
        part.title,
        f"{part.title}: {count}, each with its posters and its numbers for help.",
        "Find your force here, with its posters and its numbers for help.\n{: .lead }",
        still(show.force_groups([(part.region, part.forces)], level=2)),
        bullets(_beside(part)),
    )


def _beside(part: ListPart) -> list[str]:
    """Return links to the parts before and after, the nearest of many, and to all regions."""
    near = range(max(1, part.number - ASIDE), min(part.of, part.number + ASIDE) + 1)
    others = [
        f"[Part {number} of {part.of}](/{_stem(part.region, number)}/)"
        for number in near
        if number != part.number
    ]
    return [*others, "[All regions](/forces/)"]


def _stem(region: Region, number: int) -> str:
    return f"forces/in/{region.id}" + (f"-{number}" if number > 1 else "")
