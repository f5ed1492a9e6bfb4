"""Where the files of posters stand below the site."""

from __future__ import annotations

from peerhub.models import Force, Poster


def poster_path(design: str, force: str, size: str, language: str = "en") -> str:
    """Return the path of a force's copy of a design in one size and language."""
    return f"posters/{design}/{force}-{size}{_ending(language)}.pdf"


def picture_path(design: str) -> str:
    """Return the path of the small picture of a design."""
    return f"posters/{design}/picture.webp"


def pack_path(force: str) -> str:
    """Return the path of the ZIP file that holds all of a force's posters."""
    return f"posters/packs/{force}.zip"


def in_pack(poster: Poster, force: Force, size: str, language: str = "en") -> str:
    """Return what a poster is called inside its force's ZIP file."""
    return f"{force.id}-posters/{poster.id}-{size}{_ending(language)}.pdf"


def _ending(language: str) -> str:
    return "" if language == "en" else f"-{language}"
