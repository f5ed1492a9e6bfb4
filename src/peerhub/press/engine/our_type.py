"""What everything printed has in common: where the materials stand, our type, the standard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from peerhub.press.engine.errors import PressError

FIELDS = "fields.css"
"""The print style of places to fill in, which all forms begin with, below the materials."""

HOME = Path(__file__).resolve().parents[4] / "materials"
"""Where the materials of this project stand."""

VARIANT = "pdf/a-2a"
"""The standard that WeasyPrint is asked for; `conform.py` does the rest."""

FAMILY = "Hub Print"
"""The one family name by which every print style asks for our type."""

WEIGHTS = {
    400: "AtkinsonHyperlegibleNext-Regular.ttf",
    700: "AtkinsonHyperlegibleNext-Bold.ttf",
    800: "AtkinsonHyperlegibleNext-ExtraBold.ttf",
}
"""The weights that everything is set in, lightest first, and the file of each."""

TYPE = tuple(WEIGHTS.values())


def type_files(home: Path) -> tuple[Path, ...]:
    """Return the font files. Raises `PressError` naming the first that is missing."""
    files = tuple(home / "fonts" / name for name in TYPE)
    for file in files:
        if not file.is_file():
            raise missing(file, "font file")
    return files


def faces(address: Callable[[int], str]) -> str:
    """Return the head of a style that makes our type known; `address` gives that of a weight."""
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};src:{address(weight)}}}\n'
        for weight in WEIGHTS
    )


def printed_faces(home: Path) -> str:
    """Return the same for print. Raises `PressError` naming the first file that is missing."""
    files = dict(zip(WEIGHTS, type_files(home), strict=True))
    return faces(lambda weight: f'url("{files[weight].resolve().as_uri()}")')


def missing(file: Path, kind: str) -> PressError:
    """Return the error for a file of the press that is not there."""
    return PressError(
        f"The {kind} {file.name} is missing from {file.parent}.",
        "Put it back (git restore brings a deleted file back), then run again.",
    )


def check_letters(fonts: Iterable[Any], what: str) -> None:
    """Raise `PressError` when a letter was drawn in a type that is not ours, or not drawn at all.

    A letter our type lacks would be borrowed from whatever the machine has, so that the poster
    would look different on every machine; or nothing would be drawn where the text layer has it.
    """
    strange: set[str] = set()
    for font in fonts:
        if font.family != FAMILY:
            strange.update("".join(font.to_unicode.values()))
        strange.update(map(chr, font.missing))
    if strange:
        letters = " ".join(sorted(strange))
        raise PressError(
            f"The {what} has letters that our type cannot draw: {letters}",
            "Write the words without them.",
        )
