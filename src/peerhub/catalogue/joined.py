"""Data in many files: those of a folder beside a data file, read as if all stood in that file.

`data/forces/*.yml` stand beside `data/forces.yml`, each with the same keys at its top and defaults
of its own. They are read in the order of their names, after the one beside the folder, which stays.
Each fault is told at its own file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from peerhub.catalogue.document import Document, Mark, Path, read_document
from peerhub.catalogue.kinds import KINDS, Kind, by_file
from peerhub.catalogue.record_list import defaults_of


def files_of(root: FilePath, path: str) -> list[str]:
    """Return the files of a kind's data below `root`: "data/forces.yml", then its folder's own."""
    folder = (root / path).with_suffix("")
    return [path, *sorted(one.relative_to(root).as_posix() for one in folder.glob("*.yml"))]


def given_above(file: str, read: Callable[[str], Document | None]) -> Mapping[str, Any]:
    """Return the defaults of the file beside the folder that a file stands in; none of others.

    `read` returns what a file of the project says, or None.
    """
    folder = file.removeprefix("data/").rpartition("/")[0]
    above = read(f"data/{folder}.yml") if folder else None
    given = above.data.get("defaults") if above and isinstance(above.data, Mapping) else None
    return given if isinstance(given, Mapping) else {}


def whole_document(root: FilePath, path: str) -> Document:
    """Return what the files of a kind say together, read again: "data/forces.yml".

    Raises OSError when one cannot be read.
    """
    kinds = by_file(KINDS)[path.partition("/")[2]]
    parts = [read_document((root / one).read_bytes(), one) for one in files_of(root, path)]
    return joined(path, parts, kinds)


def holding(root: FilePath, path: str, key: str, identity: str) -> tuple[str, int]:
    """Return the file in which a record stands, and its number in the list there.

    Raises LookupError where none of the files of its kind holds it.
    """
    for name in files_of(root, path):
        data = read_document((root / name).read_bytes(), name).data
        held = data.get(key) if isinstance(data, dict) else None
        for number, one in enumerate(held or ()):
            if isinstance(one, dict) and one.get("id") == identity:
                return name, number
    raise LookupError(f"no {key} '{identity}' in {path}")


@dataclass
class Joined(Document):
    """Several documents as one: what they say together, and where each of it stands."""

    parts: Sequence[Document] = ()
    starts: dict[str, list[int]] = field(default_factory=dict)
    """For each list, the number in the whole of the first item of each part."""

    @property
    def values(self) -> dict[Path, Mark]:
        """The place of each value, by its path in the whole."""
        return {
            self._outside(number, path): replace(mark, file=part.file)
            for number, part in enumerate(self.parts)
            for path, mark in part.values.items()
        }

    def mark(self, path: Path) -> Mark:
        """Return the place of a value, in the file in which it stands."""
        part, inside = self._inside(path)
        return replace(part.mark(inside), file=part.file)

    def key_mark(self, path: Path) -> Mark:
        """Return the place of a key, in the file in which it stands."""
        part, inside = self._inside(path)
        return replace(part.key_mark(inside), file=part.file)

    def says(self, path: Path) -> bool:
        """Say whether a value stands in a file, and is not one of its defaults."""
        part, inside = self._inside(path)
        return part.says(inside) or part.file != self.file

    def beyond_the_first(self, key: str) -> Iterator[tuple[int, str]]:
        """Yield each item of a list that stands in a file of the folder: its number, the file."""
        starts = self.starts.get(key, [])
        ends = [*starts[1:], len(self.data.get(key) or ()) if starts else 0]
        for part, start, end in list(zip(self.parts, starts, ends, strict=False))[1:]:
            yield from ((number, part.file) for number in range(start, end))

    def _inside(self, path: Path) -> tuple[Document, Path]:
        """Return the document that holds a path of the whole, and the path there."""
        if len(path) > 1 and isinstance(path[1], int):
            starts = self.starts.get(str(path[0]), [0])
            at = max((n for n, start in enumerate(starts) if start <= path[1]), default=0)
            return self.parts[at], (path[0], path[1] - starts[at], *path[2:])
        holding = [
            one for one in self.parts if path and isinstance(one.data, dict) and path[0] in one.data
        ]
        holding.sort(key=lambda one: isinstance(one.data[path[0]], tuple))
        return (holding or self.parts)[0], path

    def _outside(self, number: int, path: Path) -> Path:
        if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in self.starts:
            return (path[0], path[1] + self.starts[str(path[0])][number], *path[2:])
        return path


def joined(file: str, parts: Sequence[Document], kinds: Sequence[Kind]) -> Document:
    """Return several documents of one kind of file as one; a single one as it is.

    Where one of them cannot be read the whole has no data: what others name may stand there.
    """
    if len(parts) == 1:
        return parts[0]
    issues = [issue for part in parts for issue in part.issues]
    not_given = {key for part in parts for key in part.not_given}
    whole = Joined(file, issues=issues, not_given=not_given, text=parts[0].text, parts=parts)
    if not all(isinstance(part.data, dict) for part in parts):
        return whole
    held: dict[str, Any] = {}
    for kind in kinds:
        _join(whole, kind, held)
    if "defaults" in parts[0].data:
        held["defaults"] = parts[0].data["defaults"]
    whole.data = held
    return whole


def _join(whole: Joined, kind: Kind, held: dict[str, Any]) -> None:
    """Put the items of one list of all parts together, each with the defaults of its own file."""
    items: list[Any] = []
    starts: list[int] = []
    for part in whole.parts:
        starts.append(len(items))
        own = part.data.get(kind.key) or ()
        if not isinstance(own, tuple):
            held[kind.key] = own
            return
        given = {} if part.file == whole.file else defaults_of(part, kind)
        items += [{**given, **one} if given and isinstance(one, dict) else one for one in own]
    if any(kind.key in part.data for part in whole.parts):
        held[kind.key] = tuple(items)
        whole.starts[kind.key] = starts
