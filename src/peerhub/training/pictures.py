"""Drawings in what a trainer carries: words hold a place for each, and a file gets the picture.

So the words of a material, and with them its revision, do not depend on how a drawing is drawn;
its file does.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from peerhub.catalogue import Catalogue
from peerhub.drawings import drawn
from peerhub.models import Drawing
from peerhub.press.engine.line_art import picture_of

PLACE = "drawing:"
PIXELS = 1280
"""How wide a picture is: twice its sheet, so that it is sharp on paper and on a screen."""

_HELD = re.compile(rf"\b{PLACE}([a-z0-9-]+)")
_PICTURE = re.compile(rf'<img class="drawing" src="{PLACE}(?P<id>[a-z0-9-]+)"')

_FIGURE = re.compile(
    rf'<figure class="drawing"><img class="drawing" src="{PLACE}[a-z0-9-]+" alt="(?P<said>[^"]*)">'
    r"<figcaption>(?P<title>[^<]*)</figcaption></figure>"
)


def held(drawing: Drawing) -> Markup:
    """Return the figure of a drawing, with a place in it for the picture."""
    return Markup(
        '\n<figure class="drawing"><img class="drawing" src="{}{}" alt="{}">'
        "<figcaption>{}</figcaption></figure>\n"
    ).format(PLACE, drawing.id, drawing.said, drawing.title)


class Pictures:
    """The drawings of a catalogue, as the formats of training material need them."""

    def __init__(self, catalogue: Catalogue, home: Path) -> None:
        self.catalogue = catalogue
        self.home = home
        self.svg = cache(self._svg)

    def used(self, words: Any) -> dict[str, str]:
        """Return each drawing that some words hold a place for, as SVG: the key of its file."""
        found = sorted(set(_HELD.findall(to_json(words, fallback=str).decode())))
        return {identity: self.svg(identity) for identity in found}

    def for_paper(self, html: str) -> str:
        """Return some HTML with its drawings as they are drawn."""
        return self._filled(html, lambda one: _data("svg+xml", self.svg(one).encode()))

    def for_others(self, html: str) -> str:
        """Return some HTML with its drawings as pictures that any program can show."""
        return self._filled(html, lambda one: _data("png", self.png(one)))

    def in_words(self, html: str) -> str:
        """Return some HTML with what its drawings say, for text without any picture."""
        return _FIGURE.sub(r"<p>\g<title>: \g<said></p>", html)

    def png(self, identity: str) -> bytes:
        """Return a drawing as a picture of points."""
        return picture_of(self.svg(identity), self.home, PIXELS)

    def _svg(self, identity: str) -> str:
        return drawn(self.catalogue.drawing_by_id[identity], self.catalogue.art).svg()

    def _filled(self, html: str, source: Callable[[str], str]) -> str:
        return _PICTURE.sub(lambda one: f'<img class="drawing" src="{source(one["id"])}"', html)


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
