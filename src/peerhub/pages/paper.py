"""Markdown of a page made into plain HTML for paper: no links within the hub, no screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import jinja2
import markdown

from peerhub.catalogue import Catalogue
from peerhub.questions.signposting import signpost

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
INSIDE = re.compile(r'<a [^>]*href="[/#][^"]*"[^>]*>(.*?)</a>', re.DOTALL)
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
    "services_by_nation",
)


def sections(body: str) -> dict[str, str]:
    """Return the second-level sections of a page's Markdown, by their headings."""
    found = list(HEADING.finditer(body))
    ends = [one.start() for one in found[1:]] + [len(body)]
    return {
        one["title"].strip(): body[one.end() : end].strip()
        for one, end in zip(found, ends, strict=False)
    }


def on_paper(catalogue: Catalogue, text: str) -> str:
    """Return the HTML of some Markdown as it stands on paper, its calls carried out."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)
    environment.globals = dict(_calls(catalogue))
    html = markdown.markdown(environment.from_string(text).render(), extensions=[*EXTENSIONS])
    return re.sub(r"\s*<p>\s*</p>", "", INSIDE.sub(r"\1", html))


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
            f"{escape(one.who)}. {escape(one.hours)}.</li>"
            for one in found
            if one.phone or one.text
        )
        return f"<ul>{lines}</ul>"

    return {
        **{name: lambda *_, **__: "" for name in SCREEN_ONLY},
        "cite": cite,
        "services": services,
        "contact": lambda: catalogue.site.contact,
        "callout": _callout,
        "self_check": _self_check,
    }


def _callout(_: str, title: str, words: str) -> str:
    return f"<blockquote><p><strong>{escape(title)}</strong></p><p>{escape(words)}</p></blockquote>"


def _self_check(groups: Sequence[Mapping[str, Any]]) -> str:
    """Return the questions as tables with a box for each answer."""
    return "\n".join(_check_table(group["title"], group["questions"]) for group in groups)


def _check_table(title: str, questions: Sequence[str]) -> str:
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in (escape(title), "Yes", "Partly", "No")
    )
    rows = "".join(
        f"<tr><td>{escape(question)}</td>{'<td>……</td>' * 3}</tr>" for question in questions
    )
    return f'<table class="check"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
