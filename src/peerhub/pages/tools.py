"""The tools of the pages: what each holds, and where its files stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Tool, ToolText
from peerhub.models.tool import BOX, FOLDER, GAP
from peerhub.pages.paper import on_paper, sections

KINDS = (
    ("pdf", "PDF", "to print"),
    ("docx", "Word (DOCX)", "to change"),
    ("odt", "OpenDocument (ODT)", "to change"),
)
"""The files of a tool: ending, name and what each is for."""

FILL_IN = "materials/fill-in"
"""Where the pages to fill in stand, below `docs/` and below the site."""

ON_SCREEN = ("On this screen", "to fill in, print or save")
TO_FILL_IN = (GAP, BOX, "self_check(", "aid_request(")
"""What a page writes where something is filled in."""


def tool_texts(catalogue: Catalogue) -> list[ToolText]:
    """Return every tool of every page, ready to be printed, in the order of their ids."""
    return sorted(_texts(catalogue), key=lambda tool: tool.id)


def _texts(catalogue: Catalogue) -> Iterator[ToolText]:
    for path, meta in catalogue.pages.items():
        if meta.tools:
            parts = sections(catalogue.bodies[path])
            for tool in meta.tools:
                html = on_paper(catalogue, _whole(tool, parts), checklist=tool.checklist)
                yield ToolText(tool.id, tool.title, html, tool.lines)


def filled_in(catalogue: Catalogue) -> list[tuple[str, Tool]]:
    """Return each tool that has places to fill in, with the path of the page it is part of."""
    found = []
    for path, meta in catalogue.pages.items():
        if meta.tools:
            parts = sections(catalogue.bodies[path])
            found += [
                (path, tool)
                for tool in meta.tools
                if tool.checklist or any(sign in _whole(tool, parts) for sign in TO_FILL_IN)
            ]
    return found


def fill_in_address(identity: str) -> str:
    """Return where the tool of an id can be filled in on the screen."""
    return f"/{FILL_IN}/{identity}/"


def _whole(tool: Tool, parts: Mapping[str, str]) -> str:
    """Return a tool's Markdown: one part without its heading, several with theirs."""
    held = {title: parts.get(title, GAP) for title in tool.parts}  # what is missing is told
    if len(held) == 1:
        return held[tool.parts[0]]
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in held.items())


def tool_downloads(catalogue: Catalogue, identities: Sequence[str]) -> str:
    """Return the downloads of some tools. Raises ValueError for an id that no page has."""
    known = {tool.id: tool for meta in catalogue.pages.values() for tool in meta.tools}
    on_screen, rows = {tool.id for _, tool in filled_in(catalogue)}, []
    for identity in identities:
        if identity not in known:
            raise ValueError(f"no page has a tool '{identity}' in its front matter")
        if identity in on_screen:
            href = fill_in_address(identity)
            rows.append(show.DownloadLink(known[identity].title, href, *ON_SCREEN, "suggested"))
        for ending, kind, use in KINDS:
            href = f"/{FOLDER}/{identity}.{ending}"
            rows.append(show.DownloadLink(known[identity].title, href, kind, use))
    return show.downloads(rows)
