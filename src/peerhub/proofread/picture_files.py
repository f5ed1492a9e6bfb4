"""Picture files beside the pages: each is the picture that its name says, and gives nobody away.

What a telephone's camera writes beside a photograph (where it was taken, and by whom) would be
published with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code
from peerhub.proofread.addresses import KINDS, plain_name
from peerhub.proofread.parts import drawing_faults

HEAVIEST = 300 * 1024
"""Octets that one picture may have: a page's first view has 75 KiB, and this comes beside it."""

FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
}
"""What Pillow calls the format that belongs to each ending."""

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_PLACE = 0x8825
_PEOPLE = (0x013B, 0x8298, 0x9C9D, 0xA430)
"""Tags of EXIF 2.32: where a photograph was taken; artist, rights, author and owner."""


def unsound_picture_files(docs: Path, files: Sequence[str]) -> Iterator[Issue]:
    """Yield a problem for each picture below `docs` that is not as it should be published."""
    for inside in files:
        path = PurePosixPath(inside)
        ending = path.suffix.lower()
        if ending not in KINDS - {".md"}:
            continue
        if not all(_NAME.fullmatch(part) for part in path.parts):
            told = f"the name '{inside}' makes an address that cannot be typed"
            hint = f"Call it {_typed(path)}: small letters, digits and single hyphens."
            yield Issue(f"docs/{inside}", 1, 1, Code.FILE_NAME, told, hint)
        if ending == ".svg":
            yield from _drawing(docs, inside)
            continue
        for said, hint in _picture(docs / inside, ending):
            yield Issue(f"docs/{inside}", 1, 1, Code.PICTURE, said, hint)


def _typed(path: PurePosixPath) -> str:
    folders = [plain_name(part) or "folder" for part in path.parts[:-1]]
    return "/".join([*folders, f"{plain_name(path.stem) or 'picture'}{path.suffix.lower()}"])


def _drawing(docs: Path, inside: str) -> Iterator[Issue]:
    path = docs / inside
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError):
        said, hint = "this is no sound drawing (not UTF-8 text)", "Save it again as plain SVG."
        yield Issue(f"docs/{inside}", 1, 1, Code.DRAWING, said, hint)
        return
    for line, column, said, hint in drawing_faults(text, path, docs.parent):
        yield Issue(f"docs/{inside}", line, column, Code.DRAWING, said, hint)


def _picture(path: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Find what is wrong with a picture made of points."""
    from PIL import Image, UnidentifiedImageError  # only where there are any

    try:
        size = path.stat().st_size
        with Image.open(path) as picture:
            picture.verify()  # which leaves it unfit for more
        with Image.open(path) as picture:
            kind, tags = picture.format, picture.getexif()
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        yield f"this is no sound {ending[1:]} picture", "Open it, and save it again."
        return
    if kind != FORMATS[ending]:
        yield f"this picture is {kind} inside, whatever its name", f"Save it as {FORMATS[ending]}."
    if size > HEAVIEST:
        most = HEAVIEST // 1024
        yield (
            f"this picture weighs {-(-size // 1024):,} KB, and may weigh {most}",
            "Make it smaller: 1,200 points across are enough.",
        )
    if _PLACE in tags:
        yield "this picture says where it was taken", "Save it again without what the camera wrote."
    elif any(tags.get(tag) for tag in _PEOPLE):
        yield "this picture names a person", "Save it again without what the camera wrote."
