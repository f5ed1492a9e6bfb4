"""The press's own files: templates, print styles, line art and type, under `materials/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from peerhub.press.engine.our_type import TYPE, missing
from peerhub.press.posters.job import BOTH, POSTER, SHEETS


@dataclass(frozen=True)
class Materials:
    """The files posters are printed from, below one folder."""

    home: Path

    @property
    def shared(self) -> Path:
        """Return the folder of what every layout shares; each layout has a folder in it."""
        return self.home / "posters"

    def template(self, layout: str, shape: str = POSTER) -> Path:
        """Return the template of a shape: a layout's own for posters, one for all otherwise."""
        return (self.layout(layout) if shape == POSTER else self.shared) / f"{shape}.html"

    def styles(self, layout: str, shape: str = POSTER) -> tuple[Path, ...]:
        """Return the print styles of a shape, in the order in which they apply."""
        kind, _, in_two = shape.partition("-")
        places = self.layout(layout) / f"{POSTER}{BOTH if in_two else ''}.css"
        both = (self.shared / f"{shape}.css",) if in_two else ()
        if kind == POSTER:
            own = [*(both or (self.shared / "family.css",)), places]
        else:
            own = [places, self.shared / f"{kind}.css", *both]
        return (self.shared / "print.css", *own)

    def layout(self, name: str) -> Path:
        """Return the folder of a layout."""
        return self.shared / name

    def type_files(self) -> tuple[Path, ...]:
        """Return the font files."""
        return tuple(self.home / "fonts" / name for name in TYPE)

    def every_file(self) -> tuple[Path, ...]:
        """Return every file that any poster is made of, in a fixed order."""
        found = sorted(file for file in self.shared.rglob("*") if file.is_file())
        return (*found, *(file for file in self.type_files() if file.is_file()))

    def files(self, layout: str, shape: str = POSTER) -> tuple[Path, ...]:
        """Return every file that can change the look of a layout, in a fixed order.

        Raises `PressError` naming the first file that is missing.
        """
        folder = self.layout(layout)
        for file in (self.template(layout, shape), self.shared / "base.html"):
            if not file.is_file():
                raise missing(file, "template")
        for file in self.styles(layout, shape):
            if not file.is_file():
                raise missing(file, "print style")
        for file in self.type_files():
            if not file.is_file():
                raise missing(file, "font file")
        both = (self.shared, folder)
        found = (sorted(file for file in one.iterdir() if _concerns(file, shape)) for one in both)
        return (*(file for files in found for file in files), *self.type_files())


def _concerns(file: Path, shape: str) -> bool:
    """Say whether a file can change the look of a shape: it is not another shape's own.

    Nor is it one for both languages, when the shape is in English only.
    """
    of, own = file.stem.partition("-")[0], shape.partition("-")[0]
    others = {sheet.shape for sheet in SHEETS.values()} - {POSTER, own}
    if file.stem.endswith(BOTH) and not shape.endswith(BOTH):
        return False
    return file.is_file() and of not in others
