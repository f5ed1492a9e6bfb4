"""The tools of the pages as files: a PDF to print, and two documents to change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.models import ToolText
from peerhub.orders.cards import cards
from peerhub.orders.drafts import Draft, papers, stamp
from peerhub.press.engine.report import Report
from peerhub.progress import SILENT, Progress
from peerhub.questions.signposting import in_danger
from peerhub.room import for_pdf, with_room

STORE = ".cache/tools"


def print_tools(
    root: Path,
    catalogue: Catalogue,
    tools: Sequence[ToolText],
    out: Path,
    progress: Progress = SILENT,
) -> Report:
    """Put every tool's three files, and the cards, below `out`. Raises PressError."""
    from peerhub.press.engine.office import (  # what draws is loaded only to draw
        OfficeDocument,
        write_documents,
    )
    from peerhub.press.engine.setter import print_papers

    drafts = tool_drafts(catalogue, tools)
    documents = [
        OfficeDocument(tool.path, tool.title, tool.html, stamp(catalogue, draft))
        for tool, draft in zip(tools, drafts, strict=True)
    ]
    ready = papers(catalogue, [*drafts, *cards(catalogue)])
    printed = print_papers(ready, out, root / STORE, progress=progress)
    written = write_documents(documents, out, root / STORE, progress)
    return Report(
        printed.rendered + written.rendered,
        printed.reused + written.reused,
        printed.files + written.files,
        printed.seconds + written.seconds,
    )


def tool_drafts(catalogue: Catalogue, tools: Sequence[ToolText]) -> list[Draft]:
    """Return the paper of each tool before its revision stands in it, in the tools' order."""
    danger = in_danger(catalogue.services)
    return [
        Draft(
            f"tool/{tool.id}",
            f"{tool.path}.pdf",
            "tools/tool.html",
            tool.title,
            "A tool to adapt, from the Peer Support Hub",
            {"id": tool.id, "body": for_pdf(with_room(tool.html, tool.lines)), "danger": danger},
        )
        for tool in tools
    ]
