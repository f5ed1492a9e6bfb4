"""Pages as files to read elsewhere: EPUB 3 for reading programs, and plain text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.models.service import Urgency
from peerhub.press.engine.readers import TWINS
from peerhub.press.engine.ready import STORES, each, make_ready
from peerhub.press.engine.recipe import recipe
from peerhub.press.engine.report import Report
from peerhub.progress import SILENT, Progress
from peerhub.questions.materials import Format
from peerhub.questions.reading import FORMATS, ReadingText, reading_file, reading_name
from peerhub.questions.revised import Sums, said, stamp_of
from peerhub.questions.signposting import signpost

STORE = f"{STORES}/reading"
TOGETHER = 12
"""Twins in a batch."""


def print_reading(
    root: Path,
    catalogue: Catalogue,
    texts: Sequence[ReadingText],
    sums: Sums,
    out: Path,
    progress: Progress = SILENT,
) -> Report:
    """Put the twins of pages below `out`, writing only those that the store does not hold.

    `sums` are those of their words, by their names in the ledger. Raises PressError when one
    cannot be written; nothing below `out` has changed then.
    """
    wanted = {reading_file(one.path, form): (one, form) for one in texts for form in FORMATS}
    made = {path: _ordered(one, form, sums, catalogue) for path, (one, form) in wanted.items()}
    places = {path: (one.path, form) for path, (one, form) in wanted.items()}
    keys = {path: recipe(__name__, (places[path], *words)) for path, words in made.items()}

    work = each(keys, _twin, lambda path: (wanted[path][1], made[path]), TOGETHER)
    called = "pages to read elsewhere"
    return make_ready(keys, work, out, root / STORE, called, alone=len(keys), progress=progress)


def _twin(form: Format, words: tuple[str, str, str, Stamp]) -> bytes:
    return TWINS[form](*words)


def _ordered(
    text: ReadingText, form: Format, sums: Sums, catalogue: Catalogue
) -> tuple[str, str, str, Stamp]:
    """Return what a twin is written from: its HTML, title and address, and its stamp."""
    name = reading_name(text.path)
    stamp = stamp_of(catalogue, name, sums[name])
    address = f"{catalogue.site.address.rstrip('/')}/{reading_file(text.path, form)}"
    imprint = f"{catalogue.site.name}, {said(stamp)}. {LICENCE}."
    levels: tuple[Urgency, ...] = ("danger", "urgent")
    help_now = "".join(
        f"<li>{escape(one.name)}: {escape(one.phone or f'text {one.text}')}</li>"
        for level in levels
        for one in signpost(catalogue.services, level=level)
    )
    html = (
        f"<h1>{escape(text.title)}</h1>{text.html}"
        f"<h2>Need to talk now?</h2><ul>{help_now}</ul><p>{escape(imprint)}</p>"
    )
    return html, text.title, address, stamp
