"""One stylesheet for every sheet the maker has, and the pictures that lie behind their words."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

from peerhub.maker.slot_sheets import SlotSheet
from peerhub.maker.style import Style, scoped
from peerhub.press.engine.our_type import FAMILY, faces, missing
from peerhub.press.posters.job import POSTER
from peerhub.press.posters.template_files import Materials

FONTS = "fonts"
"""Where the site's own type stands, seen from the stylesheet."""
MORE = (
    "U+A1,U+A2,U+A4-A8,U+AA-AF,U+B1-B6,U+B8-BF,U+C5-C7,U+D0,U+D1,U+D8,U+DD-DF,U+E5,U+E6,U+F0,"
    "U+F1,U+F7,U+F8,U+FD-173,U+178-17F,U+2012,U+2015-2017,U+201A,U+201B,U+201E-2021,U+2023-2025,"
    "U+2027,U+2030-203A,U+2122"
)
"""The letters of a second file of type, fetched when one of them is typed (`fonts/subset.py`)."""

PLAIN = (
    ":where(.sheet,.sheet :not(svg,svg *)){all:revert}\n"
    ":where(.sheet *)::before,:where(.sheet *)::after{content:none}\n"
    ":where(.sheet poster-h1,.sheet poster-h2){display:block;font-weight:bold}"
)
"""A sheet takes nothing from the page it stands on, and its headings are set as headings are."""

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)


class Styles:
    """The print styles of some sheets, each file taken once and kept to the sheets it is for."""

    def __init__(self, materials: Materials, sheets: Iterable[SlotSheet]) -> None:
        self._materials = materials
        self._home = materials.shared.resolve()
        self._sheets = tuple(sheets)
        used: dict[Path, list[SlotSheet]] = {}
        for sheet in self._sheets:
            for file in materials.styles(sheet.layout, sheet.shape):
                used.setdefault(file, []).append(sheet)
        self._styles: dict[Path, Style] = {
            file: _taken(file, self._scope(used[file])) for file in self._order()
        }

    def _order(self) -> Iterator[Path]:
        """Yield each style, and where two speak of one sheet in the order of the press."""
        order: TopologicalSorter[Path] = TopologicalSorter()
        for sheet in self._sheets:
            for before, after in pairwise(self._materials.styles(sheet.layout, sheet.shape)):
                order.add(after, before)
        yield from order.static_order()

    def _scope(self, sheets: Sequence[SlotSheet]) -> str:
        """Return the selector of some sheets: of all, or by their shapes, and by a layout."""
        layouts, shapes = {one.layout for one in sheets}, {one.shape for one in sheets}
        alone = f'[data-layout="{min(layouts)}"]' if len(layouts) == 1 else ""
        if shapes == {one.shape for one in self._sheets if not alone or one.layout in layouts}:
            return f".sheet{alone}"
        return ",".join(f'.sheet{alone}[data-shape="{shape}"]' for shape in sorted(shapes))

    def text(self) -> str:
        """Return one stylesheet: the type first, then the sizes of sheets, then their rules."""
        type_ = faces(lambda weight: f'url("{FONTS}/hub-{weight}.woff2") format("woff2")')
        styles = self._styles.values()
        parts = [
            type_.rstrip(),
            _more(),
            PLAIN,
            *(x.box for x in styles),
            *(x.rules for x in styles),
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def art(self, sheet: SlotSheet) -> list[str]:
        """Return the names of the pictures that lie behind a sheet's words, undermost first."""
        return [self._name(file) for file in self._files(sheet)]

    def pictures(self) -> dict[str, str]:
        """Return every picture by its name, as SVG that stands within a page."""
        found = {file for sheet in self._sheets for file in self._files(sheet)}
        return {self._name(file): _picture(file) for file in sorted(found)}

    def _files(self, sheet: SlotSheet) -> list[Path]:
        """Return the pictures of a sheet: its template's, or those of the last style with any."""
        if sheet.kind != POSTER:
            folder, own = self._materials.layout(sheet.layout), sheet.ground
            return [(folder / own.picture).resolve()] if own else []
        painted: list[Path] = []
        for file in self._materials.styles(sheet.layout, sheet.shape):
            art = self._styles[file].art
            if art:
                painted = [(file.parent / address).resolve() for address in art]
        return painted

    def _name(self, picture: Path) -> str:
        return picture.relative_to(self._home).as_posix()


def _more() -> str:
    """Return what makes the second files of type known, after the first, so that they go before."""
    return "\n".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};unicode-range:{MORE};'
        f'src:url("{FONTS}/hub-{weight}-more.woff2") format("woff2")}}'
        for weight in (400, 700)
    )


def _taken(file: Path, scope: str) -> Style:
    """Return a file's style for a scope; small pictures in it are taken into the style itself."""

    def inside(address: str) -> str:
        picture = file.parent / address
        if not picture.is_file():
            raise missing(picture, "picture")
        return f"data:image/svg+xml;base64,{base64.b64encode(picture.read_bytes()).decode()}"

    return scoped(file.read_text(encoding="utf-8"), scope, inside)


def _picture(file: Path) -> str:
    if not file.is_file():
        raise missing(file, "picture")
    lines = _REMARK.sub("", file.read_text(encoding="utf-8")).splitlines()
    return "".join(line.strip() for line in lines).replace("<svg ", '<svg aria-hidden="true" ', 1)
