"""A run over all materials: find what is made already, make the rest side by side, set in place."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pikepdf
from pptx import Presentation

from peerhub.bundle import list_path, parts_list
from peerhub.catalogue import Catalogue
from peerhub.models import Stamp, Workshop
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.pool import make_all
from peerhub.press.engine.ready import link_or_write
from peerhub.press.engine.recipe import digest
from peerhub.press.engine.store import Store
from peerhub.progress import SILENT, Progress
from peerhub.questions.materials import (
    Made,
    Material,
    pack_parts,
    training_materials,
    workshop_materials,
)
from peerhub.training.make import CHAPTER, Desk
from peerhub.training.pack import named_in, pack

STORE = ".cache/training"
ENDING = ".made"
PAPERS = frozenset({".pdf", ".docx", ".odt", ".ods", ".xlsx"})
TOGETHER = 12
"""Materials in a batch."""


@dataclass(frozen=True)
class MadeMaterials:
    """What a run left in the store, ready to be set in place."""

    contents: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of each file by its path below the site."""
    facts: Mapping[str, Made] = field(default_factory=dict)
    entries: Mapping[str, Path] = field(default_factory=dict)
    """Where the store holds each file, by its path below the site."""
    rendered: int = 0
    left_out: frozenset[str] = frozenset()
    """Paths of files that a preview did not make."""

    def set_in_place(self, out: Path) -> None:
        """Set every file in its place below `out`, by link where the disk allows."""
        for path, content in self.contents.items():
            link_or_write(out / path, content, self.entries.get(path))


def make_materials(
    root: Path,
    catalogue: Catalogue,
    stamp: Stamp,
    *,
    home: Path = HOME,
    workers: int | None = None,
    progress: Progress = SILENT,
    make: bool = True,
    calendars: Mapping[str, str] = MappingProxyType({}),
) -> MadeMaterials:
    """Return every material of the curriculum, making only those that the store does not hold.

    `calendars` holds the calendar file of each workshop by its id, to go into its pack.
    With `make` false nothing is made, and only what the store holds is returned: a preview.
    Raises PressError when a material cannot be made; what is made so far is kept.
    """
    desk = Desk(catalogue, stamp, home, root / STORE)
    store = Store(root / STORE, ENDING)
    wanted = training_materials(catalogue.modules, catalogue.workshops, catalogue.briefings)
    keys = {one: desk.key(one) for one in wanted if one.kind != "pack"}
    missing = [one for one, key in keys.items() if store.get(key) is None] if make else []
    progress.count(len(missing), "files")
    errands = [_Errand(desk, one, keys[one]) for one in missing]
    for _, made in make_all(_batches(errands), workers):
        for key, content in made.items():
            store.put(key, content)
            progress.update()
    by_path = {one.path: key for one, key in keys.items()}
    found = {path: store.get(key) for path, key in by_path.items()}
    contents = {path: content for path, content in found.items() if content is not None}
    used = set(keys.values())
    for workshop in catalogue.workshops:
        calendar = calendars.get(workshop.id)
        path = _pack_path(workshop, wanted)
        stamp = desk.revisions.stamp(next(one for one in wanted if one.path == path))
        key = _pack_key(workshop, desk, keys, calendar, stamp)
        used.add(key)
        held = store.get(key)
        if held is None and make:
            held = pack(workshop, contents, desk.words, desk.setter, stamp, calendar)
            store.put(key, held)
        if held is not None:
            contents[path], by_path[path] = held, key
    if make:
        store.prune(used)
        Store(root / STORE, CHAPTER).prune(set())
    stamps = {one.path: desk.revisions.stamp(one) for one in wanted}
    facts = {
        path: replace(measure(path, content), stamp=stamps[path])
        for path, content in contents.items()
    }
    left_out = frozenset(one.path for one in wanted) - contents.keys()
    entries = {path: entry for path in contents if (entry := store.entry(by_path[path]))}
    whole = MadeMaterials(contents, facts, entries, len(missing), left_out)
    return whole if catalogue.site.keeps_packs else _with_lists(whole, catalogue)


def _with_lists(made: MadeMaterials, catalogue: Catalogue) -> MadeMaterials:
    """Return what was made with the list of each pack's parts in the place of the pack."""
    contents, left_out = dict(made.contents), set(made.left_out)
    for workshop in catalogue.workshops:
        path = workshop_materials(workshop)[0].path
        standing = named_in(workshop, catalogue.module_by_id)
        page = f"train/workshops/{workshop.id}/"
        held = contents.pop(path, None)
        if held is None:
            left_out.add(list_path(path))
        else:
            contents[list_path(path)] = parts_list(held, path, standing, page)
    return replace(made, contents=contents, left_out=frozenset(left_out))


def _pack_path(workshop: Workshop, wanted: Sequence[Material]) -> str:
    return next(one.path for one in wanted if (one.source, one.kind) == (workshop.id, "pack"))


def _pack_key(
    workshop: Workshop,
    desk: Desk,
    keys: Mapping[Material, str],
    calendar: str | None,
    stamp: Stamp,
) -> str:
    style = (desk.setter.home / "training" / "pack" / "start.css").read_bytes()
    held = pack_parts(workshop, desk.catalogue.module_by_id)
    return digest(
        "pack",
        style.decode(),
        calendar or "",
        stamp.named,
        str(stamp.date),
        *(keys[one] for one in held),
    )


def measure(path: str, content: bytes) -> Made:
    """Return the size of a finished file, and its pages or slides where it has any."""
    return Made(len(content), _pages(path, content))


def measured(site: Path, paths: Iterable[str]) -> dict[str, Made]:
    """Return the measures of those papers and documents (`paths`) that stand below a site now."""
    found = {}
    for path in paths:
        file = site / path
        if file.suffix in PAPERS and file.is_file():
            found[path] = _measured(file, file.stat().st_mtime_ns)
    return found


@lru_cache(maxsize=5_000)
def _measured(file: Path, changed: int) -> Made:  # noqa: ARG001
    """Return the measure of a file as it was at a time; a preview asks again and again."""
    return measure(file.name, file.read_bytes())


def _pages(path: str, content: bytes) -> int | None:
    if path.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return len(pdf.pages)
    if path.endswith(".pptx"):
        return len(Presentation(io.BytesIO(content)).slides)
    return None


@dataclass(frozen=True)
class _Errand:
    """A material to be made at a desk, for its key."""

    desk: Desk
    material: Material
    key: str

    @property
    def what(self) -> str:
        """Return what it is, in a few words."""
        return f"{self.material.subject}: {self.material.name.lower()}"

    def make(self) -> dict[str, bytes]:
        """Return the file under its key."""
        return {self.key: self.desk.make(self.material)}


def _batches(errands: Sequence[_Errand]) -> list[list[_Errand]]:
    """Return errands in batches that share a desk: the longest work first, one by one."""
    first = ("trainer-guide", "workbook")
    long = [[one] for one in errands if one.material.kind in first]
    short = [one for one in errands if one.material.kind not in first]
    return [*long, *(short[at : at + TOGETHER] for at in range(0, len(short), TOGETHER))]
