"""The poster maker to keep: a ZIP that holds all it needs, for a disk with no network."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from peerhub import components as show
from peerhub.bundle import bundled
from peerhub.catalogue import Catalogue
from peerhub.maker.files import DATA, STYLE
from peerhub.maker.force_parts import without_parts
from peerhub.maker.language_parts import language_path
from peerhub.models.licence import LICENCE
from peerhub.orders.maker_words import maker_stamp, maker_words
from peerhub.press.engine.store import write_whole
from peerhub.questions.poster_files import MAKER
from peerhub.questions.revised import said

FOLDER = "poster-maker"
START = "make-a-poster.html"

LOOK = "assets/hub.css"
SCRIPTS = (
    "assets/js/kept-force.js",
    "assets/js/lean-qr.js",
    DATA,
    "assets/js/maker-rules.js",
    "assets/js/maker-sheet.js",
    "assets/js/maker.js",
)
"""The scripts, in the order in which they need one another."""

LICENCES = ("assets/js/lean-qr.LICENSE.txt", "assets/fonts/OFL.txt")

HAS_PARTS = b',"parts":'

_FONT = re.compile(rb'url\("(fonts/[\w-]+\.woff2)(?:\?v=\w+)?"\)')


def pack_maker(catalogue: Catalogue, site: Path) -> None:
    """Put the maker's ZIP below the site, whose own styles, scripts and type it takes.

    A hub without posters has no maker. Raises `PressError` when it cannot be written.
    """
    if catalogue.posters:
        write_whole(site / MAKER, to_keep(catalogue, site))


def to_keep(catalogue: Catalogue, site: Path) -> bytes:
    """Return the ZIP: a page to open, and beside it whatever that page loads."""
    stamp = maker_stamp(catalogue)
    page = show.maker_to_keep(
        **maker_words(catalogue),
        imprint=f"{catalogue.site.name}, {said(stamp)}. {LICENCE}.",
        scripts=[_name(script) for script in SCRIPTS],
    )
    files = [(START, f"{page}\n".encode())]
    files += [(_name(style), _with_type(site / style)) for style in (LOOK, STYLE)]
    # On a disk nothing can be fetched later: every language is there from the start.
    held = b"".join(one.read_bytes() for one in sorted(site.glob(language_path("*"))))
    files += [
        (_name(one), _read(site / one) + (held if one == DATA else b""))
        for one in (*SCRIPTS, *LICENCES)
    ]
    return bundled((f"{FOLDER}/{name}", content) for name, content in files)


def _read(file: Path) -> bytes:
    """Return a file; of forces that come in parts the kept maker has none, whatever their number.

    It makes posters for another organisation then, with what is typed.
    """
    content = file.read_bytes()
    if file.name == _name(DATA) and HAS_PARTS in content:
        return without_parts(content.decode()).encode()
    return content


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _with_type(style: Path) -> bytes:
    """Return a stylesheet with its type inside: from a disk, browsers refuse type beside a page."""

    def inside(found: re.Match[bytes]) -> bytes:
        font = (style.parent / found[1].decode()).read_bytes()
        return b'url("data:font/woff2;base64,' + base64.b64encode(font) + b'")'

    return _FONT.sub(inside, style.read_bytes())
