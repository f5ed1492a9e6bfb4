"""Pictures of changed posters, as they were and as they are to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.difference.compare import POSTER
from peerhub.words import counted

AT_MOST = 6
"""How many posters are drawn: enough to see what a change does, and soon made."""
SIZE = "a4"
INDEX = "index.html"
_PAGE = """\
<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Posters before and after</title></head>
<body>
<h1>Posters before and after</h1>
{}</body>
</html>
"""


@dataclass(frozen=True)
class Pictured:
    """A poster, as "design/force", and the names of its pictures; none where there was none."""

    poster: str
    before: str | None
    after: str


@dataclass(frozen=True)
class State:
    """A state of the hub: what it says, and the folder of the project that says it."""

    catalogue: Catalogue
    root: Path


def chosen(posters: Sequence[str], at_most: int = AT_MOST) -> list[str]:
    """Return which of the changed posters are drawn: of as many designs as can be, in order."""
    by_design: dict[str, list[str]] = {}
    for one in posters:
        if "/" not in one:  # a design for no force in particular
            continue
        by_design.setdefault(one.partition("/")[0], []).append(one)
    turns = max(map(len, by_design.values()), default=0)
    spread = [
        held[turn] for turn in range(turns) for held in by_design.values() if turn < len(held)
    ]
    return spread[:at_most]


def draw_pictures(
    before: State, after: State, posters: Sequence[str], folder: Path
) -> list[Pictured]:
    """Draw some changed posters from both states into a folder, with a page that shows them.

    Raises PressError where a poster cannot be made. Where no poster has changed, the folder is not
    made.
    """
    some = chosen(posters)
    if not some:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    old, new = dict(_drawn(before, some)), dict(_drawn(after, some))
    found = []
    for poster in some:
        if poster not in new:
            continue
        names = {}
        for when, drawn in (("before", old), ("after", new)):
            if poster in drawn:
                names[when] = f"{poster.replace('/', '-')}-{when}.webp"
                (folder / names[when]).write_bytes(drawn[poster])
        found.append(Pictured(poster, names.get("before"), names["after"]))
    (folder / INDEX).write_text(_PAGE.format("".join(map(_shown, found))), encoding="utf-8")
    return found


def told(found: Sequence[Pictured]) -> str:
    """Return what is said of pictures beside a difference; nothing where there are none."""
    if not found:
        return ""
    names = ", ".join(one.poster for one in found)
    return f"Pictures of {counted(len(found), 'poster')}, before and after: {names}."


def _drawn(state: State, posters: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the picture of each poster that a state has."""
    from peerhub.orders.pictures import picture  # what draws is loaded only to draw
    from peerhub.orders.posters import named_orders
    from peerhub.press.engine.our_type import HOME
    from peerhub.press.engine.recipe import files_digest
    from peerhub.press.posters.task import Task
    from peerhub.press.posters.template_files import Materials

    own = state.root / "materials"
    materials = Materials((own if own.is_dir() else HOME).resolve())
    drawn_from = files_digest(materials.every_file())
    for name, job in named_orders(state.catalogue):
        poster = name.removeprefix(POSTER)
        if poster in posters and SIZE in job.sizes:
            yield poster, picture(Task(job, ((SIZE, name),), materials, drawn_from).make()[name])


def _shown(one: Pictured) -> str:
    """Return a poster's pictures side by side, as HTML."""
    name = escape(one.poster)
    sides = ((one.before, "as it was"), (one.after, "as it is to be"))
    pictures = [f'<img src="{escape(file)}" alt="{name} {when}">' for file, when in sides if file]
    return f"<h2>{name}</h2>\n<p>{' '.join(pictures)}</p>\n"
