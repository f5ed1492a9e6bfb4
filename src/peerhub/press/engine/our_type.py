"""What everything printed has in common: where the materials stand, our type, the standard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peerhub.press.engine.errors import PressError

HOME = Path(__file__).resolve().parents[4] / "materials"
"""Where the materials of this project stand."""

VARIANT = "pdf/a-2a"
"""The standard that WeasyPrint is asked for; `conform.py` does the rest."""

FAMILY = "Hub Print"
"""The one family name that the print styles give our type."""

TYPE = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "AtkinsonHyperlegibleNext-ExtraBold.ttf",
)
"""The weights that everything is set in, lightest first."""


def type_files(home: Path) -> tuple[Path, ...]:
    """Return the font files. Raises `PressError` naming the first that is missing."""
    files = tuple(home / "fonts" / name for name in TYPE)
    for file in files:
        if not file.is_file():
            raise missing(file, "font file")
    return files


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
