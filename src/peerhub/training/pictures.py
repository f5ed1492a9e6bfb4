"""Drawings in what a trainer carries: words hold a place for each, and a file gets the picture.

So the words of a material, and with them its revision, do not depend on how a drawing is drawn;
its file does.
"""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from peerhub.catalogue import Catalogue
from peerhub.drawings import INK as INK_LINE
from peerhub.drawings import PAPER as WHITE
from peerhub.drawings import Drawn, drawn
from peerhub.models import Drawing
from peerhub.training.look import INK, deck_size, side_art
from peerhub.training.slides import Deck

PLACE, ART, LIGHT = "drawing:", "art:", "light-"
"""What holds the place of a drawing, and of a piece of art; and what says that it is for a dark
ground."""

PIXELS = 1280
"""How wide a picture is: twice its sheet, so that it is sharp on paper and on a screen."""

SMALL = 480
"""How wide a picture of a piece of art is."""

_HELD = re.compile(rf"\b({PLACE}|{ART})([a-z0-9-]+)")
_GROUND = re.compile(rf"url\({ART}(?P<name>[a-z0-9-]+)\)")
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


def opening_art(art: str) -> str:
    """Return the place of a picture on a dark slide."""
    return ART + LIGHT + art


def measures(png: bytes) -> tuple[int, int]:
    """Return how many pixels wide and high a PNG is, as its first part says (W3C PNG, 11.2.1)."""
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


class Pictures:
    """The drawings of a catalogue, as the formats of training material need them."""

    def __init__(self, catalogue: Catalogue, home: Path) -> None:
        self.catalogue = catalogue
        self.home = home
        self.svg = cache(self._svg)

    def key(self, places: Iterable[str]) -> tuple[Any, ...]:
        """Return what makes the pictures in some places what they are: a part of a file's key."""
        from peerhub.press.engine import line_art  # what draws is loaded only to draw
        from peerhub.press.engine.our_type import type_files
        from peerhub.press.engine.recipe import recipe

        drawn = {place: self.svg(place) for place in sorted(set(places))}
        return (drawn, recipe(line_art.__name__, (), type_files(self.home))) if drawn else ()

    def used(self, words: Any) -> set[str]:
        """Return every place that some words hold."""
        return {"".join(one) for one in _HELD.findall(to_json(words, fallback=str).decode())}

    def shown(self, deck: Deck) -> set[str]:
        """Return every place on the slides of a deck."""
        places = [PLACE + one.drawing.id for one in deck.slides if one.drawing]
        places += [ART + art for one in deck.slides if (art := side_art(one, deck_size(deck)))]
        if deck.art:
            places.append(opening_art(deck.art))
        return set(places)

    def for_paper(self, html: str) -> str:
        """Return some HTML with its drawings as they are drawn."""
        grounded = _GROUND.sub(
            lambda one: f"url({_data('svg+xml', self.svg(ART + one['name']).encode())})", html
        )
        return self._filled(grounded, lambda one: _data("svg+xml", self.svg(PLACE + one).encode()))

    def for_others(self, html: str) -> str:
        """Return some HTML with its drawings as pictures that any program can show."""
        return self._filled(html, lambda one: _data("png", self.png(PLACE + one)))

    def in_words(self, html: str) -> str:
        """Return some HTML with what its drawings say, for text without any picture."""
        return _FIGURE.sub(r"<p>\g<title>: \g<said></p>", html)

    def png(self, place: str) -> bytes:
        """Return a drawing or a piece of art as a picture of points."""
        wide = PIXELS if place.startswith(PLACE) else SMALL
        ground = f"#{INK}" if place.startswith(ART + LIGHT) else "#fff"
        from peerhub.press.engine.line_art import picture_of  # as above

        return picture_of(self.svg(place), self.home, wide, ground)

    def _svg(self, place: str) -> str:
        """Return what is drawn in a place. Art that nobody drew leaves it empty."""
        kind, name = place.split(":")
        if kind + ":" == PLACE:
            return drawn(self.catalogue.drawing_by_id[name], self.catalogue.art).svg()
        art = self.catalogue.art.get(name.removeprefix(LIGHT), "")
        svg = Drawn(100, 100, art).svg()
        return _turned(svg) if name.startswith(LIGHT) else svg

    def _filled(self, html: str, source: Callable[[str], str]) -> str:
        return _PICTURE.sub(lambda one: f'<img class="drawing" src="{source(one["id"])}"', html)


def _turned(svg: str) -> str:
    """Return art for a dark ground: what is ink becomes white, and what is white becomes ink."""
    swap = {INK_LINE: WHITE, WHITE: INK_LINE}
    return re.sub("|".join(f'"{one}"' for one in swap), lambda one: f'"{swap[one[0][1:-1]]}"', svg)


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
