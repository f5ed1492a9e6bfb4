"""One stylesheet for every sheet the maker has, and the pictures that lie behind their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from peerhub.maker.slot_sheets import SlotSheet
from peerhub.maker.style import Style, scoped
from peerhub.press.engine.our_type import faces, missing
from peerhub.press.posters.template_files import Materials

FONTS = "fonts"
"""Where the site's own type stands, seen from the stylesheet."""

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
        self._home = materials.shared.resolve()
        self._of: dict[tuple[str, str], tuple[Path, ...]] = {}
        self._styles: dict[Path, Style] = {}
        for sheet in sheets:
            files = materials.styles(sheet.layout, sheet.shape)
            self._of[sheet.layout, sheet.shape] = files
            for file in files:
                if file not in self._styles:
                    css = file.read_text(encoding="utf-8")
                    self._styles[file] = scoped(css, self._scope(file, materials, sheet))

    @staticmethod
    def _scope(file: Path, materials: Materials, sheet: SlotSheet) -> str:
        """Return the selector of the sheets that a file is for: all, a shape's, or a layout's."""
        if file.parent == materials.layout(sheet.layout):
            return f'.sheet[data-layout="{sheet.layout}"][data-shape="{sheet.shape}"]'
        if file == materials.styles(sheet.layout)[0]:
            return ".sheet"
        return f'.sheet[data-shape="{sheet.shape}"]'

    def text(self) -> str:
        """Return one stylesheet: the type first, then the size of a sheet, then its rules."""
        found = list(self._styles.values())
        sizes = {one.size for one in found if one.size}
        boxes = [f":where(.sheet){{width:{wide};height:{high}}}" for wide, high in sorted(sizes)]
        type_ = faces(lambda weight: f'url("{FONTS}/hub-{weight}.woff2") format("woff2")')
        parts = [type_.rstrip(), PLAIN, *boxes, *(one.rules for one in found)]
        return "\n".join(part for part in parts if part) + "\n"

    def art(self, sheet: SlotSheet) -> list[str]:
        """Return the names of the pictures that lie behind a sheet's words, undermost first."""
        return [self._name(file) for file in self._files(sheet.layout, sheet.shape)]

    def pictures(self) -> dict[str, str]:
        """Return every picture by its name, as SVG that stands within a page."""
        found = {file for layout, shape in self._of for file in self._files(layout, shape)}
        return {self._name(file): _picture(file) for file in sorted(found)}

    def _files(self, layout: str, shape: str) -> list[Path]:
        """Return the pictures of a sheet: a later style's take the place of an earlier one's."""
        painted: list[Path] = []
        for file in self._of[layout, shape]:
            art = self._styles[file].art
            if art:
                painted = [(file.parent / address).resolve() for address in art]
        return painted

    def _name(self, picture: Path) -> str:
        return picture.relative_to(self._home).as_posix()


def _picture(file: Path) -> str:
    if not file.is_file():
        raise missing(file, "picture")
    lines = _REMARK.sub("", file.read_text(encoding="utf-8")).splitlines()
    return "".join(line.strip() for line in lines).replace("<svg ", '<svg aria-hidden="true" ', 1)
