"""A spreadsheet as OpenDocument (ISO/IEC 26300), protected without a password, without a macro.

Written as XML at first hand: rules for what may be typed, protection and charts are what libraries
leave out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from peerhub.bundle import bundled
from peerhub.evaluation.grid import (
    OPEN,
    WRAPPED,
    EntryRule,
    Grid,
    GridBook,
    GridCell,
    Look,
    place_of,
)
from peerhub.evaluation.ods_chart import chart_parts, frame
from peerhub.evaluation.ods_parts import part
from peerhub.evaluation.open_formula import open_formula, open_range
from peerhub.evaluation.sheet_look import FORMATS, LANGUAGE, CellFormat
from peerhub.office_package import opendocument

KIND = "application/vnd.oasis.opendocument.spreadsheet"
LETTER = 0.2
"""How wide a letter is counted, in centimetres."""


def ods_sheet(book: GridBook, day: dt.date) -> bytes:
    """Return a book as an ODS of a day: the same bytes for the same book."""
    charts = [grid for grid in book.grids if grid.chart]
    parts = {
        "mimetype": KIND.encode(),
        "content.xml": _content(book),
        "styles.xml": _styles(),
        "settings.xml": _settings(book),
        "meta.xml": _meta(book, day),
    }
    for grid in charts:
        parts |= chart_parts(grid)
    return bundled(opendocument(parts.items()))


def _content(book: GridBook) -> bytes:
    rules = [(grid, rule) for grid in book.grids for rule in grid.rules]
    names = {id(rule): f"rule{at}" for at, (_, rule) in enumerate(rules, 1)}
    said = Markup().join(_rule(grid, rule, names[id(rule)]) for grid, rule in rules)
    tabs = Markup().join(_tab(at, grid, names) for at, grid in enumerate(book.grids))
    held = Markup(
        "<office:automatic-styles>{}</office:automatic-styles><office:body><office:spreadsheet "
        'table:structure-protected="true">'
        "<table:content-validations>{}</table:content-validations>{}"
        "</office:spreadsheet></office:body>"
    )
    return part("document-content", held.format(_automatic(book), said, tabs))


def _automatic(book: GridBook) -> Markup:
    """Return the styles of columns, rows, tabs and cells."""
    columns = (
        Markup(
            '<style:style style:name="col{}-{}" style:family="table-column">'
            '<style:table-column-properties style:column-width="{:.2f}cm"/></style:style>'
        ).format(at, column, width * LETTER)
        for at, grid in enumerate(book.grids)
        for column, width in enumerate(grid.widths)
    )
    others = Markup(
        '<style:style style:name="row" style:family="table-row"><style:table-row-properties '
        'style:use-optimal-row-height="true"/></style:style>'
        '<style:style style:name="tab" style:family="table" style:master-page-name="Default">'
        '<style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="drawn" style:family="table" style:master-page-name="Whole">'
        '<style:table-properties table:display="true"/></style:style>'
        '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-'
        '</number:text><number:month number:style="long"/><number:text>-</number:text>'
        '<number:day number:style="long"/></number:date-style>'
    )
    return Markup().join([*columns, others, *(_cell_style(*one) for one in FORMATS.items())])


def _cell_style(look: Look, found: CellFormat) -> Markup:
    cell = Markup(
        'style:vertical-align="{}" fo:padding="0.05cm" fo:wrap-option="{}" '
        'style:cell-protect="{}"{}{}'
    ).format(
        "top" if look in WRAPPED else "middle",
        "wrap" if look in WRAPPED else "no-wrap",
        "none" if look in OPEN else "protected",
        Markup(' fo:background-color="#{}"').format(found.ground) if found.ground else "",
        Markup(' fo:border="0.5pt solid #{}"').format(found.border) if found.has_border else "",
    )
    return Markup(
        '<style:style style:name="{}" style:family="table-cell" style:parent-style-name="Default"'
        "{}><style:table-cell-properties {}/>{}<style:text-properties {}"
        'fo:color="#{}" fo:font-size="{}pt"/></style:style>'
    ).format(
        look,
        Markup(' style:data-style-name="iso"') if look == "day" else "",
        cell,
        Markup('<style:paragraph-properties fo:text-align="start"/>') if look == "day" else "",
        Markup('fo:font-weight="bold" ') if found.is_bold else "",
        found.ink,
        found.size,
    )


def _rule(grid: Grid, rule: EntryRule, name: str) -> Markup:
    if rule.listed:
        tab, _, cells = rule.listed.partition("!")
        first, _, last = cells.partition(":")
        condition = f"of:cell-content-is-in-list({open_range(first, last, tab)})"
    else:
        condition = f"of:is-true-formula({open_formula(rule.formula)})"
    base = rule.cells.split(":")[0]
    return Markup(
        '<table:content-validation table:name="{}" table:condition="{}" '
        'table:allow-empty-cell="true" table:base-cell-address="{}.{}"{}>'
        '<table:error-message table:title="{}" table:message-type="stop" table:display="true">'
        "<text:p>{}</text:p></table:error-message></table:content-validation>"
    ).format(
        name,
        condition,
        _quoted(grid.name),
        base,
        Markup(' table:display-list="unsorted"') if rule.listed else "",
        rule.title,
        rule.message,
    )


def _quoted(tab: str) -> str:
    return f"'{tab}'" if " " in tab else tab


def _tab(number: int, grid: Grid, names: dict[int, str]) -> Markup:
    columns = Markup().join(
        Markup('<table:table-column table:style-name="col{}-{}"/>').format(number, column)
        for column in range(len(grid.widths))
    )
    ruled = {place: names[id(rule)] for rule in grid.rules for place in _places(rule.cells)}
    rows = [_row(cells, ruled) for cells in grid.rows]
    if grid.heads:
        first, last = grid.heads[0] - 1, grid.heads[1]
        head = Markup("<table:table-header-rows>{}</table:table-header-rows>").format(
            Markup().join(rows[first:last])
        )
        rows[first:last] = [head]
    return Markup(
        '<table:table table:name="{}" table:style-name="{}" table:protected="true">{}{}{}'
        "</table:table>"
    ).format(grid.name, "drawn" if grid.chart else "tab", frame(grid), columns, Markup().join(rows))


def _places(cells: str) -> Iterable[tuple[int, int]]:
    first, _, last = cells.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    return [(row, col) for row in range(top, bottom + 1) for col in range(left, right + 1)]


def _row(cells: Sequence[GridCell], ruled: dict[tuple[int, int], str]) -> Markup:
    held: list[Markup] = []
    for cell in sorted(cells, key=lambda one: one.place):
        gap = cell.place[1] - len(held)
        held += [Markup("<table:table-cell/>")] * gap
        held.append(_cell(cell, ruled.get(cell.place)))
    return Markup('<table:table-row table:style-name="row">{}</table:table-row>').format(
        Markup().join(held or [Markup("<table:table-cell/>")])
    )


def _cell(cell: GridCell, rule: str | None) -> Markup:
    said = Markup(' table:style-name="{}"').format(cell.look)
    if rule:
        said += Markup(' table:content-validation-name="{}"').format(rule)
    if cell.formula:
        said += Markup(' table:formula="of:={}"').format(open_formula(cell.formula))
        if cell.value is None:
            said += Markup(' office:value-type="string" office:string-value=""')
            return Markup("<table:table-cell{}><text:p/></table:table-cell>").format(said)
    if cell.value is None:
        return Markup("<table:table-cell{}/>").format(said)
    kind = Markup('"string"')
    if isinstance(cell.value, int):
        kind = Markup('"float" office:value="{}"').format(cell.value)
    return Markup(
        "<table:table-cell{} office:value-type={}><text:p>{}</text:p></table:table-cell>"
    ).format(said, kind, cell.value)


def _styles() -> bytes:
    """Return the styles of the book: its language and letters, and how its pages are printed."""
    held = Markup(
        '<office:styles><style:default-style style:family="table-cell"><style:text-properties '
        'fo:font-family="Arial" fo:font-size="10pt" fo:language="{}" fo:country="{}"/>'
        '</style:default-style><style:style style:name="Default" style:family="table-cell"/>'
        '<style:default-style style:family="table"/><style:default-style style:family="table-row"/>'
        "</office:styles><office:automatic-styles>{}{}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Default" '
        'style:page-layout-name="wide"/><style:master-page style:name="Whole" '
        'style:page-layout-name="whole"/></office:master-styles>'
    )
    language, _, country = LANGUAGE.partition("-")
    pages = (_page("wide", 0), _page("whole", 1))
    return part("document-styles", held.format(language, country, *pages))


def _page(name: str, high: int) -> Markup:
    """Return a page on its side, one page wide and `high` pages high; 0 for as many as it takes."""
    return Markup(
        '<style:page-layout style:name="{}"><style:page-layout-properties fo:page-width="29.7cm" '
        'fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" '
        'style:scale-to-X="1" style:scale-to-Y="{}"/></style:page-layout>'
    ).format(name, high)


def _settings(book: GridBook) -> bytes:
    """Return which rows stay in sight: those down to the head of each tab."""
    views = Markup().join(
        Markup(
            '<config:config-item-map-entry config:name="{}">'
            '<config:config-item config:name="VerticalSplitMode" config:type="short">2'
            '</config:config-item><config:config-item config:name="VerticalSplitPosition" '
            'config:type="int">{}</config:config-item><config:config-item '
            'config:name="PositionBottom" config:type="int">{}</config:config-item>'
            "</config:config-item-map-entry>"
        ).format(grid.name, grid.heads[1], grid.heads[1])
        for grid in book.grids
        if grid.heads
    )
    held = Markup(
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        '<config:config-item-map-named config:name="Tables">{}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings>"
    )
    return part("document-settings", held.format(views))


def _meta(book: GridBook, day: dt.date) -> bytes:
    held = Markup(
        "<office:meta><dc:title>{}</dc:title><dc:subject>{}</dc:subject>"
        "<meta:creation-date>{}T00:00:00</meta:creation-date><dc:language>{}</dc:language>"
        "</office:meta>"
    )
    return part("document-meta", held.format(book.title, book.subject, day, LANGUAGE))
