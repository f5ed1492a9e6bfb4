"""Markdown of a page made into plain HTML for paper: addresses for links, and no screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import markdown

from peerhub.catalogue import Catalogue
from peerhub.catalogue.calls import carried_out
from peerhub.components import recall_list
from peerhub.models import Site
from peerhub.models.tool import GAP
from peerhub.pages.forms import checklists, levelled, self_check, together
from peerhub.questions.counts import COUNTS
from peerhub.questions.limits import limits_words
from peerhub.questions.mutual_aid import REQUEST
from peerhub.questions.recalls import recall_notices
from peerhub.questions.signposting import signpost
from peerhub.words import sentence

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
INSIDE = re.compile(
    r'<a [^>]*href="(?P<page>/[^"#]*|)(?:#[^"]*)?"[^>]*>(?P<words>.*?)</a>', re.DOTALL
)
HEADING = re.compile(r"^## (?P<title>.+?)(?: \{.*\})?$", re.MULTILINE)
SCREEN_ONLY = (
    "cards",
    "home_paths",
    "modules",
    "workshops",
    "forces",
    "events",
    "posters",
    "tools",
    "nation_choice",
    "first_lines",
    "on_screen",
    "downloads",
    "inspection",
)


@lru_cache(maxsize=200)
def sections(body: str) -> Mapping[str, str]:
    """Return the second-level sections of a page's Markdown, by their headings."""
    found = list(HEADING.finditer(body))
    ends = [one.start() for one in found[1:]] + [len(body)]
    return {
        one["title"].strip(): body[one.end() : end].strip()
        for one, end in zip(found, ends, strict=False)
    }


def on_paper(
    catalogue: Catalogue, text: str, *, checklist: bool = False, silent: Iterable[str] = ()
) -> str:
    """Return the HTML of some Markdown as it stands on paper, its calls carried out.

    Its headings begin at level 2, below the title of the paper, and leave no level out. The lists
    of a checklist are tables to tick. Calls that are `silent` give nothing where paper has no form
    for them.
    """
    html = markdown.markdown(written(catalogue, text, silent), extensions=[*EXTENSIONS])
    html = re.sub(r"\s*<p>\s*</p>", "", spelled_out(catalogue.site, html))
    html = together(levelled(html))
    return checklists(html) if checklist else html


def written(catalogue: Catalogue, text: str, silent: Iterable[str] = ()) -> str:
    """Return some Markdown with its calls carried out as on paper, before it is set."""
    return carried_out(text, {**dict.fromkeys(silent, _nothing), **_calls(catalogue)})


def spelled_out(site: Site, html: str) -> str:
    """Return some HTML with each link within the hub as words, its address beside them once."""
    told: set[str] = set()

    def words(link: re.Match[str]) -> str:
        page = link["page"]
        if not page or page in told:
            return link["words"]
        told.add(page)
        return f"{link['words']} ({_place(site, page)})"

    return INSIDE.sub(words, html)


def _place(site: Site, page: str) -> str:
    """Return what to type: the whole address once the hub has one, else the place on the hub."""
    if site.has_real_address:
        return site.address.removeprefix("https://").rstrip("/") + page
    return f"peer support hub, {page}"


def _aid_request() -> str:
    """Return the request that the mutual-aid tool fills in, a line for each of its blanks."""
    fields = (field for row in REQUEST for field in row)
    return "\n\n".join(f"**{label}:** {blank.format(host=GAP)}" for label, blank in fields)


def _calls(catalogue: Catalogue) -> Mapping[str, Callable[..., Any]]:
    """Return what the calls of a page give on paper, by name."""

    def cite(identity: str) -> str:
        return f"({escape(catalogue.reference_by_id[identity].short)})"

    def services(
        level: Any = None, category: Any = None, nation: Any = None, without: Any = None
    ) -> str:
        found = [
            one
            for one in signpost(catalogue.services, level=level, category=category, nation=nation)
            if one.category != without
        ]
        lines = "".join(
            f"<li><strong>{escape(one.name)}: {escape(one.phone or f'text {one.text}')}.</strong> "
            f"{escape(sentence(one.who))} {escape(sentence(one.hours))}</li>"
            for one in found
            if one.phone or one.text
        )
        return f"<ul>{lines}</ul>"

    return {
        **dict.fromkeys(SCREEN_ONLY, _nothing),
        "count": lambda what: COUNTS[what](catalogue),
        "cite": cite,
        "services": services,
        "help_line": lambda: services("urgent"),
        "recalls": lambda: recall_list(recall_notices(catalogue.recalls)),
        "aid_request": _aid_request,
        "contact": lambda: catalogue.site.contact,
        "limits": lambda form="short": limits_words(catalogue.site.limits, form),
        "callout": _callout,
        "drawing": lambda identity: _in_words(catalogue, identity),
        "self_check": self_check,
        "on_paper": lambda words: words,
    }


def _nothing(*_: Any, **__: Any) -> str:
    return ""


def _in_words(catalogue: Catalogue, identity: str) -> str:
    """Return a drawing's twin: a tool is a form, and has no pictures."""
    drawing = catalogue.drawing_by_id[identity]
    kind = "ol" if drawing.is_numbered else "ul"
    lines = "".join(f"<li>{escape(one)}</li>" for one in drawing.lines)
    return f"<p>{escape(drawing.says)}</p><{kind}>{lines}</{kind}>"


def _callout(_: str, title: str, words: str) -> str:
    """Return words set apart, their title at their head: a bold line of its own is no heading."""
    return f"<blockquote><p><strong>{escape(title)}.</strong> {escape(words)}</p></blockquote>"
