"""The page of all downloads, and the downloads on the page of a module or a workshop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.materials import Filter, MaterialGroup, MaterialRow, material_list
from peerhub.feeds.downloads import KIND_NAMES, Download
from peerhub.feeds.downloads import downloads as all_downloads
from peerhub.pages.compose import page, section, still
from peerhub.pages.tools import FILL_IN
from peerhub.questions.materials import Made, Material
from peerhub.words import counted, day

PATH = "materials/index.md"
AUDIENCES = {
    "trainers": "For trainers",
    "participants": "For participants",
    "leaders": "For leaders",
    "everyone": "For all",
}
BY_FORCE = frozenset({"poster", "poster-pack"})
"""Kinds of which there are as many files as forces, and more."""

TELLS_ANSWERS = "Slides have their notes inside, and the trainer guide has the answers."


def downloads(materials: Sequence[Material], made: Mapping[str, Made]) -> Markup:
    """Return the files of one module or workshop, each with its size."""
    return show.downloads(
        [
            show.DownloadLink(one.name, f"/{one.path}", one.format, _detail(one, made))
            for one in materials
        ]
    )


def changeable(materials: Sequence[Material], made: Mapping[str, Made]) -> list[str]:
    """Return the documents to change in Markdown, those of one form together in one item.

    Each begins with the page on which the form can be filled in.
    """
    items: dict[str, list[str]] = {}
    for one in materials:
        here = f"[{one.name}, fill it in here](/{FILL_IN}/{one.stem}/)"
        items.setdefault(one.kind, [here])
        facts = made.get(one.path)
        size = f", {weight(facts.size)}" if facts else ""
        link = f"[{one.name}, {one.format}](/{one.path}){size}"
        items[one.kind].append(link)
    return ["; ".join(links) for links in items.values()]


def day_by_day(materials: Sequence[Material], made: Mapping[str, Made]) -> list[str]:
    """Return the files of each day of a workshop in Markdown, those of one day in one item."""
    items: dict[int | None, list[str]] = {}
    for one in materials:
        facts = made.get(one.path)
        size = f", {weight(facts.size)}" if facts else ""
        link = f"[{KIND_NAMES[one.kind]}, {one.format}](/{one.path}){size}"
        items.setdefault(one.day, [f"{one.part}: "] if one.part else [""]).append(link)
    return [first + "; ".join(links) for first, *links in items.values()]


def materials_page(catalogue: Catalogue, made: Mapping[str, Made]) -> str:
    """Return the page that lists every download, with its kind, audience, pages and size.

    Posters have a row for each design: their files are listed by force on pages of their own.
    """
    found = [one for one in all_downloads(catalogue) if one.kind not in BY_FORCE]
    stamp = f"Edition {catalogue.site.edition}, {day(catalogue.today)}"
    groups = [*_groups(found, made), *_posters(catalogue)]
    kinds = {row.kind for group in groups for row in group.rows}
    formats = sorted({row.format for group in groups for row in group.rows})
    filters: list[Filter] = [
        (
            "kind",
            "What it is",
            "Anything",
            [(kind, name) for kind, name in KIND_NAMES.items() if kind in kinds],
        ),
        ("audience", "Who it is for", "Anyone", list(AUDIENCES.items())),
        ("format", "Format", "Any format", [(one, one) for one in formats]),
    ]
    owner = (catalogue.workshops or catalogue.modules)[0]
    return page(
        owner,
        "Materials",
        "Every file you can download from the hub, with its kind, size, length and format.",
        "Find every file you can download for a workshop, a session, a form or a wall.\n{: .lead }",
        f"{stamp}. All are in English, but for posters in Welsh and English. {TELLS_ANSWERS} "
        "Everything here can be used with no network. The same list, with the posters of every "
        "force, is there [for other programs](/api/v1/materials.json).",
        section("All downloads", still(material_list(groups, filters))),
        section(
            "What to do next",
            "- [Choose a workshop](/train/workshops/), and take its session pack.\n"
            "- [Print posters for your force](/posters/).\n"
            "- [Find the forms for choosing supporters](/guidance/selection/).",
        ),
        scripts=("materials.js",),
    )


def _groups(found: Sequence[Download], made: Mapping[str, Made]) -> list[MaterialGroup]:
    by_page: dict[str, list[Download]] = {}
    for one in found:
        by_page.setdefault(one.page, []).append(one)
    return [
        MaterialGroup(_slug(href), some[0].group, href, tuple(_row(one, made) for one in some))
        for href, some in by_page.items()
    ]


def _slug(href: str) -> str:
    return href.strip("/").replace("/", "-")


def _row(one: Download, made: Mapping[str, Made]) -> MaterialRow:
    facts = made.get(one.path)
    pages = facts.pages if facts and facts.pages else one.pages
    size = weight(facts.size) if facts else None
    detail = [AUDIENCES[one.audience].lower(), _length(one.kind, pages), size]
    return MaterialRow(
        f"/{one.path}",
        one.title,
        one.kind,
        one.format,
        one.audience,
        ", ".join(part for part in detail if part),
    )


def _posters(catalogue: Catalogue) -> list[MaterialGroup]:
    rows = tuple(
        MaterialRow(
            f"/posters/#{poster.id}",
            poster.title,
            "poster",
            "PDF",
            "everyone",
            f"in {counted(len(poster.sizes), 'size')}, "
            f"{'in English, or in Welsh and English' if poster.welsh else 'in English'}, "
            f"for each of {counted(len(catalogue.uk_forces), 'force')}",
        )
        for poster in catalogue.posters
    )
    return [MaterialGroup("posters", "Posters", "/posters/", rows)] if rows else []


def _detail(one: Material, made: Mapping[str, Made]) -> str:
    facts = made.get(one.path)
    if facts is None:
        return AUDIENCES[one.audience].lower()
    length = _length(one.kind, facts.pages)
    return ", ".join(part for part in (length, weight(facts.size)) if part)


def _length(kind: str, pages: int | None) -> str | None:
    return counted(pages, "slide" if kind == "slides" else "page") if pages else None


def weight(size: int) -> str:
    """Return a size in bytes as people read it: "48 kB", "3.1 MB"."""
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
