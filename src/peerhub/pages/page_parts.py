"""The parts of a page, read from its Markdown, for the list that leads to them."""

from __future__ import annotations

import html
import re

from markdown.extensions.toc import slugify, unique

from peerhub.components import PagePart

HEADING = re.compile(r"^(#{1,6}) (.+?)(?: *\{: *#([a-z0-9-]+) *\})? *$")
FENCE = re.compile(r"^(```|~~~)")
MARKS = re.compile(r"\\([\\`*_\[\]#|])|[*`]|\[([^\]]*)\]\([^)]*\)")


def page_parts(markdown: str) -> list[PagePart]:
    """Return the second-level headings of a page with the ids that the site engine gives them.

    A wrong id does not stay: every fragment of the finished site is followed.
    """
    found, taken, is_code = [], set[str](), False
    for line in markdown.splitlines():
        is_code ^= bool(FENCE.match(line))
        heading = None if is_code else HEADING.match(line)
        if heading:
            words = html.unescape(MARKS.sub(lambda mark: mark[1] or mark[2] or "", heading[2]))
            name = heading[3] or unique(slugify(words, "-"), taken)
            taken.add(name)
            if len(heading[1]) == 2:
                found.append(PagePart(name, words))
    return found
