"""Pictures for screens: the slide of a poster as a PNG file, made from its own PDF.

Each is kept in a store of its own under a digest of that PDF, so that it is made again only when
the PDF is another.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import cache
from itertools import repeat
from pathlib import Path

import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from peerhub.models.licence import PICTURE, RIGHTS
from peerhub.press.engine.pool import ALONE
from peerhub.press.engine.ready import STORES, each, make_ready
from peerhub.press.engine.recipe import recipe
from peerhub.press.posters.job import Job
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import SCREEN

STORE = f"{STORES}/screens"
WIDTH, HEIGHT = 1920, 1080
"""Pixels of a picture."""

NAVY, CORAL, PEACH, MOON = (20, 38, 74), (255, 148, 112), (255, 238, 229), (255, 217, 200)
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
JACKET, SILVER = (230, 240, 90), (201, 209, 226)
PEOPLE = ((255, 227, 211), (217, 160, 116), (148, 88, 58), (107, 63, 42))
"""A high-visibility jacket, grey hair, and the people who are drawn."""

MEETINGS = (
    (NAVY, WHITE),
    (NAVY, CORAL),
    (CORAL, WHITE),
    (NAVY, PEACH),
    (BLACK, WHITE),
    (NAVY, MOON),
    (CORAL, PEACH),
    (NAVY, JACKET),
    (WHITE, JACKET),
    (NAVY, SILVER),
    *((NAVY, person) for person in PEOPLE),
)
"""The colours of the posters that touch; a palette of what lies between them shows every edge."""

STEPS = 18
"""Colours from one to the other, both included."""


def draw_screens(
    jobs: Iterable[Job],
    out: Path,
    store: Path,
    workers: int | None = None,
    progress: Progress = SILENT,
    executor: Executor | None = None,
    look: Callable[[], None] | None = None,
) -> int:
    """Put a PNG file beside every PDF for a screen below `out`; return how many were drawn.

    A PDF that is not there is passed over.
    """
    slides = {
        job.path(SCREEN, "png"): slide
        for job in jobs
        if SCREEN in job.sizes and (slide := out / job.path(SCREEN)).is_file()
    }
    keys = {path: screen_key(slide.read_bytes()) for path, slide in slides.items()}

    work = each(keys, screen_picture, lambda path: (slides[path].read_bytes(),), ALONE)
    called = "pictures of slides"
    done = make_ready(
        keys,
        work,
        out,
        store,
        called,
        workers=workers,
        progress=progress,
        executor=executor,
        look=look,
    )
    return done.rendered


def screen_key(pdf: bytes) -> str:
    """Return the key of the picture of a slide."""
    return recipe(__name__, pdf)


def screen_picture(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a PNG file for a screen."""
    picture = _rendered(pdf).quantize(palette=_palette(), dither=Image.Dither.NONE)
    return _png(picture)


def overprint_screen(png: bytes, over: bytes) -> bytes:
    """Return a picture for a screen with a band, a PDF of one page, across its head."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.paste(_rendered(over), (0, 0))
    return _png(picture.quantize(256, dither=Image.Dither.NONE))


def _rendered(pdf: bytes) -> Image.Image:
    """Return the first page of a PDF, as wide as a screen."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    drawn = page.render(scale=WIDTH / page.get_width(), may_draw_forms=False)
    picture: Image.Image = drawn.to_pil().convert("RGB")
    document.close()
    return picture


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    said = PngInfo()
    said.add_text("Copyright", RIGHTS)
    said.add_itxt("XML:com.adobe.xmp", PICTURE)
    picture.save(out, "PNG", compress_level=6, pnginfo=said)
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    """Return a picture that holds every colour a slide may have."""
    colours = [
        tuple(
            round(start + (end - start) * step / (STEPS - 1))
            for start, end in zip(one, other, strict=True)
        )
        for one, other in MEETINGS
        for step in range(STEPS)
    ]
    unused = repeat(WHITE, 256 - len(colours))
    holder = Image.new("P", (1, 1))
    holder.putpalette([part for colour in (*colours, *unused) for part in colour])
    return holder
