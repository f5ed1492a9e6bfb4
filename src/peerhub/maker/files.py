"""The two files that the poster maker's page loads beside its scripts: its facts and its style."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.maker import facts as known
from peerhub.maker.sheets import SlotSheet, slot_sheet
from peerhub.maker.stylesheet import Styles
from peerhub.models import Poster, Stamp
from peerhub.press.job import ENGLISH
from peerhub.press.materials import HOME, Materials
from peerhub.press.orders import text_of

DATA = "assets/js/maker-data.js"
STYLE = "assets/poster.css"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English"}
"""The languages that the maker offers, by the name they are chosen by."""


def maker_files(
    catalogue: Catalogue, stamp: Stamp, band: str | None = None, materials: Path = HOME
) -> Mapping[str, str]:
    """Return the maker's two files, as text by path below the site.

    `band` is printed across the head of every sheet, as on the posters of a demonstration. A hub
    without posters has no maker. Raises `PressError` when a template or a style cannot serve.
    """
    if not catalogue.posters:
        return {}
    press = Materials(materials)
    facts = known.everybody(catalogue, stamp)
    everywhere = known.nobody(catalogue, stamp)
    sets = {one.urgent: one for one in (everywhere, *facts.values())}
    urgent = list(sets)
    sheets = {
        poster.id: [
            slot_sheet(press, text_of(poster), language, stamp, list(sets.values()))
            for language in languages(poster)
        ]
        for poster in catalogue.posters
    }
    styles = Styles(press, [sheet for found in sheets.values() for sheet in found])
    lists = list(dict.fromkeys(one for found in sheets.values() for x in found for one in x.urgent))
    told = {
        "band": band,
        "sizes": known.sizes(catalogue.posters),
        "languages": LANGUAGES,
        "art": styles.pictures(),
        "lists": lists,
        "designs": [
            {
                "id": poster.id,
                "title": poster.title,
                "sizes": known.enlarged(poster),
                "sheets": [_sheet(one, styles, lists) for one in sheets[poster.id]],
            }
            for poster in catalogue.posters
        ],
        "forces": [
            known.no_force(catalogue, everywhere, urgent),
            *known.forces(catalogue, facts, urgent),
        ],
        "rules": known.rules(),
    }
    return {DATA: f"const posterMaker = {_json(told)};\n", STYLE: styles.text()}


def languages(poster: Poster) -> tuple[str, ...]:
    """Return the languages that a design can be made in."""
    return (ENGLISH,)


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
