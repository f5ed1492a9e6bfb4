"""A bar chart within an OpenDocument spreadsheet: a small document of its own, and its frame."""

from __future__ import annotations

from markupsafe import Markup

from peerhub.evaluation.grid import BarChart, Grid
from peerhub.evaluation.ods_parts import part
from peerhub.evaluation.sheet_look import FORMATS

FOLDER = "Object 1"
"""Where the chart's document stands in the package: a book has one chart."""
LINE = 0.5
"""How high a line of words is, in centimetres."""
WIDE, HIGH = "24cm", "13cm"


def frame(grid: Grid) -> Markup:
    """Return what places a tab's chart below its table; nothing for a tab without one."""
    if grid.chart is None:
        return Markup()
    chart = grid.chart
    ranges = f"{_range(grid, chart.names)} {_range(grid, chart.values)}"
    return Markup(
        '<table:shapes><draw:frame draw:name="Chart" svg:x="0cm" svg:y="{}cm" svg:width="{}" '
        'svg:height="{}"><draw:object draw:notify-on-update-of-ranges="{}" '
        'xlink:href="./{}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "<svg:title>{}</svg:title><svg:desc>{}</svg:desc></draw:frame></table:shapes>"
    ).format(_top(grid), WIDE, HIGH, ranges, FOLDER, chart.title, chart.said)


def chart_parts(grid: Grid) -> dict[str, bytes]:
    """Return the parts of a tab's chart by their names in the package."""
    if grid.chart is None:
        return {}
    return {f"{FOLDER}/content.xml": _content(grid, grid.chart)}


def _top(grid: Grid) -> str:
    """Return where a chart begins, in centimetres: below the last row, however many lines."""
    return f"{sum(grid.lines) * LINE + 1:.1f}"


def _range(grid: Grid, cells: str) -> str:
    return ":".join(f"{grid.name}.${one[0]}${one[1:]}" for one in cells.split(":"))


def _content(grid: Grid, chart: BarChart) -> bytes:
    bars = FORMATS["head"].ground
    held = Markup(
        "<office:automatic-styles>"
        '<style:style style:name="whole" style:family="chart"><style:graphic-properties '
        'draw:stroke="none" draw:fill="solid" draw:fill-color="#ffffff"/></style:style>'
        '<style:style style:name="title" style:family="chart"><style:text-properties '
        'fo:font-size="11pt" fo:font-family="Arial"/></style:style>'
        '<style:style style:name="plot" style:family="chart"><style:chart-properties '
        'chart:vertical="true" chart:treat-empty-cells="leave-gap"/></style:style>'
        '<style:style style:name="names" style:family="chart"><style:chart-properties '
        'chart:display-label="true" chart:reverse-direction="true"/><style:text-properties '
        'fo:font-size="9pt" fo:font-family="Arial"/></style:style>'
        '<style:style style:name="values" style:family="chart"><style:chart-properties '
        'chart:display-label="true" chart:minimum="0" chart:maximum="100"/>'
        '<style:text-properties fo:font-size="9pt" fo:font-family="Arial"/></style:style>'
        '<style:style style:name="lines" style:family="chart"><style:graphic-properties '
        'draw:stroke="solid" svg:stroke-color="#c9ced6"/></style:style>'
        '<style:style style:name="bars" style:family="chart"><style:graphic-properties '
        'draw:fill="solid" draw:fill-color="#{bars}"/></style:style>'
        "</office:automatic-styles><office:body><office:chart>"
        '<chart:chart chart:class="chart:bar" chart:style-name="whole" svg:width="{wide}" '
        'svg:height="{high}" xlink:href=".." xlink:type="simple">'
        '<chart:title chart:style-name="title"><text:p>{title}</text:p></chart:title>'
        '<chart:plot-area chart:style-name="plot" table:cell-range-address="{names} {values}">'
        '<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="names">'
        '<chart:categories table:cell-range-address="{names}"/></chart:axis>'
        '<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="values">'
        '<chart:title chart:style-name="title"><text:p>{axis}</text:p></chart:title>'
        '<chart:grid chart:class="major" chart:style-name="lines"/></chart:axis>'
        '<chart:series chart:style-name="bars" chart:class="chart:bar" '
        'chart:values-cell-range-address="{values}"/>'
        '<chart:wall chart:style-name="whole"/></chart:plot-area>'
        "</chart:chart></office:chart></office:body>"
    )
    return part(
        "document-content",
        held.format(
            bars=bars,
            wide=WIDE,
            high=HIGH,
            title=chart.title,
            axis=chart.axis,
            names=_range(grid, chart.names),
            values=_range(grid, chart.values),
        ),
    )
