"""The addresses of pages: each page has one of its own, and those that all lead to are there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code
from peerhub.models.page import address_of

ESSENTIAL: Mapping[str, str] = {
    "index.md": "it is the first page of the hub",
    "support.md": "every page leads to it for people who need to talk now",
    "search.md": "every page's search opens it",
    "events/index.md": "the navigation of every page leads to it",
    "evidence.md": "every citation leads to it",
    "forces/index.md": "every force's page leads back to it",
    "posters/index.md": "every force's page and every code on a poster leads to it",
    "posters/make.md": "the gallery of posters leads to it",
    "train/index.md": "the navigation of every page leads to it",
    "train/modules/index.md": "every module's page leads back to it",
    "train/workshops/index.md": "every workshop's page leads back to it",
    "guidance/index.md": "the navigation of every page leads to it",
    "guidance/confidentiality.md": "texts on confidentiality lead to it for its limits",
    "leaders/index.md": "the navigation of every page leads to it",
    "leaders/reflection.md": "the journal and the cards to print are made of it",
    "network/index.md": "the navigation of every page leads to it",
    "network/mutual-aid.md": "every force's page leads to it",
    "trauma/index.md": "the first page leads to it",
    "about/index.md": "the foot of every page leads to it",
    "about/accessibility.md": "the law asks for it, and the foot of every page leads to it",
    "about/privacy.md": "the foot of every page leads to it",
    "about/glossary.md": "the foot of every page leads to it",
}
"""The pages that the program and the furniture of every page lead to, and why each has to be."""

KINDS = frozenset(".md .svg .png .jpg .jpeg .webp .avif .gif".split())
"""How the names of files below `docs` may end."""

_PAGES = frozenset("markdown mdown mkdn mkd".split())
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def clashes(written: Sequence[str], made: Collection[str]) -> Iterator[Issue]:
    """Yield a problem for each page whose address another has: written, or made from the data.

    Both are paths below `docs`.
    """
    texts = re.compile(r"train/modules/(?!index\.md)")  # the program makes the page of such a text
    known = {address_of(path): "a page that is made from the data" for path in made}
    others: dict[str, str] = {}
    for path in sorted(written, key=lambda one: (one.lower(), one)):
        address = address_of(path).lower()
        taken = others if texts.match(path) else known
        if address in taken:
            yield Issue(
                f"docs/{path}",
                1,
                1,
                Code.ADDRESS_CLASH,
                f"this page has the address {address}, and so has {taken[address]}",
                "Give one of them another name, or join the two.",
            )
        taken.setdefault(address, f"docs/{path}")


def ill_named(written: Sequence[str]) -> Iterator[Issue]:
    """Yield a problem for each page whose name could not be typed or linked to everywhere."""
    for path in written:
        parts = path.removesuffix(".md").split("/")
        if not all(_NAME.fullmatch(part) for part in parts):
            plain = "/".join(plain_name(part) or "page" for part in parts)
            yield Issue(
                f"docs/{path}",
                1,
                1,
                Code.FILE_NAME,
                f"the name '{path}' makes an address that cannot be typed",
                f"Call it {plain}.md: small letters, digits and single hyphens.",
            )


def of_no_kind(files: Sequence[str]) -> Iterator[Issue]:
    """Yield a problem for each file below `docs` that is neither a page nor a picture.

    The engine would take some for pages that nobody has read, and serve the rest as they are.
    """
    for path in files:
        if path.endswith("~") or any(part.startswith(".") for part in path.split("/")):
            continue  # what editors and systems leave, which the engine passes over
        stem, dot, ending = path.rpartition(".")
        if dot and ending.lower() == "md" and ending != "md":
            message, hint = "nothing reads this page: its name ends in capitals", f"{stem}.md"
            yield Issue(f"docs/{path}", 1, 1, Code.FILE_NAME, message, f"Call it {hint}.")
        elif not dot or f".{ending.lower()}" not in KINDS:
            is_page = ending.lower() in _PAGES
            yield Issue(
                f"docs/{path}",
                1,
                1,
                Code.FILE_NAME,
                "this is neither a page nor a picture, and would be served as it is",
                f"Call it {stem}.md." if is_page else "Take it out; what is printed is made.",
            )


def missing_pages(written: Collection[str]) -> Iterator[Issue]:
    """Yield a problem for each page that everything leads to and that is not there.

    A project that has none of them is no whole hub, and lacks nothing.
    """
    if not set(written) & set(ESSENTIAL):
        return
    for path, why in ESSENTIAL.items():
        if path not in written:
            yield Issue(
                f"docs/{path}",
                1,
                1,
                Code.ESSENTIAL_PAGE,
                f"the page is missing: {why}",
                f"Bring it back: git checkout -- docs/{path}.",
            )


def plain_name(name: str) -> str:
    """Return a name as an address has it: small letters, digits and single hyphens."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-")
