"""What the poster maker's page loads beside its scripts: its facts and its style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.posters import IN_ENGLISH, language_name
from peerhub.maker import facts as known
from peerhub.maker.force_parts import as_script, in_parts, named, part_files
from peerhub.maker.language_parts import without_languages
from peerhub.maker.slot_sheets import SlotSheet, slot_sheet
from peerhub.maker.stylesheet import Styles
from peerhub.models import Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.orders.pictures import specimen
from peerhub.orders.posters import orders, text_of
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import SHEETS
from peerhub.press.posters.template_files import Materials
from peerhub.questions.poster_files import printed_in

DATA = "assets/js/maker-data.js"
STYLE = "assets/poster.css"


def maker_files(
    catalogue: Catalogue, band: str | None = None, materials: Path = HOME
) -> Mapping[str, str]:
    """Return the maker's files, as text by path below the site.

    They are its facts and its style, and what it loads on need: the sheets of each language beside
    English, and the forces where they are too many.

    `band` is printed across the head of every sheet, as on the posters of a demonstration. A hub
    without posters has no maker. Raises `PressError` when a template or a style cannot serve.
    """
    if not catalogue.posters:
        return {}
    press = Materials(materials)
    jobs = orders(catalogue)
    facts = known.everybody(catalogue, jobs)
    sets = known.urgent_sets(facts)
    sheets = {
        poster.id: list(_sheets(press, catalogue, poster, sets)) for poster in catalogue.posters
    }
    every = [one for found in sheets.values() for one in found]
    lists = list(dict.fromkeys(text for one in every for told in one.urgent for text in told))
    styles = Styles(press, every)
    forces = list(known.forces(catalogue, facts, known.addresses(jobs)))
    parts = in_parts(forces)
    told: dict[str, Any] = {
        "band": band,
        "sizes": known.sizes(catalogue.posters),
        "art": styles.pictures(),
        "lists": lists,
        "designs": [
            {
                "id": poster.id,
                "title": poster.title,
                "sizes": known.offered(poster),
                "sheets": [
                    {
                        "name": names(poster, catalogue.languages)[one.language],
                        **_sheet(one, styles, lists),
                    }
                    for one in sheets[poster.id]
                ],
            }
            for poster in catalogue.posters
        ],
        "forces": [
            known.no_force(catalogue, facts),
            *(() if parts else forces),
        ],
        "rules": known.rules(),
        **({"parts": named(parts), "held": {}} if parts else {}),
    }
    spoken = without_languages(told)
    script = f"const posterMaker = {as_script(told)};\n"
    return {DATA: script, STYLE: styles.text(), **part_files(parts), **spoken}


def names(poster: Poster, languages: Iterable[Language]) -> Mapping[str, str]:
    """Return the languages that a design comes in, each by its code and with its name."""
    others = {one.id: language_name(poster, one) for one in printed_in(poster, languages)}
    return {ENGLISH: IN_ENGLISH, **others}


def _sheets(
    press: Materials, catalogue: Catalogue, poster: Poster, sets: Mapping[str, Mapping[Any, Any]]
) -> Iterator[SlotSheet]:
    """Yield a design's sheets: one for each language it has, in each shape that it comes in."""
    shapes = {SHEETS[size].shape: size for size in reversed(known.offered(poster))}
    for language in (None, *printed_in(poster, catalogue.languages)):
        code = language.id if language else ENGLISH
        if found := sets.get(code):
            text = text_of(catalogue.site, poster, language)
            stamp = specimen(catalogue, poster).stamp
            for size in reversed(shapes.values()):
                yield slot_sheet(press, text, code, stamp, list(found.values()), size)


def _sheet(sheet: SlotSheet, styles: Styles, lists: list[str]) -> dict[str, Any]:
    return {
        "language": sheet.language,
        "lang": sheet.lang,
        "layout": sheet.layout,
        "kind": sheet.kind,
        "shape": sheet.shape,
        "art": styles.art(sheet),
        "part": sheet.ground and sheet.ground.part,
        "html": sheet.html,
        "contact": sheet.contact,
        "urgent": [[lists.index(text) for text in told] for told in sheet.urgent],
    }
