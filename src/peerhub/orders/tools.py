"""The tools of the pages as files: a PDF to print, and two documents to change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from peerhub.models import Stamp, ToolText
from peerhub.models.licence import LICENCE
from peerhub.press.engine.office import OfficeDocument, write_documents
from peerhub.press.engine.report import Report
from peerhub.press.engine.setter import Paper, print_papers
from peerhub.progress import SILENT, Progress
from peerhub.room import for_pdf, with_room
from peerhub.words import day

STORE = ".cache/tools"


def print_tools(
    tools: Sequence[ToolText],
    more: Sequence[Paper],
    root: Path,
    out: Path,
    stamp: Stamp,
    progress: Progress = SILENT,
) -> Report:
    """Put every tool's three files, and `more` papers, below `out`. Raises PressError."""
    papers = [*(_paper(tool, stamp) for tool in tools), *more]
    documents = [OfficeDocument(tool.path, tool.title, tool.html) for tool in tools]
    printed = print_papers(papers, out, root / STORE, stamp, progress=progress)
    written = write_documents(documents, out, root / STORE, stamp, progress)
    return Report(
        printed.rendered + written.rendered,
        printed.reused + written.reused,
        printed.files + written.files,
        printed.seconds + written.seconds,
    )


def _paper(tool: ToolText, stamp: Stamp) -> Paper:
    words = {
        "id": tool.id,
        "body": for_pdf(with_room(tool.html, tool.lines)),
        "edition": stamp.edition,
        "dated": day(stamp.date),
        "licence": LICENCE,
    }
    subject = "A tool to adapt, from the Peer Support Hub"
    return Paper(f"{tool.path}.pdf", "tools/tool.html", tool.title, subject, words)
