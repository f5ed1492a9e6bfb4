"""Small pictures of the designs, made from the posters' own PDFs, for the gallery.

Each shows the poster of no force in particular, as a force would see its own. A picture is kept
in a store of its own under the key of its PDF, so that it is made again only when the poster is.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2

from peerhub.catalogue import Catalogue
from peerhub.models import UK_NATIONS, Poster, Stamp
from peerhub.orders.posters import text_of
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.recipe import files_digest, recipe
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.posters.job import Job, PosterFacts, UrgentLine
from peerhub.press.posters.keys import Keys
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import picture_path
from peerhub.questions.signposting import signpost

STORE = ".cache/pictures"
WIDTH, HEIGHT = 420, 594
"""Pixels of a picture: twice what the gallery shows, for sharp screens."""

QUALITY = 80
NOBODY = "Your force"


def draw_pictures(
    root: Path, catalogue: Catalogue, stamp: Stamp, out: Path, progress: Progress = SILENT
) -> int:
    """Put a picture of each design below `out`; return how many had to be drawn.

    Raises PressError when a poster cannot be made.
    """
    materials = Materials(HOME)
    keys, shelf = Keys(materials), Store(root / STORE, ".webp")
    drawn_from = files_digest(materials.every_file())
    drawn, used = 0, set()
    progress.count(len(catalogue.posters), "pictures of posters")
    for poster in catalogue.posters:
        job = specimen(catalogue, poster, stamp)
        key = recipe(__name__, keys.key(job, "a4"))
        used.add(key)
        content = shelf.get(key)
        if content is None:
            content = picture(Task(job, (("a4", key),), materials, drawn_from).make()[key])
            shelf.put(key, content)
            drawn += 1
        write_whole(out / picture_path(poster.id), content)
        progress.update()
    shelf.prune(used)
    return drawn


def specimen(catalogue: Catalogue, poster: Poster, stamp: Stamp) -> Job:
    """Return a design's poster for no force in particular: with lines that serve every nation."""
    everywhere = [
        one
        for one in signpost(catalogue.services, level="urgent")
        if set(one.nations) == set(UK_NATIONS)
    ]
    facts = PosterFacts(
        id="specimen",
        name=NOBODY,
        page=f"{catalogue.site.address.rstrip('/')}/posters/",
        urgent=tuple(UrgentLine(one.name, one.phone or f"Text {one.text}") for one in everywhere),
    )
    text = text_of(poster, is_example=not catalogue.site.has_real_address)
    return Job(text, facts, stamp, ("a4",))


def picture(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a small picture."""
    page = pypdfium2.PdfDocument(pdf)[0]
    drawn = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
    out = io.BytesIO()
    drawn.resize((WIDTH, HEIGHT)).save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
