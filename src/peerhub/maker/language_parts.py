"""The sheets of the poster maker in other languages than English: a script each, loaded on need.

Most people who make a poster make it in English, and its sheets are half of what the page would
load. A sheet in another language says in the page's own script only what it is called and which
size it is for; its text and its pictures stand in the script of its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from peerhub.maker.force_parts import FOLDER, as_script
from peerhub.models.language_code import ENGLISH

HELD = ("html", "contact", "urgent", "art", "part")
"""What of a sheet stands in the script of its language."""

Sheet = MutableMapping[str, Any]


def language_path(language: str) -> str:
    """Return the path of the script that holds the sheets in a language."""
    return f"{FOLDER}/maker-sheets-{language}.js"


def without_languages(told: MutableMapping[str, Any]) -> dict[str, str]:
    """Take what other languages hold out of what the maker's page is told.

    Returns the script of each language by its path below the site. `told` has the designs and
    their sheets, in order, and the drawings by name.
    """
    drawings = told["art"]
    every = list(_sheets(told["designs"]))
    told["art"] = _drawn(drawings, (one for _, one in every if one["language"] == ENGLISH))
    files = {}
    for language in dict.fromkeys(one["language"] for _, one in every):
        if language == ENGLISH:
            continue
        spoken = [(name, one) for name, one in every if one["language"] == language]
        art = _drawn(drawings, (one for _, one in spoken))
        held = {
            "art": {name: one for name, one in art.items() if name not in told["art"]},
            "sheets": {name: {key: one.pop(key) for key in HELD} for name, one in spoken},
        }
        files[language_path(language)] = f"posterMaker.spoken.{language} = {as_script(held)};\n"
    told["spoken"] = {}
    return files


def _sheets(designs: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Sheet]]:
    """Yield every sheet with its name in the script of its language."""
    for design in designs:
        for sheet in design["sheets"]:
            yield f"{design['id']} {sheet['kind']}", sheet


def _drawn(drawings: Mapping[str, Any], sheets: Iterable[Sheet]) -> dict[str, Any]:
    wanted = {name for one in sheets for name in one["art"]}
    return {name: one for name, one in drawings.items() if name in wanted}
