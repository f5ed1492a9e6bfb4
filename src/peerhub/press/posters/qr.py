"""The square a phone reads: an address as a QR code, drawn straight onto the page.

All its dark modules are one shape, so that it is sharp at any size and no hairline shows
between them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import segno

from peerhub.press.posters.qr_mask import best_mask, with_mask

QUIET_ZONE = 4
"""Empty modules kept round the code (ISO/IEC 18004 asks for four)."""

_DARK = re.compile(rb"\x01+")


class QrImage:
    """A QR code as a picture that WeasyPrint can place: it has a size and draws itself."""

    def __init__(self, address: str) -> None:
        self.side, self.shape = drawing(address)

    def get_intrinsic_size(self, *_context: Any) -> tuple[float, float, float]:
        """Return the width and height, in modules, and their ratio."""
        return self.side, self.side, 1

    def draw(self, stream: Any, width: float, height: float, _style: Any) -> None:
        """Draw the code on a page's stream, filling a box of the given width and height."""
        stream.transform(a=width / self.side, d=height / self.side)
        stream.set_color_rgb(0, 0, 0)
        stream.stream.append(self.shape)
        stream.fill()


def symbol(address: str, mask: int | None = None) -> segno.QRCode:
    """Return the QR code of an address under a mask, or under the best by segno's own choice."""
    return segno.make(address, error="q", micro=False, boost_error=False, mask=mask)


@lru_cache(maxsize=256)
def drawing(address: str) -> tuple[int, bytes]:
    """Return the side of the code in modules, quiet zone included, and its shape in PDF's terms.

    Error correction is level Q: a quarter of the code may be scuffed or torn and it still reads.
    """
    code = symbol(address, 0)
    rows = with_mask(code, best_mask(code))
    runs = (
        b"%d %d %d 1 re" % (run.start() + QUIET_ZONE, y, run.end() - run.start())
        for y, row in enumerate(rows, QUIET_ZONE)
        for run in _DARK.finditer(row)
    )
    return len(rows) + 2 * QUIET_ZONE, b"\n".join(runs)
