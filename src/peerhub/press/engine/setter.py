"""Papers: documents that are printed as they are, each from a template and plain words.

A poster has a place for everything and is enlarged; a paper is laid out on its own sheet and may
run on to the next. It meets the same two standards, is kept in a store of its own under a key of
everything that can change its bytes, and is never drawn twice.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from pikepdf import Pdf
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.models.site import Stamp
from peerhub.press.engine.conform import finish, save
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.recipe import canonical, code, digest, files_digest, made_with
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.engine.weasyprint_cache import Source, brisk
from peerhub.press.posters.template_files import HOME, TYPE, missing
from peerhub.press.posters.typeset import VARIANT, check_letters


@dataclass(frozen=True)
class Paper:
    """One document: where it goes below the site, its template, what it is, and its words.

    `template` is a name below `materials/`, such as "events/door-sign.html"; the styles of the
    same folder (`*.css`) belong to it. The words are plain values that JSON can hold.
    """

    path: str
    template: str
    title: str
    subject: str
    words: Mapping[str, Any] = field(hash=False)


def print_papers(
    papers: Iterable[Paper], out: Path, store: Path, stamp: Stamp, home: Path = HOME
) -> Report:
    """Put every paper below `out`, drawing only those that the store does not hold.

    Raises `PressError` when one cannot be made; nothing below `out` has changed then.
    """
    began = time.perf_counter()
    shelf = Store(store)
    setter = _Setter(home, stamp)
    keys = {paper: setter.key(paper) for paper in papers}
    drawn = 0
    for paper, key in keys.items():
        if shelf.get(key) is None:
            shelf.put(key, setter.set(paper))
            drawn += 1
    for paper, key in keys.items():
        content = shelf.get(key)
        place = out / paper.path
        if content is not None and not (place.is_file() and place.read_bytes() == content):
            write_whole(place, content)
    shelf.prune(set(keys.values()))
    return Report(drawn, len(keys) - drawn, len(keys), time.perf_counter() - began)


class _Setter:
    """Sets papers one after another, keeping type, styles and templates between them."""

    def __init__(self, home: Path, stamp: Stamp) -> None:
        self.home = home
        self.stamp = stamp
        self._type = FontConfiguration()
        self._fetcher = URLFetcher(allowed_protocols={"file", "data"})
        self._styles: dict[str, list[CSS]] = {}
        self._folders: dict[str, str] = {}
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(home),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def key(self, paper: Paper) -> str:
        """Return the key of a paper: a digest of all that can change its bytes."""
        folder = paper.template.split("/")[0]
        if folder not in self._folders:
            files = files_digest(self._files(folder))
            self._folders[folder] = digest(code(__name__), made_with(__name__), files)
        words = (paper.template, paper.title, paper.subject, paper.words, self.stamp)
        return digest(self._folders[folder], canonical(words))

    def _files(self, folder: str) -> tuple[Path, ...]:
        files = tuple(sorted(one for one in (self.home / folder).iterdir() if one.is_file()))
        return (*files, *(self.home / "fonts" / name for name in TYPE))

    def set(self, paper: Paper) -> bytes:
        """Return a paper as a finished PDF."""
        if not (self.home / paper.template).is_file():
            raise missing(self.home / paper.template, "template")
        folder = paper.template.split("/")[0]
        try:
            source = self._templates.get_template(paper.template).render(
                title=paper.title, **paper.words
            )
        except jinja2.TemplateError as fault:
            raise PressError(
                f"The template {paper.template} has a fault: {fault}.",
                "Put it right, then run again.",
            ) from None
        if folder not in self._styles:
            sheets = sorted((self.home / folder).glob("*.css"))
            self._styles[folder] = [
                CSS(filename=one, font_config=self._type, url_fetcher=self._fetcher)
                for one in sheets
            ]
        html = Source(
            string=source,
            base_url=f"{(self.home / folder).as_uri()}/",
            url_fetcher=self._fetcher,
        )
        with brisk():
            document = html.render(
                font_config=self._type, stylesheets=self._styles[folder], pdf_variant=VARIANT
            )
            drawn = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=False)
        check_letters(document.fonts.values(), f"paper {paper.path}")
        about = Description(
            title=paper.title,
            subject=paper.subject,
            date=self.stamp.date,
            edition=self.stamp.edition,
            commit=self.stamp.commit,
        )
        with Pdf.open(io.BytesIO(drawn)) as pdf:
            finish(pdf, about)
            return save(pdf)
