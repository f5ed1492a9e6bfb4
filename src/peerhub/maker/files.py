"""The two files that the poster maker's page loads beside its scripts: its facts and its style."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.posters import IN_ENGLISH, language_name
from peerhub.maker import facts as known
from peerhub.maker.slot_sheets import SlotSheet, slot_sheet
from peerhub.maker.stylesheet import Styles
from peerhub.models import Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.orders.pictures import specimen
from peerhub.orders.posters import orders, text_of
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.template_files import Materials
from peerhub.questions.poster_files import printed_in

DATA = "assets/js/maker-data.js"
STYLE = "assets/poster.css"


def maker_files(
    catalogue: Catalogue, band: str | None = None, materials: Path = HOME
) -> Mapping[str, str]:
    """Return the maker's two files, as text by path below the site.

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
        poster.id: [
            slot_sheet(
                press,
                text_of(catalogue.site, poster, language),
                language.id if language else ENGLISH,
                specimen(catalogue, poster).stamp,
                list(found.values()),
            )
            for language in (None, *printed_in(poster, catalogue.languages))
            if (found := sets.get(language.id if language else ENGLISH))
        ]
        for poster in catalogue.posters
    }
    styles = Styles(press, [sheet for found in sheets.values() for sheet in found])
    lists = list(dict.fromkeys(one for found in sheets.values() for x in found for one in x.urgent))
    told = {
        "band": band,
        "sizes": known.sizes(catalogue.posters),
        "art": styles.pictures(),
        "lists": lists,
        "designs": [
            {
                "id": poster.id,
                "title": poster.title,
                "sizes": known.enlarged(poster),
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
            *known.forces(catalogue, facts, known.addresses(jobs)),
        ],
        "rules": known.rules(),
    }
    return {DATA: f"const posterMaker = {_json(told)};\n", STYLE: styles.text()}


def names(poster: Poster, languages: Iterable[Language]) -> Mapping[str, str]:
    """Return the languages that a design comes in, each by its code and with its name."""
    others = {one.id: language_name(poster, one) for one in printed_in(poster, languages)}
    return {ENGLISH: IN_ENGLISH, **others}


def _sheet(sheet: SlotSheet, styles: Styles, lists: list[str]) -> dict[str, Any]:
    return {
        "language": sheet.language,
        "lang": sheet.lang,
        "layout": sheet.layout,
        "shape": sheet.shape,
        "art": styles.art(sheet),
        "html": sheet.html,
        "contact": sheet.contact,
        "urgent": [lists.index(one) for one in sheet.urgent],
    }


def _json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
