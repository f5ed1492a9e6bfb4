"""The tools of the pages as files: a PDF to print, and two documents to change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from peerhub.models import Stamp, ToolText
from peerhub.press.office import Document, write_documents
from peerhub.press.paper import Paper, print_papers
from peerhub.press.run import Report
from peerhub.words import day

STORE = ".cache/tools"
GAP = "……"
"""How a page writes a place to fill in."""


def print_tools(
    tools: Sequence[ToolText], more: Sequence[Paper], root: Path, out: Path, stamp: Stamp
) -> Report:
    """Put every tool's three files, and `more` papers, below `out`. Raises PressError."""
    papers = [*(_paper(tool, stamp) for tool in tools), *more]
    documents = [Document(tool.path, tool.title, tool.html) for tool in tools]
    printed = print_papers(papers, out, root / STORE, stamp)
    written = write_documents(documents, out, root / STORE, stamp)
    return Report(
        printed.rendered + written.rendered,
        printed.reused + written.reused,
        printed.files + written.files,
        printed.seconds + written.seconds,
    )


def _paper(tool: ToolText, stamp: Stamp) -> Paper:
    words = {
        "id": tool.id,
        "body": with_room(tool.html),
        "edition": stamp.edition,
        "dated": day(stamp.date),
    }
    subject = "A tool to adapt, from the Peer Support Hub"
    return Paper(f"{tool.path}.pdf", "tools/tool.html", tool.title, subject, words)


def with_room(html: str) -> str:
    """Return a tool's HTML with room to write in each of its gaps.

    A gap after a question in a list gets several lines; at the end of a paragraph, most of one;
    within a sentence, a word's length.
    """
    html = re.sub(
        rf"(?<=[.?]) {GAP}(</p>)?\s*</li>",
        rf'<br /><span class="gap lines">{GAP}</span>\1</li>',
        html,
    )
    html = re.sub(rf"{GAP}\s*</(p|td|li)>", rf'<span class="gap line">{GAP}</span></\1>', html)
    return re.sub(rf"(?<!>){GAP}", f'<span class="gap">{GAP}</span>', html)
