"""Rules for the words of `data/search.yml`: they lead to pages that exist, each word to one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code

ELSEWHERE = {
    "/forces/": "Write it as an alias of the force, in data/forces.yml.",
    "/events/": "An event is found by the words of its own record, in data/events.yml.",
}
"""What has its own words in another file; a demonstration has other forces and events."""

_TAUGHT = re.compile(r"/train/(?P<kind>modules|workshops)/(?P<id>[\w-]+)/")


def check_search(shelves: Mapping[str, RecordList], pages: Collection[str]) -> None:
    """Report synonyms that lead nowhere, and words that lead to two places.

    `pages` are the paths of the pages below `docs/`.
    """
    synonyms = shelves["synonyms"]
    known = _addresses(shelves, pages)
    leads: dict[str, str] = {}
    for number, found in synonyms.raw.items():
        address = found.get("leads_to")
        if isinstance(address, str):
            _leads_somewhere(shelves, number, address, known)
        for place, word in enumerate(_words(found)):
            key = word.casefold()
            if key in leads:
                synonyms.document.report(
                    synonyms.document.mark(("synonyms", number, "words", place)),
                    Code.TAKEN,
                    f"'{word}' leads to {leads[key]} already",
                    "Keep it in one place.",
                )
            leads.setdefault(key, str(address))


def _words(found: Mapping[str, Any]) -> tuple[str, ...]:
    words = found.get("words")
    return tuple(one for one in words if isinstance(one, str)) if isinstance(words, tuple) else ()


def _leads_somewhere(
    shelves: Mapping[str, RecordList], number: int, address: str, known: set[str]
) -> None:
    synonyms = shelves["synonyms"]
    page, _, _ = address.partition("#")
    mark = synonyms.document.mark(("synonyms", number, "leads_to"))
    for start, hint in ELSEWHERE.items():
        if page.startswith(start) and page != start:
            synonyms.document.report(
                mark, Code.TAKEN, f"{address} has words of its own elsewhere", hint
            )
            return
    taught = _TAUGHT.fullmatch(page)
    if taught and page not in known:
        shelf = shelves[taught["kind"]]
        if shelf.ids and not shelf.knows(taught["id"]):
            shelf.miss(taught["id"], synonyms.document, mark)
    elif page.startswith("/") and page.endswith("/") and page not in known:
        hint = nearest(page, known, "Write the address of a page of the hub.")
        synonyms.document.report(mark, Code.NO_SUCH_ID, f"there is no page {page}", hint)


def _addresses(shelves: Mapping[str, RecordList], pages: Collection[str]) -> set[str]:
    """Return the address of every page that is written by hand or made of training data."""
    stems = (path.removesuffix(".md").removesuffix("index").strip("/") for path in pages)
    written = {f"/{stem}/" if stem else "/" for stem in stems}
    modules = {f"/train/modules/{one}/" for one in shelves["modules"].ids}
    workshops = {f"/train/workshops/{one}/" for one in shelves["workshops"].ids}
    plans = {f"{one}trainer/" for one in modules}
    return written | modules | plans | workshops | {"/materials/", "/posters/current/"}
