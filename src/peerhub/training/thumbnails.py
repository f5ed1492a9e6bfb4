"""The small picture of a deck that folders show: its first slide, drawn by us."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping

from PIL import Image, ImageDraw, ImageFont

from peerhub.press.engine.our_type import HOME, TYPE
from peerhub.training.look import CORAL, INK, PAPER
from peerhub.training.pictures import opening_art
from peerhub.training.slides import Deck

WIDE, HIGH = 256, 144
LETTERS = 22
ART = 76


def thumbnail(deck: Deck, pictures: Mapping[str, bytes]) -> bytes:
    """Return the first slide of a deck as a small JPEG."""
    shown = Image.new("RGB", (WIDE, HIGH), f"#{INK}")
    pen = ImageDraw.Draw(shown)
    face = ImageFont.truetype(str(HOME / "fonts" / TYPE[-1]), LETTERS)
    pen.rectangle((14, 22, 44, 25), fill=f"#{CORAL}")
    for number, line in enumerate(textwrap.wrap(deck.title, 13)[:4]):
        pen.text((14, 32 + number * 25), line, font=face, fill=f"#{PAPER}")
    if deck.art:
        art = Image.open(io.BytesIO(pictures[opening_art(deck.art)])).convert("RGB")
        shown.paste(art.resize((ART, ART)), (WIDE - ART - 8, (HIGH - ART) // 2))
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=85)
    return out.getvalue()
