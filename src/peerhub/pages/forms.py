"""What is ticked and filled in on paper: tables with boxes, and fields that stay in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from peerhub.models.tool import BOX, GAP

LIST = re.compile(r"<ul>\s*(?P<items>.*?)\s*</ul>", re.DOTALL)
ITEM = re.compile(r"<li>(?P<words>.*?)</li>", re.DOTALL)
FIELDS = re.compile(
    rf"<h(?P<level>[2-6])>(?:(?!</h).)*</h(?P=level)>(?:\s*<p>(?:(?!</p>|{GAP}).)*</p>)?"
    rf"(?:\s*<p>(?:(?!</p>).)*{GAP}</p>)+",
    re.DOTALL,
)
"""A heading, perhaps what it asks to look at, and the fields to fill in that follow it."""

HEADING = re.compile(r"<h(?P<level>[1-6])(?P<more>[^>]*)>(?P<said>.*?)</h(?P=level)>", re.DOTALL)
DEEPEST = 6
COLUMNS = (("Done", 9), ("What to do", 51), ("Owner, by role", 22), ("By when", 18))
"""The columns of a checklist, each with its share of the width in hundredths."""


def self_check(groups: Sequence[Mapping[str, Any]]) -> str:
    """Return the questions as tables with a box for each answer."""
    return "\n".join(_questions(group["title"], group["questions"]) for group in groups)


def _questions(title: str, questions: Sequence[str]) -> str:
    heads = (title, "Yes", "Partly", "No")
    rows = [[escape(question), *[BOX] * 3] for question in questions]
    return _table("check", [(escape(head), 67 if head == title else 11) for head in heads], rows)


def checklists(html: str) -> str:
    """Return some HTML with each of its lists as a table: to tick, to give to someone, to date."""

    def table(found: re.Match[str]) -> str:
        words = [" ".join(item["words"].split()) for item in ITEM.finditer(found["items"])]
        return _table("checklist", COLUMNS, [[BOX, said, GAP, GAP] for said in words])

    return LIST.sub(table, html)


def _table(kind: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of HTML cells; the widths are for documents, which read no style sheet."""
    widths = "".join(f'<col style="width: {width}%" />' for _, width in columns)
    heads = "".join(f'<th scope="col">{name}</th>' for name, _ in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<table class="{kind}"><colgroup>{widths}</colgroup>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def together(html: str) -> str:
    """Return some HTML in which a thing to judge is not parted from its fields."""
    return FIELDS.sub(lambda found: f'<div class="together">{found[0]}</div>', html)


def levelled(html: str, top: int = 2) -> str:
    """Return some HTML whose headings begin at level `top` and leave no level out."""
    above: list[int] = []

    def placed(found: re.Match[str]) -> str:
        level = int(found["level"])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        at = min(DEEPEST, top + len(above) - 1)
        return f"<h{at}{found['more']}>{found['said']}</h{at}>"

    return HEADING.sub(placed, html)
