"""The page of all downloads, and the downloads on the page of a module or a workshop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.materials import Filter, MaterialGroup, MaterialRow, material_list
from peerhub.pages.compose import page, section, still
from peerhub.questions.materials import KIND_NAMES, Made, Material, training_materials
from peerhub.words import counted, day

PATH = "materials/index.md"
AUDIENCES = {"trainers": "For trainers", "participants": "For participants", "everyone": "For all"}
TELLS_ANSWERS = "Slides have their notes inside, and the trainer guide has the answers."


def downloads(materials: Sequence[Material], made: Mapping[str, Made]) -> Markup:
    """Return the files of one module or workshop, each with its size."""
    return show.downloads(
        [
            show.Download(one.name, f"/{one.path}", one.format, _detail(one, made))
            for one in materials
        ]
    )


def changeable(materials: Sequence[Material], made: Mapping[str, Made]) -> list[str]:
    """Return the documents to change in Markdown, those of one form together in one item."""
    items: dict[str, list[str]] = {}
    for one in materials:
        facts = made.get(one.path)
        size = f", {weight(facts.size)}" if facts else ""
        link = f"[{one.name}, {one.format}](/{one.path}){size}"
        items.setdefault(one.kind, []).append(link)
    return ["; ".join(links) for links in items.values()]


def materials_page(catalogue: Catalogue, made: Mapping[str, Made]) -> str:
    """Return the page that lists every download, with its kind, audience, pages and size."""
    found = training_materials(catalogue.modules, catalogue.workshops)
    stamp = f"Edition {catalogue.site.edition}, {day(catalogue.today)}"
    groups = [*_groups(found, made), *_elsewhere(catalogue)]
    kinds = {one.kind for one in found}
    formats = sorted({row.format for group in groups for row in group.rows})
    filters: list[Filter] = [
        (
            "kind",
            "What it is",
            "Anything",
            [(kind, name) for kind, name in KIND_NAMES.items() if kind in kinds]
            + [("poster", "Posters")],
        ),
        ("audience", "Who it is for", "Anyone", list(AUDIENCES.items())),
        ("format", "Format", "Any format", [(one, one) for one in formats]),
    ]
    owner = (catalogue.workshops or catalogue.modules)[0]
    return page(
        owner,
        "Materials",
        "Every file you can download for a workshop or a session, with its kind, size and format.",
        "Find every file you can download for a workshop, a session or a wall.\n{: .lead }",
        f"{stamp}. All are in English. {TELLS_ANSWERS} "
        "Everything here can be used with no network. The same list is there "
        "[for other programs](/api/v1/materials.json).",
        section("All downloads", still(material_list(groups, filters))),
        section(
            "What to do next",
            "- [Choose a workshop](/train/workshops/), and take its session pack.\n"
            "- [Print posters for your force](/posters/).\n"
            "- [Find the forms for choosing supporters](/guidance/selection/).",
        ),
        scripts=("materials.js",),
    )


def _groups(found: Sequence[Material], made: Mapping[str, Made]) -> list[MaterialGroup]:
    by_page: dict[str, list[Material]] = {}
    for one in found:
        by_page.setdefault(one.page, []).append(one)
    return [
        MaterialGroup(
            f"{some[0].belongs_to}-{some[0].source}",
            some[0].subject,
            href,
            tuple(_row(one, made) for one in some),
        )
        for href, some in by_page.items()
    ]


def _row(one: Material, made: Mapping[str, Made]) -> MaterialRow:
    detail = f"{AUDIENCES[one.audience].lower()}, {_detail(one, made)}"
    return MaterialRow(
        f"/{one.path}", one.name, one.kind, one.format, one.audience, detail.strip(", ")
    )


def _elsewhere(catalogue: Catalogue) -> list[MaterialGroup]:
    """Return a row for each poster design: its files are listed by force on a page of their own."""
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
    pages = "slide" if one.kind == "slides" else "page"
    parts = [counted(facts.pages, pages)] if facts.pages else []
    return ", ".join([*parts, weight(facts.size)])


def weight(size: int) -> str:
    """Return a size in bytes as people read it: "48 kB", "3.1 MB"."""
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
