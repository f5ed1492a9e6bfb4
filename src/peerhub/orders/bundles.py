"""A ZIP file for each force: all of its posters, and a note that says when each may go up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from peerhub.bundle import bundled, list_path, parts_list
from peerhub.catalogue import Catalogue
from peerhub.models import Force, Stamp
from peerhub.models.licence import ORIGIN
from peerhub.orders.posters import poster_sums
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import (
    IN_PACK,
    USES,
    copies,
    in_pack,
    kinds,
    pack_path,
    poster_path,
)
from peerhub.questions.poster_rule import Leave, verdict
from peerhub.questions.readiness import readiness
from peerhub.questions.revised import Sums, said, stamp_of, sum_of

if TYPE_CHECKING:
    from peerhub.press.engine.report import Report

STORE = ".cache/packs"

HEADINGS: dict[Leave, str] = {
    "now": "You can put these up now",
    "not-yet": "Not yet",
    "unknown": "Check first",
}
EXAMPLE = (
    "DO NOT PUT THESE UP YET. The hub's address and the QR code on each poster are only an",
    "example, and lead nowhere. Get the posters again once the hub has its own address.",
)


def pack_posters(
    root: Path, catalogue: Catalogue, site: Path, progress: Progress = SILENT
) -> Report:
    """Put a ZIP file of each force's posters below the site.

    The posters must stand there already. A pack is made once from what is in it: the store of the
    project at `root` holds it, and the site has it by link; or only the list of its parts, where
    readers' browsers are to put packs together.
    """
    from peerhub.press.engine.ready import each, make_ready  # what makes is loaded only to make
    from peerhub.press.engine.store import write_whole

    totals = pack_sums(catalogue)
    forces = {pack_path(force.id): force for force in catalogue.uk_forces}
    names = {path: _name(force) for path, force in forces.items()}
    stamps = {path: stamp_of(catalogue, name, totals[name]) for path, name in names.items()}
    given = {path: (catalogue, force, stamps[path], site) for path, force in forces.items()}
    keys = {path: pack_key(*told) for path, told in given.items()}
    work = each(keys, pack, given.__getitem__)
    called = "packs of posters"
    report = make_ready(keys, work, site, root / STORE, called, workers=1, progress=progress)
    for path, force in forces.items() if not catalogue.site.keeps_packs else ():
        places = _held(catalogue, force, site)
        standing = {name: place.relative_to(site).as_posix() for name, place in places}
        told = parts_list((site / path).read_bytes(), path, standing, f"forces/{force.id}/")
        write_whole(site / list_path(path), told)
        (site / path).unlink()
    return report


def pack_key(catalogue: Catalogue, force: Force, stamp: Stamp, site: Path) -> str:
    """Return the key of a force's pack: of what it says, and of the posters that stand."""
    from peerhub.press.engine.recipe import recipe  # as above

    held = [
        (name, hashlib.sha256(path.read_bytes()).hexdigest())
        for name, path in _held(catalogue, force, site)
    ]
    told = (note(catalogue, force, ""), index(catalogue, force, ""))
    return recipe(__name__, (*told, said(stamp), stamp.date.isoformat(), held))


def _held(catalogue: Catalogue, force: Force, site: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name in its pack, and the place, of each of a force's posters."""
    for poster in catalogue.posters:
        for size, language in copies(poster, force, catalogue.languages):
            for kind in kinds(size):
                path = site / poster_path(poster.id, force.id, size, language, kind)
                yield in_pack(poster, size, language, kind), path


def pack(catalogue: Catalogue, force: Force, stamp: Stamp, site: Path) -> bytes:
    """Return the ZIP file of a force, with every time set to the day of its revision."""
    imprint = f"{said(stamp).capitalize()}."
    told = (
        (f"{IN_PACK}/READ-FIRST.txt", note(catalogue, force, imprint).encode()),
        (f"{IN_PACK}/index.html", index(catalogue, force, imprint).encode()),
    )
    posters = ((name, path.read_bytes()) for name, path in _held(catalogue, force, site))
    day = stamp.date
    dated = (day.year, day.month, day.day, 0, 0, 0)
    return bundled((*told, *posters), compress=False, dated=dated)


def pack_sums(catalogue: Catalogue, posters: Sums | None = None) -> Sums:
    """Return the sum of what each force's pack says, by its name in the ledger of materials.

    `posters` are the sums of the posters, where they are known already.
    """
    held: dict[str, list[str]] = {}
    for name, total in (posters or poster_sums(catalogue)).items():
        held.setdefault(name.rsplit("/", 1)[-1], []).append(total)
    return {
        _name(one): sum_of(
            (
                note(catalogue, one, ""),
                index(catalogue, one, ""),
                held.get(one.id, []),
                *(held.get(f"{one.id}-{tongue.id}", []) for tongue in catalogue.languages),
            )
        )
        for one in catalogue.uk_forces
    }


def _name(force: Force) -> str:
    return f"poster-pack/{force.id}"


def note(catalogue: Catalogue, force: Force, imprint: str) -> str:
    """Return the note in a pack: which posters may go up now, which not yet, and why.

    `imprint` is which revision of the pack it is of.
    """
    state = readiness(force, catalogue.today)
    lines = [
        f"Posters for {force.name}",
        imprint,
        "",
        "Print at actual size. Write in a team mailbox or a role's phone, never a person's.",
    ]
    for leave, heading in HEADINGS.items():
        found = [
            (poster, said)
            for poster in catalogue.posters
            if (said := verdict(poster.requires, state)).leave == leave
        ]
        if found:
            lines += ["", heading, "-" * len(heading)]
            lines += [f"{poster.title}: {said.why}" for poster, said in found]
    if not catalogue.site.has_real_address:
        lines += ["", *EXAMPLE]
    lines += ["", f"{ORIGIN}. Names and marks of forces are theirs."]
    lines += ["", f"Newer posters: {catalogue.site.address.rstrip('/')}/forces/{force.id}/", ""]
    return "\r\n".join(lines)


def index(catalogue: Catalogue, force: Force, imprint: str) -> str:
    """Return the page in a pack that says, size by size, what each file is for."""
    parts = []
    for size, (name, use) in USES.items():
        files = [
            f'<li><a href="{in_pack(poster, size, language, kind).removeprefix(IN_PACK + "/")}">'
            f"{escape(poster.title)}</a>, {kind.upper()}{_tongue(catalogue, language)}</li>"
            for poster in catalogue.posters
            for found, language in copies(poster, force, catalogue.languages)
            if found == size
            for kind in kinds(size)
        ]
        if files:
            parts.append(f"<h2>{name}</h2>\n<p>{use}</p>\n<ul>\n{chr(10).join(files)}\n</ul>")
    title = f"Posters for {escape(force.name)}"
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"></head>\n'
        '<body style="max-width: 40em; margin: 2em auto; padding: 0 1em; font-family: sans-serif">'
        f"\n<h1>{title}</h1>\n<p>{escape(imprint)} "
        '<a href="READ-FIRST.txt">Which may go up now, and why</a>.</p>\n'
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _tongue(catalogue: Catalogue, language: str) -> str:
    return "".join(
        f", in {one.name} and English" for one in catalogue.languages if one.id == language
    )
