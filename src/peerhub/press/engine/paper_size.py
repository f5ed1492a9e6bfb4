"""Sizes of paper, as the press cuts them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperSize:
    """A size of paper, in millimetres.

    `width` and `height` are what is left when it is cut. A print shop cuts after printing: it
    wants `margin` all round for crop marks, of which the inner `bleed` is printed on as well.
    `shape` names the template that sets it: sheets of one shape are one layout, enlarged.
    `pages` is how many pages it has in English: two when it is printed on both sides. Cards are
    printed several to a sheet, `across` by `down` of them in the middle of paper of the size `on`.
    """

    width: float
    height: float
    bleed: float = 0
    margin: float = 0
    shape: str = "poster"
    pages: int = 1
    across: int = 1
    down: int = 1
    on: tuple[float, float] | None = None

    @property
    def paper(self) -> tuple[float, float]:
        """Return the width and the height before anything is cut."""
        return self.on or (self.width + 2 * self.margin, self.height + 2 * self.margin)
