"""The words of a finished file, whatever its kind: what a search for a number reads."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

OFFICE = frozenset({".docx", ".odt", ".pptx", ".odp", ".ods", ".xlsx", ".epub"})
PICTURES = frozenset({".png", ".jpg", ".webp", ".ttf", ".woff2", ".ico"})
MARK = re.compile(r"<[^>]*>")
FOLD = re.compile(r"\r?\n[ \t]")
"""Where a calendar breaks a line: it may break a number."""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
BLOCK_END = re.compile(
    r"</(?:text:p|text:h|w:p|a:p|p|li|td|th|h\d|dd|dt|div)>|<(?:br|text:line)[^>]*>"
)
LINK = re.compile(
    r"""\b(?:href|content|Target|alt|title|value|aria-label|data-[\w-]+)\s*=\s*"([^"]*)\""""
)
"""What a page holds beside its words: a number may stand in a `tel:` link alone, or in a label."""


UNSEEN = ("/URI", "/Contents", "/Alt", "/ActualText", "/TU", "/V", "/DV", "/Title", "/Subject")
"""Where a PDF holds words that stand on no page."""
SPOKEN = (".xml", ".rels", ".xhtml", ".opf", ".ncx", ".html")
"""Parts of office files and books that hold words."""


def text_of(path: str, content: bytes) -> str:
    """Return every word of a file. A file that cannot be read as its kind is read as text.

    Runs of letters that an office program splits are put together again: a number may be split
    between two of them.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in PICTURES:
        return ""
    if suffix == ".pdf":
        return _of_pdf(content)
    if suffix == ".zip" or suffix in OFFICE:
        return "\n".join(_of_members(content, suffix in OFFICE))
    text = content.decode("utf-8", "replace")
    if suffix == ".ics":
        text = FOLD.sub("", text)
    if suffix in {".json", ".js"}:
        text = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if suffix in {".html", ".svg", ".xml"}:
        text = _of_marked(text)
    return f"{text}\n{unquote(text)}" if "%20" in text or "%2B" in text else text


def _of_pdf(content: bytes) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return content.decode("latin-1")
    try:
        shown = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "\n".join([*shown, *_beside_the_pages(content)])


def _beside_the_pages(content: bytes) -> Iterator[str]:
    """Yield what a PDF says without showing it: links, labels, and what stands in its fields."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            link = one.get("/A") if isinstance(one, pikepdf.Dictionary) else None
            for held in (one, link):
                if isinstance(held, pikepdf.Dictionary):
                    found = (held.get(key) for key in UNSEEN)
                    yield from (str(said) for said in found if isinstance(said, pikepdf.String))


def _of_members(content: bytes, is_office: bool) -> Iterator[str]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        yield content.decode("utf-8", "replace")
        return
    with archive:
        for name in archive.namelist():
            held = archive.read(name)
            if is_office and name.endswith(SPOKEN):
                yield _of_marked(held.decode("utf-8", "replace"))
            elif not is_office:
                yield text_of(name, held)


def _of_marked(text: str) -> str:
    links = "\n".join(LINK.findall(text))
    return html.unescape(f"{MARK.sub('', BLOCK_END.sub(chr(10), text))}\n{links}")
