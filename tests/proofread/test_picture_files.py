"""A picture beside the pages is what its name says, is no heavier than it need be, names nobody."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from peerhub.proofread.picture_files import HEAVIEST, unsound_picture_files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def picture(kind: str = "PNG", tags: dict[int, object] | None = None) -> bytes:
    image, held = Image.new("RGB", (4, 4), "#234"), io.BytesIO()
    exif = Image.Exif()
    for tag, value in (tags or {}).items():
        exif[tag] = value
    image.save(held, kind, exif=exif)
    return held.getvalue()


def told(docs, name: str, content: bytes) -> list[str]:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_bytes(content)
    return [
        f"{one.file}:{one.line}:{one.column}: {one.code} {one.message}. {one.hint}"
        for one in unsound_picture_files(docs, [name])
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("assets/tea.png", picture()),
        ("assets/two-cups.jpg", picture("JPEG")),
        ("assets/tea.webp", picture("WEBP")),
        ("assets/tea.svg", SVG.format("").encode()),
        ("page.md", b"not a picture"),
    ],
)
def test_a_sound_picture_is_passed(tmp_path, name, content):
    assert told(tmp_path / "docs", name, content) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "assets/My Photo.JPG",
            picture("JPEG"),
            "PH066 the name 'assets/My Photo.JPG' makes an address that cannot be typed. "
            "Call it assets/my-photo.jpg: small letters, digits and single hyphens.",
        ),
        (
            "tea.jpg",
            b"abc",
            "PH072 this is no sound jpg picture. Open it, and save it again.",
        ),
        ("tea.png", picture()[:60], "PH072 this is no sound png picture. "),
        ("tea.png", b"", "PH072 this is no sound png picture. "),
        (
            "tea.png",
            picture("JPEG"),
            "PH072 this picture is JPEG inside, whatever its name. Save it as PNG.",
        ),
        ("tea.jpg", picture("JPEG", {0x8825: {1: "N"}}), "PH072 this picture says where it was"),
        ("tea.jpg", picture("JPEG", {0x013B: "A. Person"}), "PH072 this picture names a person."),
        (
            "tea.png",
            picture() + bytes(HEAVIEST),
            "PH072 this picture weighs 301 KB, and may weigh 300. Make it smaller",
        ),
        ("tea.svg", SVG.format("<script>x()</script>").encode(), "'<script' has no place in a"),
        ("tea.svg", b"<svg", "this is no sound drawing ("),
        ("tea.svg", b"\xff\xfe", "this is no sound drawing (not UTF-8 text)."),
    ],
)
def test_an_unsound_picture_is_told_with_its_remedy(tmp_path, name, content, said):
    (line,) = told(tmp_path / "docs", name, content)
    assert line.startswith(f"docs/{name}:1:")
    assert said in line
