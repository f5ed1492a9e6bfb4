"""What a page has to take away: its tools, a date for a calendar, said beside its first lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerhub.catalogue import Catalogue
from peerhub.models.page import address_of
from peerhub.models.tool import FOLDER, Tool
from peerhub.pages.tools import KINDS, fill_in_address, filled_in

Link = Mapping[str, str]
"""A link as templates show it: its title and where it leads."""


def taken_away(catalogue: Catalogue) -> dict[str, list[Link]]:
    """Return the files of each page that has a tool or tells of an event, by its address."""
    on_screen = {tool.id for _, tool in filled_in(catalogue)}
    found = {
        address_of(path): _of_tools(meta.tools, on_screen)
        for path, meta in catalogue.pages.items()
        if meta.tools and not meta.withdrawn
    }
    for event in catalogue.events:
        address = f"/events/{event.id}/"
        found[address] = [_link("Add it to your calendar (ICS)", f"{address}event.ics")]
    return found


def _of_tools(tools: Sequence[Tool], on_screen: set[str]) -> list[Link]:
    """Return every form of one tool; of several, the one to print."""
    if len(tools) > 1:
        return [_link(f"{one.title} (PDF)", f"/{FOLDER}/{one.id}.pdf") for one in tools]
    tool = tools[0]
    here = [_link("Fill it in here", fill_in_address(tool.id))] if tool.id in on_screen else []
    return here + [
        _link(f"{kind}, {use}", f"/{FOLDER}/{tool.id}.{ending}") for ending, kind, use in KINDS
    ]


def _link(title: str, href: str) -> Link:
    return {"title": title, "href": href}
