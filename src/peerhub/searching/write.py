"""Writes the index that the search page loads: small, and as a script, so that a disk will do."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.searching.entries import KINDS, SearchEntry, entries
from peerhub.searching.fold import STOP_WORDS, words
from peerhub.searching.sections import pages

INDEX = "search/index.js"
FIELDS = ("title", "keys", "text")
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"
OFTEN = 3
"""From so many times on, a section is about a word and does not only mention it."""
USUAL = 80
"""How many different words a section has as a rule."""
COMMON = 60
"""Sections that mention a word, from which on only those that are about it are kept."""
FEW = 6
"""Sections in which a stop word can be found when nothing else was asked for."""


def write_search_index(site: Path, catalogue: Catalogue) -> None:
    """Write `search/index.js` below a built site, made of its pages and the catalogue."""
    found, shared = entries(catalogue, pages(site))
    target = site / INDEX
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(packed(found, shared, catalogue), ensure_ascii=False, separators=(",", ":"))
    target.write_text(f"const hubIndex = {text};\n", encoding="utf-8")


def packed(
    found: Sequence[SearchEntry], shared: Mapping[str, frozenset[str]], catalogue: Catalogue
) -> Mapping[str, object]:
    """Return the index as plain data; `shared` has the words that pages of a family share.

    `terms` are all words in their order, `postings` for each the entries that hold it: three
    parts for FIELDS, parted by full stops, each a run of steps from one entry to the next. A step
    is written in `DIGITS`, five bits at a time with the lowest first; its own lowest bit says
    whether the word stands there often.
    """
    postings = _postings(found)
    terms = sorted(postings)
    return {
        "kinds": KINDS,
        "stop": sorted(STOP_WORDS),
        "crisis": [phrase for one in catalogue.crisis for phrase in one.words],
        "unless": [phrase for one in catalogue.crisis for phrase in one.unless],
        "keys": {
            number: entry.keys
            for number, entry in enumerate(found)
            if entry.keys and not entry.keys[0].isdigit()
        },
        "entries": [
            [entry.address, entry.title, KINDS.index(entry.kind), entry.description]
            if entry.page is None or entry.page == number
            else [entry.address.partition("#")[2], entry.title, entry.page]
            for number, entry in enumerate(found)
        ],
        "shared": {family: " ".join(sorted(held)) for family, held in shared.items()},
        "lengths": "".join(_length(entry) for entry in found),
        "terms": " ".join(terms),
        "postings": " ".join(_written(postings[term]) for term in terms),
    }


def _length(entry: SearchEntry) -> str:
    return DIGITS[min(12, round(8 * len(set(entry.text)) / USUAL))]


def _postings(found: Sequence[SearchEntry]) -> dict[str, list[dict[int, int]]]:
    postings: dict[str, list[dict[int, int]]] = {}
    for number, entry in enumerate(found):
        keys = [word for key in entry.keys for word in words(key)]
        for place, held in enumerate((words(entry.title), keys, entry.text)):
            for word, count in Counter(held).items():
                fields = postings.setdefault(word, [{} for _ in FIELDS])
                if word in STOP_WORDS and len(fields[place]) >= FEW:
                    continue
                fields[place][number] = count
    for fields in postings.values():
        about = {number: count for number, count in fields[2].items() if count >= OFTEN}
        if len(fields[2]) > COMMON and len(about) >= FEW:
            fields[2] = about
    return postings


def _written(fields: Iterable[Mapping[int, int]]) -> str:
    return ".".join(_steps(held) for held in fields).rstrip(".")


def _steps(held: Mapping[int, int]) -> str:
    written: list[str] = []
    before = -1
    for number, count in held.items():
        step = (number - before) * 2 + (count >= OFTEN)
        before = number
        while step > 31:
            written.append(DIGITS[32 + (step & 31)])
            step >>= 5
        written.append(DIGITS[step])
    return "".join(written)
