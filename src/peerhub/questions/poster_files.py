"""Where the files of posters stand below the site."""

from __future__ import annotations

from peerhub.models import Force, Poster


def poster_path(design: str, force: str, size: str) -> str:
    """Return the path of a force's copy of a design in one size."""
    return f"posters/{design}/{force}-{size}.pdf"


def picture_path(design: str) -> str:
    """Return the path of the small picture of a design."""
    return f"posters/{design}/picture.webp"


def pack_path(force: str) -> str:
    """Return the path of the ZIP file that holds all of a force's posters."""
    return f"posters/packs/{force}.zip"


def in_pack(poster: Poster, force: Force, size: str) -> str:
    """Return what a poster is called inside its force's ZIP file."""
    return f"{force.id}-posters/{poster.id}-{size}.pdf"
