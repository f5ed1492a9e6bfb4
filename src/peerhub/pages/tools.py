"""The tools of the pages: what each holds, and where its files stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Tool, ToolText
from peerhub.models.tool import FOLDER
from peerhub.pages.paper import on_paper, sections

KINDS = (
    ("pdf", "PDF", "to print"),
    ("docx", "Word (DOCX)", "to change"),
    ("odt", "OpenDocument (ODT)", "to change"),
)
"""The files of a tool: ending, name and what each is for."""


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


def _whole(tool: Tool, parts: dict[str, str]) -> str:
    """Return a tool's Markdown: one part without its heading, several with theirs."""
    if len(tool.parts) == 1:
        return parts[tool.parts[0]]
    return "\n\n".join(f"## {title}\n\n{parts[title]}" for title in tool.parts)


def tool_downloads(catalogue: Catalogue, identities: Sequence[str]) -> str:
    """Return the downloads of some tools. Raises ValueError for an id that no page has."""
    known = {tool.id: tool for meta in catalogue.pages.values() for tool in meta.tools}
    rows = []
    for identity in identities:
        if identity not in known:
            raise ValueError(f"no page has a tool '{identity}' in its front matter")
        for ending, kind, use in KINDS:
            href = f"/{FOLDER}/{identity}.{ending}"
            rows.append(show.DownloadLink(known[identity].title, href, kind, use))
    return show.downloads(rows)
