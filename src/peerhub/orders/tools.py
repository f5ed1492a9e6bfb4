"""The tools of the pages as files: a PDF to print, and two documents to change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from peerhub.models import Stamp, ToolText
from peerhub.models.tool import BOX, GAP
from peerhub.press.engine.office import OfficeDocument, write_documents
from peerhub.press.engine.report import Report
from peerhub.press.engine.setter import Paper, print_papers
from peerhub.progress import SILENT, Progress
from peerhub.words import day

STORE = ".cache/tools"
SHORT = 2
"""Ruled lines for a question that stands by itself."""


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
        "body": with_room(tool.html, tool.lines),
        "edition": stamp.edition,
        "dated": day(stamp.date),
    }
    subject = "A tool to adapt, from the Peer Support Hub"
    return Paper(f"{tool.path}.pdf", "tools/tool.html", tool.title, subject, words)


def with_room(html: str, lines: int = 3) -> str:
    """Return a tool's HTML with room to write in each of its gaps, and a frame for each box.

    A gap after a question in a list gets as many ruled lines as asked for; one after a question by
    itself, or alone below a heading, gets two; at the end of a paragraph, a gap gets most of a
    line; within a sentence, a word's length.
    """
    html = html.replace(BOX, f'<span class="box">{GAP}</span>')
    html = re.sub(rf"<p>{GAP}</p>", f"<p>{_lines(SHORT)}</p>", html)
    html = re.sub(rf"(?<=[.?]) {GAP}(</p>)?\s*</li>", rf"{_ruled(lines)}\1</li>", html)
    html = re.sub(rf"(?<=[.?])(</strong>)? {GAP}\s*</p>", rf"\1{_ruled(SHORT)}</p>", html)
    html = re.sub(rf"{GAP}\s*</(p|td|li)>", rf'<span class="gap line">{GAP}</span></\1>', html)
    return re.sub(rf"(?<=<p>){GAP}|(?<!>){GAP}", f'<span class="gap">{GAP}</span>', html)


def _ruled(lines: int) -> str:
    """Return ruled lines below some words: the first is read out as a gap, the rest are drawn."""
    return f"<br />{_lines(lines)}"


def _lines(lines: int) -> str:
    more = '<span class="gap lines"></span>' * (lines - 1)
    return f'<span class="gap lines">{GAP}</span>{more}'
