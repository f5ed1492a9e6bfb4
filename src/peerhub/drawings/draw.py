"""One drawing, made from its parts and the line art that they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peerhub.drawings import shapes
from peerhub.drawings.sheet import WIDE
from peerhub.models import Drawing
from peerhub.models.drawing import Shape

_SHAPES: Mapping[Shape, Callable[[shapes.Parts, shapes.Art], shapes.Sketch]] = {
    "row": shapes.row,
    "path": shapes.path,
    "ring": shapes.ring,
    "around": shapes.around,
    "stairs": shapes.stairs,
    "circles": shapes.circles,
    "trays": shapes.trays,
    "wall": shapes.wall,
}


@dataclass(frozen=True)
class Drawn:
    """A drawing on its sheet: its size, in units of its own, and what is drawn on it."""

    wide: int
    high: int
    strokes: str

    def svg(self, attributes: str = "") -> str:
        """Return the drawing as SVG, on one line, its first element with more attributes."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.wide}" height="{self.high}" '
            f'viewBox="0 0 {self.wide} {self.high}"{attributes}>{self.strokes}</svg>'
        )


def drawn(drawing: Drawing, art: Mapping[str, str]) -> Drawn:
    """Return a drawing. Art that is not there leaves its place empty."""
    made, high = _SHAPES[drawing.shape](drawing.parts, art)
    return Drawn(WIDE, round(high), made)
