"""Small pieces that every generated page is put together from."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from peerhub import components as show
from peerhub.models import PageMeta, Record
from peerhub.pages.page_parts import page_parts

LONGEST_DESCRIPTION = 165


def page(
    record: Record | PageMeta,
    title: str,
    description: str,
    *blocks: str | None,
    scripts: tuple[str, ...] = (),
    more: Mapping[str, Any] | None = None,
    beside: Sequence[show.SidePart] = (),
) -> str:
    """Return a page: its front matter from the record, its title, and its blocks in order.

    A block that is None or empty is left out, so that a page can say "only if". `scripts` are
    files of `overrides/assets/js/` that this page alone loads; `more` is further front matter.
    `beside` is what the second column holds above the list of the page's parts; it follows the
    first block, the purpose, so that it is read and printed in an order that makes sense.
    """
    if beside:
        lead, *rest = blocks
        column = show.side(beside, page_parts("\n".join(filter(None, rest))))
        blocks = (lead, still(column), *rest)
    short = textwrap.shorten(description, LONGEST_DESCRIPTION, placeholder=" …")
    front = {
        "title": title,
        "description": short,
        "owner": record.owner,
        "review_by": record.review_by.isoformat(),
        **({"kind": "columns"} if beside else {}),
        **({"scripts": list(scripts)} if scripts else {}),
        **(more or {}),
    }
    head = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()
    )
    body = "\n\n".join(block.strip("\n") for block in (f"# {inert(title)}", *blocks) if block)
    return f"---\n{head}\n---\n\n{body}\n"


def inert(text: str) -> str:
    """Return text from data for use in Markdown: no macro, no tag, no emphasis comes of it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_\[\]#|])", r"\\\1", text)
    return text.replace("{", "&#123;").replace("}", "&#125;")


def still(html: str) -> str:
    """Return a component's HTML with its braces written so that no macro comes of them."""
    # Markup's own `replace` would escape what is put in the place of a brace.
    return str.replace(str.replace(html, "{", "&#123;"), "}", "&#125;")


def titled(markdown: str, title: str) -> str:
    """Return the text of a page with its title as a heading, unless it has one of its own."""
    if any(line.startswith("# ") for line in markdown.splitlines()):
        return markdown
    return f"# {inert(title)}\n\n{markdown}"


def section(title: str, *blocks: str | None) -> str | None:
    """Return a second-level section, or nothing when it would be empty."""
    full = [block.strip("\n") for block in blocks if block]
    return "\n\n".join([f"## {title}", *full]) if full else None


def bullets(lines: list[str]) -> str | None:
    """Return a Markdown list, or nothing for no lines."""
    return "\n".join(f"- {line}" for line in lines) or None
