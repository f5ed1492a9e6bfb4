"""Every file that leaves the hub says where it is from and what may be done with it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from peerhub.models.licence import LICENCE, LICENCE_ADDRESS, ORIGIN, RIGHTS

REMARK = f"<dc:description>{RIGHTS}</dc:description>"
NOTE = rf"(?m)^N1  - This record: {re.escape(RIGHTS)}$"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def inside(name: str, words: str) -> Callable[[Path], bool]:
    def says(file: Path) -> bool:
        with zipfile.ZipFile(file) as opened:
            return words in opened.read(name).decode()

    return says


def any_part(file: Path) -> bool:
    """Say whether a ZIP's first words, in a note or a page to start from, name the licence."""
    with zipfile.ZipFile(file) as opened:
        told = [one for one in opened.namelist() if one.endswith((".txt", ".html"))]
        return any(LICENCE in opened.read(one).decode() for one in told)


def unfolded(file: Path) -> str:
    return file.read_bytes().decode().replace("\r\n ", "").replace("\\,", ",")


def noted(text: str) -> bool:
    """Say whether each record of a list for reference managers has the note."""
    return len(re.findall(NOTE, text)) == text.count("TY  - ")


def beside(table: Path) -> Path:
    return table.with_name(f"{table.name}-metadata.json")


SAYS: dict[str, Callable[[Path], bool]] = {
    "*.pdf": lambda file: f">{RIGHTS}<".encode() in file.read_bytes(),
    "*.docx": inside("docProps/core.xml", REMARK),
    "*.pptx": inside("docProps/core.xml", REMARK),
    "*.odt": inside("meta.xml", REMARK),
    "*.odp": inside("meta.xml", REMARK),
    "*.ods": inside("meta.xml", REMARK),
    "*.epub": inside("EPUB/content.opf", f">{RIGHTS}</dc:rights>"),
    "*.zip": any_part,
    "*.ics": lambda file: f"\r\nX-LICENCE:{RIGHTS}\r\n" in unfolded(file),
    "api/**/*.json": lambda file: json.loads(file.read_bytes())["licence"] == RIGHTS,
    "events/*.xml": lambda file: f"<rights>{RIGHTS}</rights>" in file.read_text(),
    "*.bib": lambda file: file.read_text().startswith(f"% {RIGHTS}\n"),
    "*.ris": lambda file: noted(file.read_text()),
    "*.csv": lambda file: json.loads(beside(file).read_bytes())["dc:rights"] == RIGHTS,
    "posters/**/*.png": lambda file: RIGHTS in Image.open(file).text["XML:com.adobe.xmp"],
    "posters/**/*.webp": lambda file: RIGHTS.encode() in Image.open(file).info["xmp"],
    "materials/**/*.txt": lambda file: LICENCE in file.read_text(),
}


@pytest.mark.parametrize("kind", SAYS)
def test_each_file_says_where_it_is_from(built_site, kind):
    files = sorted(built_site.rglob(kind) if kind.startswith("*") else built_site.glob(kind))
    assert files
    assert [file for file in files if not SAYS[kind](file)] == []


def test_each_page_says_so_to_readers_and_to_programs(built_site):
    pages = sorted(built_site.rglob("index.html"))
    assert len(pages) > 200
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert f'about/using/" rel="license">{LICENCE}</a>' in text, page
        facts = [json.loads(one) for one in LINKED.findall(text)]
        told = [one for one in facts if one["@type"] == "WebPage"]
        assert len(told) == 1, page
        assert told[0]["license"] == LICENCE_ADDRESS
        assert told[0]["creditText"] == ORIGIN
        path = page.parent.relative_to(built_site).as_posix().replace(".", "", 1)
        assert told[0]["url"].endswith(f"/{path}/" if path else "/"), page
