"""The page of all downloads, and the files on the page of a module or a workshop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from peerhub import components as show
from peerhub.bundle import list_path
from peerhub.catalogue import Catalogue
from peerhub.components.materials import Filter, MaterialGroup, MaterialRow, material_list
from peerhub.feeds.downloads import KIND_NAMES, Download
from peerhub.feeds.downloads import downloads as all_downloads
from peerhub.models import Module, Poster, Workshop
from peerhub.pages.compose import page, section, still
from peerhub.pages.tools import FILL_IN
from peerhub.questions.calendar import in_order
from peerhub.questions.materials import Made, Material, packages
from peerhub.questions.poster_files import printed_in
from peerhub.words import counted, listed

PATH = "materials/index.md"
AUDIENCES = {
    "trainers": "For trainers",
    "participants": "For participants",
    "leaders": "For leaders",
    "everyone": "For all",
}
BY_FORCE = frozenset({"poster", "poster-pack"})
"""Kinds of which there are as many files as forces, and more."""

MOST_EVENTS = 50
"""Events of which this page lists the files."""

TELLS_ANSWERS = "Slides have their notes inside, and the trainer guide has the answers."


def downloads(materials: Sequence[Material], made: Mapping[str, Made]) -> Markup:
    """Return some files one below the other, each with its size."""
    return show.downloads(
        [
            show.DownloadLink(one.name, f"/{one.path}", one.format, _detail(one, made))
            for one in materials
        ]
    )


PACKING = ("zip-sum.js", "zip-writing.js", "packs.js")
"""The scripts with which a reader's browser puts a pack together."""


def pack_file(name: str, path: str, is_kept: bool, detail: str = "") -> show.FileFormat:
    """Return a pack as pages show it: the ZIP file if it is kept, or what browsers make it of."""
    if is_kept:
        return show.FileFormat(name, f"/{path}", detail)
    return show.FileFormat(name, f"/{list_path(path)}", detail, is_list=True)


def pack_scripts(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the scripts of a page that offers a pack; none where packs stand as files."""
    return () if catalogue.site.keeps_packs else PACKING


def file_rows(
    materials: Sequence[Material], made: Mapping[str, Made], *, keeps_packs: bool = True
) -> Markup:
    """Return the files of a module or a workshop, one row a thing; a pack stands first.

    A form begins with the page on which it can be filled in. Files of single days are left out.
    """
    rows: dict[str, list[show.FileFormat]] = {}
    packs = []
    for one in materials:
        size = made.get(one.path)
        if one.format == "ZIP":
            weighs = weight(size.size) if size else ""
            packs.append(pack_file(f"{one.name}, {one.format}", one.path, keeps_packs, weighs))
        elif not one.day:
            detail = "" if one.name in rows or not size else _detail(one, made)
            row = rows.setdefault(one.name, _fill_in(one, materials))
            row.append(show.FileFormat(one.format, f"/{one.path}", detail))
    return show.file_rows(
        [show.FileRow(label, tuple(formats)) for label, formats in rows.items()],
        packs[0] if packs else None,
    )


def _fill_in(form: Material, materials: Sequence[Material]) -> list[show.FileFormat]:
    """Return the page on which a form of a workshop can be filled in; nothing for other files."""
    is_form = form.belongs_to == "workshop" and any(
        one.kind == form.kind and one.format == "DOCX" for one in materials
    )
    return [show.FileFormat("Fill in", f"/{FILL_IN}/{form.stem}/")] if is_form else []


FOR_SYSTEMS = (
    "What {whom} read, for your force's own learning system. Take SCORM 1.2 if you do not know "
    "which it needs. It reports who has finished, and nothing else: no score, no answer, no time."
)


def for_learning_system(owner: Module | Workshop, made: Mapping[str, Made]) -> show.SidePart:
    """Return the packages of a module or a workshop, and what they are for."""
    whom = "participants" if isinstance(owner, Module) else "people before they come"
    note = Markup('<p class="side-note">{}</p>').format(FOR_SYSTEMS.format(whom=whom))
    rows = file_rows(packages(owner), made)
    return show.SidePart("package", "For a learning system", rows + note)


def day_rows(materials: Sequence[Material], made: Mapping[str, Made]) -> Markup:
    """Return the files of each day of a workshop, one row a day."""
    rows: dict[str, list[show.FileFormat]] = {}
    for one in materials:
        if one.day:
            facts = made.get(one.path)
            name = f"{KIND_NAMES[one.kind]}, {one.format}"
            size = weight(facts.size) if facts else ""
            row = rows.setdefault(one.part or "The day", [])
            row.append(show.FileFormat(name, f"/{one.path}", size))
    return show.file_rows([show.FileRow(label, tuple(some)) for label, some in rows.items()])


def materials_page(catalogue: Catalogue, made: Mapping[str, Made]) -> str:
    """Return the page that lists every download, with its kind, audience, pages and size.

    Posters have a row for each design: their files are listed by force on pages of their own.
    """
    every = [one for one in all_downloads(catalogue) if one.kind not in BY_FORCE]
    found, left = _without_far_events(catalogue, every)
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
    either = listed([one.name for one in catalogue.languages])
    beside = f", but for posters in {either} and English" if either else ""
    owner = (catalogue.workshops or catalogue.modules)[0]
    return page(
        owner,
        "Materials",
        "Every file you can download from the hub, with its kind, size, length and format.",
        "Find every file you can download for a workshop, a session, a form or a wall.\n{: .lead }",
        f"Each file says its own revision. All are in English{beside}. {TELLS_ANSWERS} "
        "Everything here can be used with no network. The same list, with the posters of every "
        "force, is there "
        "[for other programs](/api/v1/materials.json).",
        section("All downloads", still(material_list(groups, filters))),
        f"[{counted(left, 'more event')} and their files](/events/)" if left else None,
        section(
            "What to do next",
            "- [Choose a workshop](/train/workshops/), and take its session pack.\n"
            "- [Print posters for your force](/posters/).\n"
            "- [Find the forms for choosing supporters](/guidance/selection/).",
        ),
        scripts=("materials.js",),
    )


def _without_far_events(
    catalogue: Catalogue, found: Sequence[Download]
) -> tuple[list[Download], int]:
    """Return downloads without those of events that come after the next `MOST_EVENTS`, or are over.

    A calendar may hold thousands, each of which has its files on its own page. Also how many
    events were left out; of a short calendar none is.
    """
    if len(catalogue.events) <= MOST_EVENTS:
        return list(found), 0
    coming = [one for one in in_order(catalogue.events) if one.last_day >= catalogue.today]
    left = {f"/events/{one.id}/" for one in catalogue.events}
    left -= {f"/events/{one.id}/" for one in coming[:MOST_EVENTS]}
    return [one for one in found if one.page not in left], len(left)


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
        one.address,
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
            f"{_tongues(catalogue, poster)}, "
            f"for each of {counted(len(catalogue.uk_forces), 'force')}",
        )
        for poster in catalogue.posters
    )
    return [MaterialGroup("posters", "Posters", "/posters/", rows)] if rows else []


def _tongues(catalogue: Catalogue, poster: Poster) -> str:
    others = (f"in {one.name} and English" for one in printed_in(poster, catalogue.languages))
    return ", or ".join(("in English", *others))


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
