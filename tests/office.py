"""What is wrong with an office file: its format's rules, its headings, the heads of its tables."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

from lxml import etree
from openxml_audit import OdfValidator, OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OTHERS = re.compile(rb"Microsoft|Pandoc|pandoc|python-pptx|odfdo|XlsxWriter|LibreOffice/")

CHART = "Frame child references 'Object 1' which is not present in the package"
"""What the validator says of every document within a document: it knows none."""
LISTED = b'"application/vnd.oasis.opendocument.chart" manifest:full-path="Object 1/"'


def against_its_format(path: Path) -> list[str]:
    """Return what a validator of OOXML and OpenDocument finds wrong with a file."""
    validator = OpenXmlValidator() if path.suffix in (".docx", ".pptx", ".xlsx") else OdfValidator()
    errors = validator.validate(str(path)).errors
    found = [one.description for one in errors if "WARN" not in str(one.severity).upper()]
    return [one for one in found if one != CHART or not _has_a_chart(path)]


def _has_a_chart(path: Path) -> bool:
    """Say whether a file holds a chart as a document of its own, and its list names it."""
    with zipfile.ZipFile(path) as parts:
        listed = parts.read("META-INF/manifest.xml")
        return LISTED in listed and "Object 1/content.xml" in parts.namelist()


def others_named(content: bytes) -> list[str]:
    """Return the parts of a file's properties that name another program."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        about = [name for name in parts.namelist() if re.search(r"docProps|meta\.xml$", name)]
        return [name for name in about if OTHERS.search(parts.read(name))]


def levels(content: bytes) -> list[int]:
    """Return the levels of a DOCX's or ODT's headings, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if "content.xml" in parts.namelist():
            tree = etree.fromstring(parts.read("content.xml"))
            return [int(one.get(f"{TEXT}outline-level")) for one in tree.iter(f"{TEXT}h")]
        tree = etree.fromstring(parts.read("word/document.xml"))
        styles = [one.get(f"{W}val") for one in tree.iter(f"{W}pStyle")]
        return [int(one[7:]) for one in styles if re.fullmatch(r"Heading\d", one)]


def heading_faults(content: bytes) -> list[str]:
    """Return what is wrong with a document's headings: none, none at the top, a level left out."""
    found = levels(content)
    if not found or found[0] != 1:
        return [f"begins with {found[:1]}"]
    return [f"{one} then {two}" for one, two in pairwise(found) if two > one + 1]


def bold_for_heading(docx: bytes) -> list[str]:
    """Return the paragraphs of a DOCX outside tables and lists that are bold throughout."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        body = etree.fromstring(parts.read("word/document.xml")).find(f"{W}body")
    return [
        "".join(paragraph.itertext()).strip()
        for paragraph in body.iterfind(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}numPr") is None and _bold(paragraph)
    ]


def _bold(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and str(style.get(f"{W}val")).startswith("Heading"):
        return False
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext()).strip(" …")]
    said = "".join(paragraph.itertext()).strip(" …")
    return (
        bool(runs)
        and said[-1] not in ":.?!"
        and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
    )


def tables_without_head(docx: bytes) -> int:
    """Return how many tables of a DOCX have no row that is repeated as their head."""
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        tree = etree.fromstring(parts.read("word/document.xml"))
    return sum(next(one.iter(f"{W}tblHeader"), None) is None for one in tree.iter(f"{W}tbl"))


def faults(path: Path) -> list[str]:
    """Return everything that is wrong with an office file."""
    content = path.read_bytes()
    found = [*against_its_format(path), *others_named(content)]
    if path.suffix in (".docx", ".odt"):
        found += heading_faults(content)
    if path.suffix == ".docx":
        found += bold_for_heading(content)
        found += ["a table without a head row"] * tables_without_head(content)
    return found
