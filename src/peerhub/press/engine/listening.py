"""Hearing what WeasyPrint says while it sets something: a warning of its own is a fault of ours."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import printed_faces, type_files
from peerhub.proofread.fonts import font_fault
from peerhub.proofread.styles import style_faults

_PLACE = re.compile(r" at (?P<place>\d+:\d+)\b")
_FONT = re.compile(r"url\(\s*[\"']?(?P<name>[^\"')]+\.(?:ttf|otf|woff2?))[\"']?\s*\)")
REMEDY = "Put the template, style or picture it names right, then run again."
FONT_REMEDY = "Put it back (git restore brings a file back), then run again."


@contextmanager
def listening(what: str, home: Path) -> Iterator[None]:
    """Raise `PressError` when WeasyPrint reports any fault while the block runs.

    Left alone it would print the paper without the picture or the rule it could not use. `what` is
    what is set, in a few words; files are named from the folder that holds `home`.
    """
    with _heard() as faults:
        yield
    if faults:
        raise PressError(f"The {what} cannot be set: {_plain(faults[0], home)}.", REMEDY)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Yield a list that fills with what WeasyPrint warns of while the block runs."""
    faults: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: faults.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("weasyprint")
    log.addHandler(listener)
    try:
        yield faults
    finally:
        log.removeHandler(listener)


def read_style(file: Path, fonts: FontConfiguration, fetcher: URLFetcher, home: Path) -> CSS:
    """Return a print style, ready to be used, and let the type it names be known to `fonts`.

    Raises `PressError` with the place of what is wrong in it, or the font that cannot be read.
    """
    name = named(file, home)
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise PressError(f"The print style {name} is not written in UTF-8.", REMEDY) from None
    for line, column, said, hint in style_faults(text, file, home.parent):
        raise _faulty(name, f"{line}:{column}", said, hint)
    for found in _FONT.finditer(text):
        check_font(file.parent / found["name"], home)
    with _heard() as faults:
        style = CSS(filename=file, font_config=fonts, url_fetcher=fetcher)
    for said in faults:
        place = _PLACE.search(said)
        raise _faulty(name, place["place"] if place else "1:1", _plain(_PLACE.sub("", said), home))
    return style


def make_type_known(fonts: FontConfiguration, home: Path) -> None:
    """Let our type be known to `fonts`. Raises `PressError` for a file that cannot be read."""
    for file in type_files(home):
        check_font(file, home)
    CSS(string=printed_faces(home), font_config=fonts)


def _faulty(name: str, place: str, said: str, hint: str = "Check how it is spelt.") -> PressError:
    line, column = place.split(":")
    where = f"on line {line}, column {column}"
    return PressError(f"The print style {name} has a fault {where}: {said}.", hint)


def check_font(file: Path, home: Path) -> None:
    """Raise `PressError` when a font file cannot be read."""
    if fault := font_fault(file.read_bytes()):
        raise PressError(
            f"The font file {named(file.resolve(), home)} cannot be read: {fault}.",
            "Put it back (git restore brings a file back), then run again.",
        )


def named(file: Path, home: Path) -> str:
    """Return a file's name below the folder that holds `home`, the materials."""
    folder = home.resolve().parent
    return str(file.relative_to(folder) if file.is_relative_to(folder) else file)


def _plain(said: str, home: Path) -> str:
    """Return what WeasyPrint says without its full stop, with files named as people name them."""
    here = f"{home.resolve().parent.as_uri()}/"
    return " ".join(unquote(said.replace(here, "")).split()).rstrip(".")
