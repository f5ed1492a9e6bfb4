"""Small pictures of the designs, made from the posters' own PDFs, for the gallery.

Each shows the poster of no force in particular, as a force would see its own. A picture is kept
in a store of its own under the key of its PDF, so that it is made again only when the poster is.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import UK_NATIONS, Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.models.licence import PICTURE
from peerhub.orders.posters import text_of
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.posters.job import Job, PosterFacts, UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import picture_path, previews, printed_in
from peerhub.questions.revised import Sums, stamp_of, sum_of
from peerhub.questions.signposting import signpost

STORE = ".cache/pictures"
WIDTH, HEIGHT = 420, 594
"""Pixels of a picture: twice what the gallery shows, for sharp screens."""

QUALITY = 80

PREVIEWS = ".cache/previews"
PREVIEW, QUICK = (315, 445), 70
"""Pixels and quality of the picture of a force's own poster."""

NOBODY = "Your force"


def draw_pictures(root: Path, catalogue: Catalogue, out: Path, progress: Progress = SILENT) -> int:
    """Put a picture of each design below `out`; return how many had to be drawn.

    Raises PressError when a poster cannot be made.
    """
    from peerhub.press.engine.recipe import (  # what draws is loaded only to draw
        files_digest,
        recipe,
    )
    from peerhub.press.posters.keys import Keys
    from peerhub.press.posters.task import Task

    materials = Materials(HOME)
    keys, shelf = Keys(materials), Store(root / STORE, ".webp")
    drawn_from = files_digest(materials.every_file())
    drawn, used = 0, set()
    asked = [
        (one, tongue)
        for one in catalogue.posters
        for tongue in (None, *printed_in(one, catalogue.languages))
    ]
    progress.count(len(asked), "pictures of posters")
    for poster, tongue in asked:
        job = specimen(catalogue, poster, tongue)
        key = recipe(__name__, keys.key(job, "a4"))
        used.add(key)
        content = shelf.get(key)
        if content is None:
            content = picture(Task(job, (("a4", key),), materials, drawn_from).make()[key])
            shelf.put(key, content)
            drawn += 1
        write_whole(out / picture_path(poster.id, job.language), content)
        progress.update()
    shelf.prune(used)
    return drawn


def draw_previews(root: Path, catalogue: Catalogue, out: Path, progress: Progress = SILENT) -> int:
    """Put a small picture of each force's own posters beside them; return how many were drawn.

    The posters must stand below `out` already.
    """
    from peerhub.press.engine.recipe import recipe  # as below

    shelf = Store(root / PREVIEWS, ".webp")
    drawn, used = 0, set()
    asked = [
        path
        for poster in catalogue.posters
        for force in catalogue.uk_forces
        for _, path in previews(poster, force, catalogue.languages)
    ]
    progress.count(len(asked), "pictures of forces' posters")
    for path in asked:
        pdf = (out / path).with_suffix(".pdf").read_bytes()
        key = recipe(__name__, pdf)
        used.add(key)
        content = shelf.get(key)
        if content is None:
            content = preview(pdf)
            shelf.put(key, content)
            drawn += 1
        write_whole(out / path, content)
        progress.update()
    shelf.prune(used)
    return drawn


def specimen(catalogue: Catalogue, poster: Poster, language: Language | None = None) -> Job:
    """Return a design's poster for no force in particular: with lines that serve every nation."""
    facts = _facts(catalogue)
    name, words = _words(catalogue, poster, facts)
    stamp = stamp_of(catalogue, name, sum_of(words))
    text, tongue = text_of(catalogue.site, poster, language), language.id if language else ENGLISH
    return Job(text, facts, stamp, ("a4",), tongue)


def specimen_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of the words of each design for no force, by its name in the ledger."""
    facts = _facts(catalogue)
    words = (_words(catalogue, poster, facts) for poster in catalogue.posters)
    return {name: sum_of(one) for name, one in words}


def _words(catalogue: Catalogue, poster: Poster, facts: PosterFacts) -> tuple[str, Any]:
    """Return what the ledger calls a design for no force, and its words in each language."""
    tongues = (None, *printed_in(poster, catalogue.languages))
    words = [text_of(catalogue.site, poster, one) for one in tongues]
    return f"poster/{poster.id}", (words, facts)


def _facts(catalogue: Catalogue) -> PosterFacts:
    """Return what a poster says for no force in particular."""
    everywhere = [
        one
        for one in signpost(catalogue.services, level="urgent")
        if set(one.nations) == set(UK_NATIONS)
    ]
    return PosterFacts(
        id="specimen",
        name=NOBODY,
        page=f"{catalogue.site.address.rstrip('/')}/posters/",
        urgent=tuple(UrgentLine(one.name, one.phone or f"Text {one.text}") for one in everywhere),
    )


def picture(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a small picture, as fine as it can be."""
    return _webp(pdf, (WIDTH, HEIGHT), finer=2, quality=QUALITY, method=4)


def preview(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a small picture that is soon made: there are hundreds."""
    return _webp(pdf, PREVIEW, finer=1, quality=QUICK, method=2)


def _webp(pdf: bytes, size: tuple[int, int], finer: int, quality: int, method: int) -> bytes:
    import pypdfium2  # as above

    page = pypdfium2.PdfDocument(pdf)[0]
    drawn = page.render(scale=finer * size[0] / page.get_width()).to_pil().convert("RGB")
    out = io.BytesIO()
    small, said = drawn.resize(size) if drawn.size != size else drawn, PICTURE.encode()
    small.save(out, "WEBP", quality=quality, method=method, xmp=said)
    return out.getvalue()
