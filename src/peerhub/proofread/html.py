"""HTML in a page: a few plain tags, and nothing that runs, styles, or was pasted from Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from peerhub.faults import Code
from peerhub.proofread.text import Found, PageText

SAFE: Mapping[str, frozenset[str]] = {
    "abbr": frozenset({"title"}),
    "bdi": frozenset(),
    "br": frozenset(),
    "cite": frozenset(),
    "dfn": frozenset(),
    "kbd": frozenset(),
    "q": frozenset(),
    "small": frozenset(),
    "span": frozenset({"class"}),
    "sub": frozenset(),
    "sup": frozenset(),
    "time": frozenset({"datetime"}),
}
"""The tags that a page may hold, each with the attributes it may have beside `lang`."""

_TAG = re.compile(
    r"</?(?!https?:|mailto:)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>(?:\s[^<>]*|/)?)(?:>|$)"
)
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?""")
_REMARK = re.compile(r"<!--(?P<said>.*?)(?:-->|$)", re.DOTALL)
_BEGINS = re.compile(r"\s*[Ss]h?e{1,3}ts?:(?P<title>.*)", re.DOTALL)
_SHEET = re.compile(r"\s*(?:sheet:.*|end of sheet)\s*", re.DOTALL)
_DECLARED = re.compile(r"<[!?](?!--)[^>\n]*>?")
_WORD = re.compile(
    r"^(?:[ovwm]:|st1:|xml$|font$|style$|meta$|link$)|class=\"?Mso|mso-", re.IGNORECASE
)
_LIST = re.compile(r"\{:?(?P<said>[^{}\n]*)\}")
_MARKS = re.compile(r"""\s*(?:[.#][\w-]+|lang=["']?[\w-]+["']?)\s*""")

_REMEDIES: Mapping[str, tuple[str, str]] = {
    "script": ("pages run no scripts", "Take it out."),
    "iframe": ("nothing from elsewhere is shown inside a page", "Link to it: [words](address)."),
    "object": ("nothing from elsewhere is shown inside a page", "Link to it: [words](address)."),
    "embed": ("nothing from elsewhere is shown inside a page", "Link to it: [words](address)."),
    "video": ("nothing from elsewhere is shown inside a page", "Link to it: [words](address)."),
    "audio": ("nothing from elsewhere is shown inside a page", "Link to it: [words](address)."),
    "form": ("a page sends nothing", "Link to the form: [words](address)."),
    "input": ("a page sends nothing", "Link to the form: [words](address)."),
    "img": ("a picture is written in Markdown", "Write ![what it shows](address)."),
    "a": ("a link is written in Markdown", "Write [words](address)."),
    "b": ("strong words are written in Markdown", "Write **words**."),
    "strong": ("strong words are written in Markdown", "Write **words**."),
    "i": ("stressed words are written in Markdown", "Write *words*."),
    "em": ("stressed words are written in Markdown", "Write *words*."),
    "table": ("a table is written in Markdown", "Write a line '| a | b |' for each row."),
    "ul": ("a list is written in Markdown", "Start each line with '- '."),
    "ol": ("a list is written in Markdown", "Start each line with '1. '."),
    "p": ("a paragraph needs no tag", "Leave an empty line before and after it."),
    "div": ("a paragraph needs no tag", "Leave an empty line before and after it."),
}
_PASTED = ("this was pasted from Word", "Paste it as plain text (Ctrl+Shift+V), and use Markdown.")
_OTHER = ("it is not one of the few tags for pages", "Write it in Markdown, or take it out.")


def raw_html(page: PageText) -> Iterator[Found]:
    """Find tags, remarks and lists of attributes that no page may hold, also inside calls."""
    text = page.uncoded
    pasted = False
    for found in _REMARK.finditer(text):
        if not _SHEET.fullmatch(found["said"]):
            word = found["said"].lstrip().startswith("[if") or "mso" in found["said"].lower()
            what = _PASTED if word else ("it would be published with the page", "Take it out.")
            if begun := _BEGINS.fullmatch(found["said"]):
                right = f"Write <!-- sheet: {begun['title'].strip()} -->."
                what = ("it is meant to begin a sheet", right)
            if found["said"].strip().startswith("end"):
                what = ("it is meant to end a sheet", "Write <!-- end of sheet -->.")
            yield found.start(), Code.RAW_HTML, f"there is a remark here: {what[0]}", what[1]
    bare = _REMARK.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)
    for found in _DECLARED.finditer(bare):
        yield (
            found.start(),
            Code.RAW_HTML,
            f"{_said(found[0])} stands here: {_PASTED[0]}",
            _PASTED[1],
        )
    for found in _TAG.finditer(bare):
        name = found["name"].lower()
        is_word = bool(_WORD.search(name) or _WORD.search(found["rest"]))
        if name in SAFE and not is_word:
            yield from _attributes(found, SAFE[name] | {"lang"})
        elif not found[0].startswith("</") and not (is_word and pasted):
            pasted = pasted or is_word
            why, remedy = _PASTED if is_word else _REMEDIES.get(name, _OTHER)
            yield found.start(), Code.RAW_HTML, f"<{name}> stands here: {why}", remedy
    for found in _LIST.finditer(page.plain):
        yield from _marks(found)


def _attributes(tag: re.Match[str], allowed: frozenset[str]) -> Iterator[Found]:
    for found in _ATTRIBUTE.finditer(tag["rest"]):
        if found[1].lower() not in allowed:
            yield (
                tag.start(),
                Code.RAW_HTML,
                f"<{tag['name'].lower()}> has '{found[1]}', which no page may use",
                "Take it out.",
            )


def _marks(found: re.Match[str]) -> Iterator[Found]:
    """Hold what stands in single braces after a heading or a paragraph to names and languages."""
    is_list = found[0].startswith("{:") or re.match(r"\s*[.#]|.*=", found["said"])
    left = _MARKS.sub("", found["said"])
    if is_list and left:
        yield (
            found.start(),
            Code.RAW_HTML,
            f"{_said(found[0])} sets something that no page may set",
            "A class, a name or a language can stand here: {: .lead }, {#name}, {: lang=cy }.",
        )


def _said(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
