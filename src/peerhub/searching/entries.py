"""Everything that a search can find: sections of pages, services, and files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from peerhub.catalogue import Catalogue
from peerhub.feeds.downloads import KIND_NAMES, Download, downloads
from peerhub.models import Service
from peerhub.questions.signposting import CATEGORY_NAMES, signpost
from peerhub.searching.fold import numbers, words
from peerhub.searching.sections import Page
from peerhub.words import listed

KINDS = ("help", "training", "guidance", "forces", "posters", "events", "about", "files")
_KIND_OF = (
    ("/support/", "help"),
    ("/train/", "training"),
    ("/leaders/", "training"),
    ("/guidance/", "guidance"),
    ("/network/", "guidance"),
    ("/trauma/", "guidance"),
    ("/forces/", "forces"),
    ("/posters/", "posters"),
    ("/events/", "events"),
    ("/materials/", "files"),
    ("/cy/support/", "help"),
    ("/cy/forces/", "forces"),
)
CODES = "/posters/current/"
FAMILIES = ("/forces/", "/events/", CODES)
"""Pages below these are much alike: words that most of them share count for the page above."""
OF_FORCES, LISTS = "/forces/", "/forces/in/"
"""Where each force has its page, and where a long list of forces has its parts."""
UNSEARCHED = ("/search/", "/about/translations/")
"""Pages that lead nowhere by themselves: the second says again what stands on the others."""
WHOLE = ("/cy/forces/", "/materials/fill-in/", "/about/checks/")
"""Pages below these are found as a whole: a force's page in another language, forms, whose words
stand on the pages they are made of, and a list of rules that is read in its order."""
MOST = 4_000
"""The most pages of forces in the index, which is loaded whole; beyond, lists lead to them."""
SHARED = 0.5
REPEATED = 5
"""Pages with the same heading, from which on it says nothing of a page of its own."""
_MANY_FILES = frozenset({"poster", "calendar"})
"""Files that are found by the page which offers them, for there are thousands."""


@dataclass
class SearchEntry:
    """What one result is: where it is, what it is called, what it says, and what finds it.

    `page` is the place of the entry for the page itself; for that one it is its own place.
    """

    address: str
    title: str
    kind: str
    description: str = ""
    page: int | None = None
    keys: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def entries(
    catalogue: Catalogue, pages: Iterable[Page]
) -> tuple[list[SearchEntry], dict[str, frozenset[str]]]:
    """Return the entries in the order of their addresses, services and files last.

    Beside them stand the words that the pages of each family share, and their entries leave out.
    """
    read = _capped([page for page in pages if page.address not in UNSEARCHED])
    repeated = _repeated(read)
    read = [_gathered(page, repeated) for page in read]
    shared = {family: _shared(family, read) for family in FAMILIES}
    keys = _keys(catalogue)
    found: list[SearchEntry] = []
    for page in read:
        family = next((one for one in FAMILIES if _is_below(page.address, one)), None)
        left_out = shared[family] if family else frozenset()
        if family == CODES:
            found.append(_of_code(page, len(found)))
            continue
        found += _of_page(page, keys, left_out, shared.get(page.address, frozenset()), len(found))
    found += [_of_service(one) for one in signpost(catalogue.services)]
    found += _of_files(downloads(catalogue))
    return found, {family: held for family, held in shared.items() if family != CODES}


def _capped(read: list[Page]) -> list[Page]:
    """Return the pages without those of forces, where these are too many for one index."""
    if sum(page.address.startswith(OF_FORCES) for page in read) <= MOST:
        return read
    return [
        page
        for page in read
        if not _is_below(page.address, OF_FORCES) or page.address.startswith(LISTS)
    ]


def _is_below(address: str, family: str) -> bool:
    return address.startswith(family) and address not in FAMILIES


def _repeated(read: list[Page]) -> frozenset[str]:
    """Return the headings that many pages have, such as "What to do next"."""
    counts = Counter(section.heading for page in read for section in page.sections[1:])
    return frozenset(heading for heading, count in counts.items() if count >= REPEATED)


def _gathered(page: Page, repeated: frozenset[str]) -> Page:
    """Return a page with the sections below repeated headings taken into its head."""
    head, *rest = page.sections
    whole = page.address.startswith(WHOLE)
    taken = [one for one in rest if whole or one.heading in repeated]
    text = [*head.text, *(words for one in taken for words in (one.heading, *one.text))]
    kept = [one for one in rest if one not in taken]
    return replace(page, sections=(replace(head, text=text), *kept))


def _shared(family: str, read: list[Page]) -> frozenset[str]:
    """Return the words that most pages of a family have; of old posters, all words."""
    members = [page for page in read if _is_below(page.address, family)]
    counts = Counter(word for page in members for word in set(_words_of(page)))
    least = 1 if family == CODES else max(3, SHARED * len(members))
    return frozenset(word for word, count in counts.items() if count >= least)


def _words_of(page: Page) -> Iterator[str]:
    for section in page.sections:
        yield from words(section.heading)
        yield from words(" ".join(section.text))


def _of_page(
    page: Page,
    keys: dict[str, list[str]],
    left_out: frozenset[str],
    taken_in: frozenset[str],
    at: int,
) -> Iterator[SearchEntry]:
    kind = next((kind for start, kind in _KIND_OF if page.address.startswith(start)), "about")
    for section in page.sections:
        anchor = f"#{section.anchor}" if section.anchor else ""
        text = [one for one in words(" ".join(section.text)) if one not in left_out]
        if anchor and not text and set(words(section.heading)) <= left_out:
            continue
        address = page.address + anchor
        entry = SearchEntry(address, section.heading, kind, page=at, text=text)
        entry.keys += keys.get(address, [])
        if not anchor:
            entry.description = page.description
            entry.text += [*sorted(taken_in), *words(page.description)]
        yield entry


def _of_code(page: Page, at: int) -> SearchEntry:
    """Return the entry of a poster's code: it is found by the code alone, which is its folder."""
    code = page.address.removeprefix(CODES).strip("/").upper()
    return SearchEntry(
        page.address, page.sections[0].heading, "posters", page.description, at, [code]
    )


def _keys(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return other words for pages, by address: synonyms, and the names and codes of forces."""
    keys: dict[str, list[str]] = {}
    for found in catalogue.synonyms:
        keys.setdefault(found.leads_to, []).extend(found.words)
    for force in catalogue.forces:
        whole = [one for one in (force.name, *force.aliases) if "(" not in one]
        made = [short for one in whole for short in initials(one)]
        names = [force.short_name, force.code, *force.aliases, *made]
        keys[f"/forces/{force.id}/"] = list(dict.fromkeys(one for one in names if one))
    return keys


def initials(name: str) -> list[str]:
    """Return the initials that people make of a force's name, with small words and without.

    "Devon and Cornwall Police" is DCP, and D&C. Those of two letters alone would mean many forces.
    """
    parts = re.findall(r"[^\W\d_]+|&", name)
    great = [one[0] for one in parts if one[0].isupper()]
    every = [one[0].upper() for one in parts if one not in ("&", "and", "the")]
    made = {"".join(one) for one in (great, every) if len(one) > 2}
    pair = re.match(r"(\w)[\w-]+ (?:and|&) (\w)", name)
    return sorted(made | ({f"{pair[1]}&{pair[2]}"} if pair else set()))


def _of_service(service: Service) -> SearchEntry:
    reach = " or ".join(filter(None, (service.phone, service.text and f"text {service.text}")))
    described = ". ".join(filter(None, (reach, service.what, f"{service.hours}")))
    others = [word for one in service.words.values() for word in (one.name, one.say)]
    said = (service.name, service.say, *others, service.who)
    text = " ".join(filter(None, (*said, *service.nations, described, service.url)))
    return SearchEntry(
        f"/support/#service-{service.id}",
        service.name,
        "help",
        described,
        keys=[
            *numbers(service.text or ""),
            *filter(None, [(service.phone or "").replace(" ", "")]),
        ],
        text=[*words(text), *words(CATEGORY_NAMES[service.category]), "helpline"],
    )


def _of_files(files: Iterable[Download]) -> Iterator[SearchEntry]:
    """Return an entry for each thing to download, whose formats it names."""
    kept: dict[tuple[str, str], list[Download]] = {}
    for file in files:
        if file.kind not in _MANY_FILES:
            kept.setdefault((file.group, file.title), []).append(file)
    for (group, title), same in kept.items():
        first = same[0]
        formats = [one.format for one in same]
        yield SearchEntry(
            first.address,
            title if first.kind in ("tool", "card") else f"{group}: {title}",
            "files",
            f"To download: {listed(formats, 'or')}",
            text=words(" ".join((KIND_NAMES[first.kind], group, *formats))),
        )
