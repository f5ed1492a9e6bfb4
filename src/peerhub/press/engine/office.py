"""Documents that people can edit: DOCX and ODT, written by pandoc from plain HTML.

A document is described by its HTML alone (headings, paragraphs, lists, tables). It gets A4 paper,
Arial, the hub's ink and British English, so that a spelling check in Word or LibreOffice agrees
with the words. Same HTML, same bytes: pandoc takes every date from the revision.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pypandoc

from peerhub.bundle import bundled, unbundled
from peerhub.models.site import Stamp
from peerhub.office_package import ooxml, opendocument
from peerhub.press.engine import fields
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.ready import each, make_ready
from peerhub.press.engine.recipe import recipe
from peerhub.press.engine.report import Report
from peerhub.progress import SILENT, Progress

Kind = Literal["docx", "odt"]
KINDS: tuple[Kind, ...] = ("docx", "odt")
INK = "14264A"
TOGETHER = 6
"""Documents in a batch."""


@dataclass(frozen=True)
class OfficeDocument:
    """A document to write: its path below the site without an ending, its title and its HTML."""

    path: str
    title: str
    html: str
    stamp: Stamp
    kinds: tuple[Kind, ...] = KINDS


def write_documents(
    documents: Iterable[OfficeDocument],
    out: Path,
    store: Path,
    progress: Progress = SILENT,
) -> Report:
    """Put every document below `out` in each of its kinds, writing only what is not in the store.

    Raises `PressError` when one cannot be written; nothing below `out` has changed then.
    """
    ordered = {f"{one.path}.{kind}": (one, kind) for one in documents for kind in one.kinds}
    keys = {path: _key(*one) for path, one in ordered.items()}

    work = each(keys, _written, ordered.__getitem__, TOGETHER)
    return make_ready(
        keys, work, out, store, "documents to change", alone=TOGETHER, progress=progress
    )


def _written(document: OfficeDocument, kind: Kind) -> bytes:
    with TemporaryDirectory(prefix="office-") as workroom:
        return write(document, kind, Path(workroom))


def write(document: OfficeDocument, kind: Kind, workroom: Path) -> bytes:
    """Return a document in one kind. Raises `PressError` when pandoc cannot write it."""
    stamp = document.stamp
    model = workroom / f"model.{kind}"
    if not model.is_file():
        model.write_bytes(look(kind))
    made = workroom / f"made.{kind}"
    command = [pypandoc.get_pandoc_path(), "--sandbox", "--from=html", f"--to={kind}"]
    command += [f"--reference-doc={model}", f"--output={made}"]
    command += [f"--metadata=title:{document.title}", "--metadata=lang:en-GB"]
    command += [f"--metadata=subject:{stamp.named.capitalize()}"]
    done = subprocess.run(
        command,
        input=document.html,
        capture_output=True,
        text=True,
        check=False,
        env=still_environment(stamp),
    )
    if done.returncode:
        raise PressError(
            f"The document {document.path}.{kind} cannot be written: {done.stderr.strip()}.",
            "Put the page it is made from right, then run again.",
        )
    parts = [
        (name, dated(_finished(name, part), stamp)) for name, part in unbundled(made.read_bytes())
    ]
    return bundled(ooxml(parts) if kind == "docx" else opendocument(parts))


def _finished(name: str, part: bytes) -> bytes:
    """Return a part of a document with what pandoc cannot be told.

    The title is the first heading, so that no level is left out below it; a table's row stays on
    one page; the cells of an ODT's tables have lines round them; what is filled in is a field.
    """
    for pattern, change in _FINISH.get(name, ()):
        part = re.sub(pattern.encode(), change.encode(), part, flags=re.DOTALL)
    if name in _FIELDS:
        return _FIELDS[name](part)
    return part


def dated(part: bytes, stamp: Stamp) -> bytes:
    """Return a part of the stamp's day: in its sandbox pandoc knows neither clock nor epoch."""
    noon = dt.datetime.combine(stamp.date, dt.time(12)).isoformat()
    return part.replace(b"1970-01-01T00:00:00Z", f"{noon}Z".encode())


def still_environment(stamp: Stamp) -> dict[str, str]:
    """Return the environment in which pandoc dates everything from the revision's day."""
    noon = dt.datetime.combine(stamp.date, dt.time(12), dt.UTC)
    return {**os.environ, "SOURCE_DATE_EPOCH": str(int(noon.timestamp())), "TZ": "UTC"}


def _key(document: OfficeDocument, kind: Kind) -> str:
    return recipe(__name__, (document, kind))


@cache
def look(kind: Kind) -> bytes:
    """Return the document that lends the others its styles: pandoc's own, made over."""
    plain = subprocess.run(
        [pypandoc.get_pandoc_path(), f"--print-default-data-file=reference.{kind}"],
        capture_output=True,
        check=True,
    ).stdout
    changes = _DOCX if kind == "docx" else _ODT
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            for pattern, change in changes.get(entry.filename, ()):
                replaced, times = re.subn(pattern, change, text.decode(), flags=re.DOTALL)
                if not times:
                    raise PressError(
                        f"pandoc's own {kind} has changed: {pattern} is not in {entry.filename}.",
                        "Bring src/peerhub/press/engine/office.py up to date with it.",
                    )
                text = replaced.encode()
            new.writestr(entry, text)
    return made.getvalue()


_ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial" />'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="66759A" />' for side in _SIDES
)
_CELL = 'fo:border="0.5pt solid #66759a" fo:padding="0.12cm"'
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838" /><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="567" w:footer="567" w:gutter="0" /></w:sectPr>'
)
_WHOLE_ROW = (
    '<style:style style:name="WholeRow" style:family="table-row"><style:table-row-properties '
    'fo:keep-together="always" /></style:style>'
)
_FIELDS = {"word/document.xml": fields.with_controls, "content.xml": fields.with_inputs}
_FINISH = {
    "word/document.xml": (
        (r'<w:pStyle w:val="Title" />', '<w:pStyle w:val="Heading1" />'),
        (r"<w:tr>(\s*)(?!\s|<w:trPr>)", r"<w:tr>\1<w:trPr><w:cantSplit /></w:trPr>"),
        (r"<w:trPr>(?!<w:cantSplit)", "<w:trPr><w:cantSplit />"),
    ),
    "content.xml": (
        (
            r'<text:p text:style-name="Title">(.*?)</text:p>',
            r'<text:h text:style-name="Heading_20_1" text:outline-level="1">\1</text:h>',
        ),
        (r'fo:border="none"', _CELL),
        (r"<table:table-row>", r'<table:table-row table:style-name="WholeRow">'),
        (r"(?=</office:automatic-styles>)", _WHOLE_ROW),
    ),
}
"""What is changed in a finished document, by the part of it."""

_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table" />'
    '<w:uiPriority w:val="99" /><w:semiHidden /><w:unhideWhenUsed /><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa" /><w:tblCellMar><w:top w:w="0" w:type="dxa" /><w:left w:w="108" w:type="dxa" />'
    '<w:bottom w:w="0" w:type="dxa" /><w:right w:w="108" w:type="dxa" /></w:tblCellMar></w:tblPr>'
    "</w:style>"
)
_FORMULA = '<style:style style:name="Formula" style:family="graphic" />'
_DOCX = {
    "word/styles.xml": (
        (r"<w:rFonts [^>]*/>", _ARIAL),
        (r'w:val="en-US"', 'w:val="en-GB"'),
        (r'<w:jc w:val="center" />', '<w:jc w:val="left" />'),
        (r'(?=<w:style [^>]*w:styleId="Table">)', _NORMAL),
        (r"<w:color [^>]*/>", f'<w:color w:val="{INK}" />'),
        (
            r'(w:styleId="Table".*?)<w:tblCellMar>(\s*<w:top w:w=)"0"(.*?<w:bottom w:w=)"0"',
            rf'\1<w:tblBorders>{_RULES}</w:tblBorders><w:tblCellMar>\2"70"\3"70"',
        ),
    ),
    "word/document.xml": ((r"</w:sectPr>", _PAGE),),
}
_ODT = {
    "styles.xml": (
        (
            r'fo:page-width="8\.5in"(\s+)fo:page-height="11in"',
            r'fo:page-width="21cm"\1fo:page-height="29.7cm"',
        ),
        (r'fo:margin-(top|bottom|left|right)="1in"', r'fo:margin-\1="2cm"'),
        (r'style:font-name="[^"]*"', 'style:font-name="Arial"'),
        (r'fo:language="en"(\s+)fo:country="US"', r'fo:language="en"\1fo:country="GB"'),
        (r'fo:text-align="center"', 'fo:text-align="start"'),
        (r"</office:styles>", f"{_FORMULA}</office:styles>"),
    ),
}
"""What is made over in pandoc's own documents: what to find, and what stands in its place."""
