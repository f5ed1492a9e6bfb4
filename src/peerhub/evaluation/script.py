"""What the page that merges sheets knows of the kit: a script, so that a disk can load it too."""

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

DATA = "assets/js/evaluation-kit.js"


def script_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the script by its path below the site; nothing for a hub that counts nothing."""
    if not catalogue.indicators:
        return {}
    said = kit_data(layout_of(catalogue), catalogue.site.name)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return {DATA: f"const evaluationKit = {text};\n"}


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
