"""Pictures of a page: each is ours, is there, and says in words what it shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from peerhub.faults import Code
from peerhub.proofread.links import links_of
from peerhub.proofread.text import Found, PageText

_NAME = re.compile(
    r"(?:.*\.(?:png|jpe?g|gif|svg|webp)|(?:img|dsc|image|picture|photo|screenshot)[\W_]*\d*)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"^(?:https?:)?//|^(?:h?t{1,3}ps?|data|ftp):", re.IGNORECASE)
_DISK = re.compile(r"^(?:file:|[a-z]:[\\/]|\\\\)", re.IGNORECASE)


def unsound_pictures(page: PageText, root: Path) -> Iterator[Found]:
    """Find pictures without words, from elsewhere, or that are not there."""
    for picture in (one for one in links_of(page) if one.is_picture):
        words = " ".join(picture.words.split())
        if not words:
            yield (
                picture.at,
                Code.ALT_TEXT,
                "the picture says nothing to people who cannot see it",
                "Write between the brackets [] what it shows.",
            )
        elif _NAME.fullmatch(words):
            yield (
                picture.at,
                Code.ALT_TEXT,
                f"'{words}' does not say what the picture shows",
                "Write it between the brackets [], as you would over the phone.",
            )
        told = _unsound(page, picture.address, root)
        if told:
            yield (picture.address_at, Code.PICTURE, *told)


def _unsound(page: PageText, address: str, root: Path) -> tuple[str, str] | None:
    if _DISK.match(address):
        return (
            "this picture is on one person's computer",
            "Copy it into docs/assets/, and write /assets/ and its name.",
        )
    if _ELSEWHERE.match(address):
        return (
            "this picture is on another site, which would learn who reads the page",
            "Copy it into docs/assets/ if we may, and write /assets/ and its name.",
        )
    inside = address.split("#")[0].split("?")[0]
    if inside.startswith("/"):
        found = [root / folder / inside.lstrip("/") for folder in ("docs", "overrides")]
    else:
        found = [root / posixpath.normpath(posixpath.join(posixpath.dirname(page.file), inside))]
    if not inside or not any(one.is_file() for one in found):
        return f"there is no picture '{address}'", "Check its name, or put the file there."
    return None
