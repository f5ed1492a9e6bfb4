"""Printing materials: which templates and styles they have, and what can change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from peerhub.models.site import Stamp
from peerhub.press.engine import typesetting
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.our_type import FIELDS, TYPE, missing
from peerhub.press.engine.typesetting import Kept
from peerhub.room import document_for_pdf

FOLDER = "training"
STYLE = "training.css"
CHAPTERED = frozenset({"guide", "workbook"})
"""The templates of what is set chapter by chapter."""

FORMS = frozenset({"attendance", "certificate", "evaluation", "sheet"})
"""The templates of what is filled in, on paper or with a keyboard."""


class MaterialSetter:
    """Sets one material after another with the press's own setter."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._press = typesetting.Setter(home, is_for_long=True)

    def files(self) -> tuple[Path, ...]:
        """Return every file that can change what is printed, in a fixed order.

        Raises PressError when the style is missing.
        """
        folder = self.home / FOLDER
        if not (folder / STYLE).is_file():
            raise missing(folder / STYLE, "print style")
        files = sorted(one for one in folder.iterdir() if one.is_file())
        return (self.home / FIELDS, *files, *(self.home / "fonts" / name for name in TYPE))

    def fill(self, template: str, title: str, words: Mapping[str, Any]) -> str:
        """Return a template filled with words. Raises PressError when it is missing or faulty."""
        return self._press.fill(
            f"{FOLDER}/{template}.html", {"title": title, "screen": False, **words}
        )

    def pdf(
        self,
        template: str,
        title: str,
        subject: str,
        words: Mapping[str, Any],
        stamp: Stamp,
        pictures: Callable[[str], str] = str,
        kept: Kept = lambda _, make: make(),
    ) -> bytes:
        """Return a material as a PDF that meets PDF/A-2a and PDF/UA-1.

        `pictures` puts drawings into the filled template, `kept` keeps chapters. Raises PressError
        when the words of a card do not fit it.
        """
        source = pictures(self.fill(template, title, words))
        if template in FORMS:
            source = document_for_pdf(source)
        styles = [self.home / FIELDS, self.home / FOLDER / STYLE]
        if template in CHAPTERED:
            about = Description.of(title, subject, stamp)
            return self._press.chapters(source, styles, about, kept)
        return self._press.pdf(source, styles, stamp, title, subject, title)
