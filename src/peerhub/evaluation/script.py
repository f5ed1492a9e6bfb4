"""What the page that merges sheets knows of the kit: a script, so that a disk can load it too.

Too many forces for one list come in parts, by their ids, each a script that is fetched when a sheet
of a force in it is read. The kit's own script then says with which id each part begins.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.render import render
from peerhub.evaluation import picture_words as words
from peerhub.evaluation.layout import SheetLayout, for_script, layout_of
from peerhub.evaluation.messages import MESSAGES
from peerhub.evaluation.picture_csv import HEAD
from peerhub.questions.many_forces import MANY

DATA = "assets/js/evaluation-kit.js"
PART = "assets/js/evaluation-forces-{}.js"


def script_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the script by its path below the site; nothing for a hub that counts nothing."""
    if not catalogue.indicators:
        return {}
    layout = layout_of(catalogue)
    said = kit_data(layout, catalogue.site.name)
    parts = _parts(layout)
    if parts:
        said = {**said, "parts": [min(part) for part in parts]}
    return {
        DATA: f"const evaluationKit = {_as_script(said)};\n",
        **{
            PART.format(number): f"Object.assign(evaluationKit.forces, {_as_script(part)});\n"
            for number, part in enumerate(parts)
        },
    }


def _parts(layout: SheetLayout) -> list[dict[str, str]]:
    """Return the forces' names by their ids, in parts of like ids; none where one list will do."""
    if layout.lists_forces:
        return []
    every = sorted(layout.forces.items())
    return [dict(every[start : start + MANY]) for start in range(0, len(every), MANY)]


def _as_script(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def kit_data(layout: SheetLayout, maker: str) -> Mapping[str, Any]:
    """Return all that the page knows: the layout, every message, words and look of a picture.

    `maker` is the hub's name, which calls itself the author of a sheet and is nobody's name. What
    the page does not show is left out, since every reader would have to load it.
    """
    told = json.loads(for_script(layout, MESSAGES))
    del told["remarks"]
    for indicator in told["indicators"]:
        del indicator["source"], indicator["topic"]
    return {
        **told,
        "maker": maker,
        "said": _said(maker),
        "look": str(render("national_picture_look")),
    }


def _said(maker: str) -> Mapping[str, Any]:
    """Return the words of a picture that are the same for all figures."""
    return {
        "suggestion": words.SUGGESTION,
        "cannot": words.NOT_SHOWN,
        "shares": words.ABOUT_SHARES,
        "withheld": words.WITHHELD_SAID,
        "how": words.HOW_MADE,
        "kept": words.kept_of(maker),
        "head": HEAD,
    }
