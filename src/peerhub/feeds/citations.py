"""The evidence base for programs that keep references: BibTeX and RIS, at `/evidence/`.

BibTeX is written as BibTeX's own manual describes it ("BibTeXing", 1988); RIS as its makers'
specification does: a tag of two letters, two spaces, a hyphen and a space before each value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from peerhub.models import Reference
from peerhub.models.licence import RIGHTS

BIBTEX = "evidence/evidence.bib"
RIS = "evidence/evidence.ris"

LONE_MARKS = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_"} | {"{": "", "}": "", "\\": "", "\n": " "}
)
"""Signs that mean something to TeX, and what is written in their place."""


def citations(references: Sequence[Reference]) -> Mapping[str, str]:
    """Return the two files of all published sources, by their path below the site."""
    shown = [reference for reference in references if reference.is_published]
    return {
        BIBTEX: "\n".join([f"% {RIGHTS}\n" if shown else "", *map(bibtex, shown)]).lstrip(),
        RIS: "\r\n".join(map(ris, shown)),
    }


def bibtex(reference: Reference) -> str:
    """Return a source as one BibTeX entry."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference))
    return f"@{_entry(reference)}{{{reference.id},\n{fields}}}\n"


def ris(reference: Reference) -> str:
    """Return a source as one RIS record, from its type to the line that ends it."""
    lines = "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(reference))
    return f"{lines}ER  - \r\n"


def _entry(reference: Reference) -> str:
    if reference.journal:
        return "article"
    return "book" if reference.isbn else "misc"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Return the fields of an entry: names in the order of BibTeX's manual, values in TeX."""
    writers = [_inverted(author) for author in reference.authors]
    if reference.and_others:
        writers.append("others")
    if not writers:
        # A second pair of braces keeps the parts of an organisation's name together.
        writers = [f"{{{_tex(reference.body or '')}}}"]
    yield "author", " and ".join(writers)
    yield "title", f"{{{_tex(reference.title)}}}"
    plain = {
        "journal": reference.journal,
        "year": str(reference.year) if reference.year else None,
        "volume": reference.volume,
        "number": reference.issue,
        "pages": reference.pages.replace("-", "--") if reference.pages else None,
        "organization": reference.body if reference.authors else None,
        "howpublished": reference.printed,
        "isbn": _first_isbn(reference),
    }
    for name, value in plain.items():
        if value:
            yield name, _tex(value)
    # Programs read these two as they stand.
    if reference.doi:
        yield "doi", reference.doi
    if reference.address:
        yield "url", reference.address


def _inverted(author: str) -> str:
    """Return "Di Nota PM" as "{Di Nota}, P. M.": family name, then each initial."""
    family, _, initials = author.rpartition(" ")
    return f"{{{_tex(family)}}}, {' '.join(f'{letter}.' for letter in initials)}"


def _tex(text: str) -> str:
    return text.translate(LONE_MARKS)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    """Return the tags of a record with their values, each on one line."""
    yield "TY", {"article": "JOUR", "book": "BOOK", "misc": "RPRT"}[_entry(reference)]
    yield "ID", reference.id
    for author in reference.authors:
        family, _, initials = author.rpartition(" ")
        yield "AU", f"{family}, {' '.join(f'{letter}.' for letter in initials)}"
    if not reference.authors:
        # A comma at the end says that this is no person's name.
        yield "AU", f"{reference.body},"
    yield "TI", " ".join(reference.title.split())
    first, _, last = (reference.pages or "").partition("-")
    plain = {
        "T2": reference.journal,
        "PY": str(reference.year) if reference.year else None,
        "VL": reference.volume,
        "IS": reference.issue,
        "SP": first,
        "EP": last,
        "PB": reference.body if reference.authors else None,
        "N1": reference.printed,
        "SN": _first_isbn(reference),
        "DO": reference.doi,
        "UR": reference.address,
    }
    for tag, value in plain.items():
        if value:
            yield tag, value
    # No tag is for the rights in the record itself; a note may come more than once.
    yield "N1", f"This record: {RIGHTS}"


def _first_isbn(reference: Reference) -> str | None:
    found = re.search(r"97[89][-\d]{10,}", reference.isbn or "")
    return found[0] if found else None
