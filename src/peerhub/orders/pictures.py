"""Small pictures of the designs, made from the posters' own PDFs, for the gallery.

Each shows the poster of no force in particular, as a force would see its own. A picture is kept
in a store of its own under the key of its PDF, so that it is made again only when the poster is.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peerhub.catalogue import Catalogue
from peerhub.models import UK_NATIONS, Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.models.licence import PICTURE
from peerhub.orders.posters import STORE as POSTERS
from peerhub.orders.posters import text_of
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import Job, PosterFacts, UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import picture_path, previews, printed_in, smaller_path
from peerhub.questions.revised import Sums, stamp_of, sum_of
from peerhub.questions.signposting import signpost

if TYPE_CHECKING:
    from PIL import Image

    from peerhub.press.posters.task import Task

STORE = ".cache/pictures"
WIDTH, HEIGHT = 420, 594
"""Pixels of a picture, for sharp screens."""

QUALITY = 50
"""No eye finds the difference from 80 in flat line art, and the gallery opens in fewer bytes."""

SMALLER = (272, 385)
"""Pixels of a picture for other screens: as wide as the gallery shows one at most."""

PREVIEWS = ".cache/previews"
PREVIEW, QUICK = (315, 445), 70
"""Pixels and quality of the picture of a force's own poster."""

NOBODY = "Your force"
TOGETHER = 24
"""Small pictures in a batch."""


def draw_pictures(root: Path, catalogue: Catalogue, out: Path, progress: Progress = SILENT) -> int:
    """Put two pictures of each design below `out`; return how many had to be drawn.

    Raises PressError when a poster cannot be made.
    """
    from peerhub.press.engine.ready import each, make_ready  # what draws is loaded only to draw
    from peerhub.press.engine.recipe import files_digest, recipe
    from peerhub.press.posters.keys import Keys
    from peerhub.press.posters.task import Task

    materials = Materials(HOME)
    maker, drawn_from = Keys(materials), files_digest(materials.every_file())
    shells = maker.shells(root / POSTERS, drawn_from)
    jobs = {
        picture_path(one.id, job.language): job
        for one in catalogue.posters
        for tongue in (None, *printed_in(one, catalogue.languages))
        for job in (specimen(catalogue, one, tongue),)
    }
    keys = {path: recipe(__name__, maker.key(job, "a4")) for path, job in jobs.items()}

    def given(path: str) -> tuple[Task]:
        return (Task(jobs[path], (("a4", ""),), materials, drawn_from, shells),)

    work = each(keys, _pictured, given)
    called = "pictures of posters"
    done = make_ready(keys, work, out, root / STORE, called, alone=TOGETHER, progress=progress)
    whole = {smaller_path(path): (out / path).read_bytes() for path in jobs}
    keys = {path: recipe(__name__, content) for path, content in whole.items()}
    work = each(keys, smaller, lambda path: (whole[path],), TOGETHER)
    made = make_ready(keys, work, out, root / STORE, called, alone=TOGETHER, progress=progress)
    return done.rendered + made.rendered


def _pictured(poster: Task) -> bytes:
    return picture(poster.make()[""])


def draw_previews(root: Path, catalogue: Catalogue, out: Path, progress: Progress = SILENT) -> int:
    """Put a small picture of each force's own posters beside them; return how many were drawn.

    The posters must stand below `out` already.
    """
    from peerhub.press.engine.ready import each, make_ready  # as above
    from peerhub.press.engine.recipe import recipe

    pdfs = {
        path: (out / path).with_suffix(".pdf").read_bytes()
        for poster in catalogue.posters
        for force in catalogue.uk_forces
        for _, path in previews(poster, force, catalogue.languages)
    }
    keys = {path: recipe(__name__, pdf) for path, pdf in pdfs.items()}

    work = each(keys, preview, lambda path: (pdfs[path],), TOGETHER)
    called = "pictures of forces' posters"
    done = make_ready(keys, work, out, root / PREVIEWS, called, alone=TOGETHER, progress=progress)
    return done.rendered


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


def smaller(picture: bytes) -> bytes:
    """Return a picture at the size in which the gallery shows it, for most screens."""
    from PIL import Image  # as above

    small = Image.open(io.BytesIO(picture)).resize(SMALLER, Image.Resampling.LANCZOS)
    return _encoded(small, QUALITY, method=6)


def _webp(pdf: bytes, size: tuple[int, int], finer: int, quality: int, method: int) -> bytes:
    import pypdfium2  # as above

    page = pypdfium2.PdfDocument(pdf)[0]
    drawn = page.render(scale=finer * size[0] / page.get_width()).to_pil().convert("RGB")
    return _encoded(drawn.resize(size) if drawn.size != size else drawn, quality, method)


def _encoded(picture: Image.Image, quality: int, method: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=method, xmp=PICTURE.encode())
    return out.getvalue()
