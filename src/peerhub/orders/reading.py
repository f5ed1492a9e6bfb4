"""Pages as files to read elsewhere: EPUB 3 for reading programs, and plain text."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html import escape
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.models.service import Urgency
from peerhub.press.engine.readers import TWINS
from peerhub.press.engine.recipe import recipe
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import Store, write_whole
from peerhub.progress import SILENT, Progress
from peerhub.questions.materials import Format
from peerhub.questions.reading import FORMATS, ReadingText, reading_file, reading_name
from peerhub.questions.revised import Sums, said, stamp_of
from peerhub.questions.signposting import signpost

STORE = ".cache/reading"


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
    began = time.perf_counter()
    shelves = {form: Store(root / STORE, f".{form.lower()}") for form in FORMATS}
    wanted = [(text, form) for text in texts for form in FORMATS]
    made = {(text.path, form): _ordered(text, form, sums, catalogue) for text, form in wanted}
    keys = {place: recipe(__name__, (place, *one)) for place, one in made.items()}
    missing = [place for place, key in keys.items() if shelves[place[1]].get(key) is None]
    progress.count(len(missing), "pages to read elsewhere")
    for place in missing:
        shelves[place[1]].put(keys[place], TWINS[place[1]](*made[place]))
        progress.update()
    for (path, form), key in keys.items():
        content, file = shelves[form].get(key), out / reading_file(path, form)
        if content is not None and not (file.is_file() and file.read_bytes() == content):
            write_whole(file, content)
    for shelf in shelves.values():
        shelf.prune(set(keys.values()))
    seconds = time.perf_counter() - began
    return Report(len(missing), len(keys) - len(missing), len(keys), seconds)


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
