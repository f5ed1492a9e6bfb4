"""A spreadsheet to practise with, as OpenDocument: some of it hidden, as people hide things."""

from __future__ import annotations

import io
import re

from lxml import html
from markupsafe import Markup
from odfdo import Document, Element

from peerhub.bundle import bundled, unbundled
from peerhub.office_package import opendocument
from peerhub.training.odp import STAMPS

HIDDEN = "(hidden) "
NOTE = re.compile(r"\s*\(note: (?P<note>[^)]*)\)")
_STYLES = tuple(
    f'<style:style style:name="{name}" style:family="{family}"><style:{rule}/></style:style>'
    for name, family, rule in (
        ("shown", "table", 'table-properties table:display="true"'),
        ("hidden", "table", 'table-properties table:display="false"'),
        ("head", "table-cell", 'text-properties fo:font-weight="bold"'),
    )
)
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in (("office", "office"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)
_LOOK = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {_NAMESPACES} '
    'office:version="1.4"><office:styles>'
    + "".join(
        f'<style:default-style style:family="{family}"/>'
        for family in ("table", "table-column", "table-row")
    )
    + '<style:default-style style:family="table-cell"><style:text-properties fo:language="en" '
    'fo:country="GB" fo:font-family="Arial"/></style:default-style></office:styles>'
    "</office:document-styles>"
).encode()
"""The styles of the book, in place of the template's, which nothing in it uses. They have the
version of its other parts: LibreOffice opens no file whose parts differ in it."""


def ods(made: str, named: str) -> bytes:
    """Return the tables of a sheet's HTML as a spreadsheet, a tab for each, named by its heading.

    A heading or a row that starts with "(hidden) " is hidden; "(note: …)" in a cell becomes its
    note. Items "title: …" and "author: …" of a list become the file's properties.
    """
    book = Document("spreadsheet")
    book.body.clear()
    for style in _STYLES:
        book.insert_style(style, automatic=True)
    said: dict[str, str] = {}
    name = "Sheet"
    for part in html.fragments_fromstring(made, no_leading_text=True):
        if part.tag == "ul":
            said |= dict(_property(item) for item in part.iterchildren("li"))
        elif part.tag == "table":
            book.body.append(_tab(part, name))
        else:
            name = _words(part)
    book.meta.title = said.get("title", name)
    book.meta.initial_creator = said.get("author", "")
    book.meta.subject = f"For practice only, {named}"
    book.meta.language = "en-GB"
    for stamp in (one for each in STAMPS for one in book.meta.get_elements(f"//{each}")):
        stamp.delete()
    out = io.BytesIO()
    book.save(out)
    parts = dict(unbundled(out.getvalue())) | {"styles.xml": _LOOK}
    return bundled(opendocument(parts.items()))


def _property(item: html.HtmlElement) -> tuple[str, str]:
    key, _, value = _words(item).partition(": ")
    return key.lower(), value


def _tab(table: html.HtmlElement, name: str) -> Element:
    rows = Markup().join(_row(row) for row in table.iter("tr"))
    style = "hidden" if name.startswith(HIDDEN) else "shown"
    tab = Markup(
        '<table:table table:name="{}" table:style-name="{}"><table:table-column '
        'table:number-columns-repeated="{}"/>{}</table:table>'
    ).format(name.removeprefix(HIDDEN), style, len(table.findall("./thead/tr/th")), rows)
    return Element.from_tag(str(tab))


def _row(row: html.HtmlElement) -> Markup:
    texts = [_words(cell) for cell in row.iterchildren("th", "td")]
    hidden = texts[0].startswith(HIDDEN)
    texts[0] = texts[0].removeprefix(HIDDEN)
    head = row.getparent().tag == "thead"
    return Markup("<table:table-row{}>{}</table:table-row>").format(
        Markup(' table:visibility="filter"') if hidden else "",
        Markup().join(_cell(text, head=head) for text in texts),
    )


def _cell(text: str, *, head: bool) -> Markup:
    noted = NOTE.search(text)
    words = NOTE.sub("", text)
    kind = Markup('"string"')
    if words.isdigit():
        kind = Markup('"float" office:value="{}"').format(words)
    style = Markup(' table:style-name="head"') if head else ""
    note = Markup("<office:annotation><text:p>{}</text:p></office:annotation>")
    return Markup(
        "<table:table-cell office:value-type={}{}>{}<text:p>{}</text:p></table:table-cell>"
    ).format(kind, style, note.format(noted["note"]) if noted else "", words)


def _words(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())
