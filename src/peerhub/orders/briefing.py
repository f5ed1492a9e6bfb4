"""The national briefing: the picture of all forces on one sheet of A4, for the national lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.press.engine.our_type import HOME, type_files
from peerhub.questions.national_picture import BRIEFING, Picture, national_picture
from peerhub.questions.readiness import (
    DROPPED_AFTER,
    LAPSES_AFTER,
    STAGES,
    STALE_AFTER,
    readiness,
)
from peerhub.questions.revised import Sums, said, stamp_of, sum_of
from peerhub.questions.tiles import corner
from peerhub.words import counted, day

NAME = "briefing"
"""What the ledger of materials calls it."""

STORE = ".cache/briefing"
TITLE = "Peer support across UK police forces: national briefing"
MARKS = {"not recorded": "none", "working towards": "towards", "Peer Support Force": "full"}
MAP_KEY = (
    "Each tile is a force, near where it stands but not to scale. Tick: Peer Support Force. "
    "Half disc: working towards. Ring: not recorded."
)
STALE_KEY = " Dotted edge and !: to be confirmed again."
WIDE, HIGH = 8.6, 9.4
"""A tile and its gap on the sheet, in millimetres."""


MOST_TILES = 110
"""Forces for which one sheet has a map: there is room for some eleven rows of ten tiles."""

MOST_NAMED = 60
"""Forces that are named below each heading. Where there are more, their number is told."""


@dataclass(frozen=True)
class BriefingTile:
    """A force on the sheet: its letters, its mark, and its place in millimetres."""

    code: str
    mark: str
    is_stale: bool
    left: float
    top: float


@dataclass(frozen=True)
class BriefingFacts:
    """Everything the sheet says, in the words it says it in."""

    title: str
    page: str
    figures: tuple[tuple[str, str, str], ...]
    """For each stage, highest first: its mark, its number, its name."""
    total: str
    lines: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """Forces by name under each heading; only headings that have some."""
    rules: str
    map_words: str
    map_key: str
    tiles: tuple[BriefingTile, ...]
    imprint: str = ""
    """Whose it is, its revision and its licence; `dated` is the revision's day."""
    dated: str = ""


def briefing_facts(catalogue: Catalogue) -> BriefingFacts:
    """Return what the briefing says of a catalogue."""
    picture = national_picture(catalogue.forces, catalogue.today)
    has_map = len(picture.forces) <= MOST_TILES
    return BriefingFacts(
        title=TITLE,
        page=f"{catalogue.site.address.rstrip('/')}/forces/",
        figures=tuple(
            (MARKS[stage], f"{picture.by_stage[stage]:,}", _capital(stage))
            for stage in reversed(STAGES)
        ),
        total=counted(len(picture.forces), "UK police force"),
        lines=_lines(picture),
        lists=_lists(picture),
        rules=(
            "Stages follow from what forces confirm in writing. Not recorded says nothing about "
            "what a force does. The hub's own rules: selection and training count for "
            f"{LAPSES_AFTER} months; a record is marked after {STALE_AFTER} months and no longer "
            f"shown after {DROPPED_AFTER}; counts below 5 are not given."
        ),
        map_words=_map_words(picture) if has_map else "",
        map_key=MAP_KEY + (STALE_KEY if picture.stale else "") if has_map else "",
        tiles=tuple(
            BriefingTile(
                one.force.map_code,
                MARKS[one.stage or STAGES[0]],
                one.state.is_stale,
                *(round(place, 2) for place in corner(one.force.tile, WIDE, HIGH)),
            )
            for one in (picture.forces if has_map else ())
        ),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lines(picture: Picture) -> tuple[str, ...]:
    partners = len(picture.standings) - len(picture.forces)
    special = sum(one.force.type == "special" for one in picture.forces)
    counted_in = (
        f"{counted(len(picture.forces) - special, 'territorial force')} and "
        f"{counted(special, 'special police force')}; {counted(partners, 'partner')} not counted."
    )
    aid = f"{counted(picture.offering_aid, 'force offers', 'forces offer')} mutual aid."
    if all(one.state.record == "none" for one in picture.forces):
        return ("No force has confirmed anything to the hub yet.", counted_in, aid)
    return (
        counted_in,
        aid,
        f"{counted(picture.stale, 'record has', 'records have')} to be confirmed again.",
        f"{picture.supporters:,} trained supporters, over the forces whose count is shown.",
    )


def _lists(picture: Picture) -> tuple[tuple[str, tuple[str, ...]], ...]:
    def names(holds: str) -> tuple[str, ...]:
        found = [
            one.force.short_name + (" *" if one.state.is_stale else "")
            for one in picture.forces
            if one.stage == holds
        ]
        more = len(found) - MOST_NAMED
        return (*found[:MOST_NAMED], *([f"and {counted(more, 'more force')}"] if more > 0 else []))

    headed = [(_capital(stage), names(stage)) for stage in reversed(STAGES[1:])]
    missing = (
        [
            (
                criterion.words,
                sum(one.state.criteria[at].state == "lapsed" for one in picture.forces),
            )
            for at, criterion in enumerate(
                readiness(picture.forces[0].force, picture.today).criteria
            )
        ]
        if picture.forces
        else []
    )
    lapsed = tuple(f"{words}: {counted(number, 'force')}" for words, number in missing if number)
    return tuple((title, held) for title, held in (*headed, ("Lapsed", lapsed)) if held)


def _map_words(picture: Picture) -> str:
    counts = "; ".join(f"{_capital(stage)}: {number}" for stage, number in picture.by_stage.items())
    stale = f" To be confirmed again: {picture.stale}." if picture.stale else ""
    return f"Map of UK police forces, one tile each, by stage. {counts}.{stale}"


def print_briefing(root: Path, catalogue: Catalogue, out: Path) -> None:
    """Put the briefing in its place below `out`, drawing it only when something in it changed.

    Raises PressError, with what was there before left as it was.
    """
    from peerhub.press.engine.ready import each, make_ready  # what draws is loaded only to draw

    said = stamped_briefing(catalogue)
    keys = {BRIEFING: _key(*said)}
    make_ready(keys, each(keys, draw_briefing, lambda _: said), out, root / STORE, "briefings")


def briefing_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of the briefing's words, by its name in the ledger of materials."""
    return {NAME: sum_of(briefing_facts(catalogue))}


def stamped_briefing(catalogue: Catalogue) -> tuple[BriefingFacts, Stamp]:
    """Return what the briefing says with its revision in print, and that revision."""
    facts = briefing_facts(catalogue)
    stamp = stamp_of(catalogue, NAME, sum_of(facts))
    imprint = f"{catalogue.site.name}, {said(stamp)}. {LICENCE}."
    return replace(facts, imprint=imprint, dated=day(stamp.date)), stamp


def _files(home: Path) -> tuple[Path, ...]:
    own = (home / "briefing" / "briefing.html", home / "briefing" / "briefing.css")
    return (*own, *type_files(home))


def _key(facts: BriefingFacts, stamp: Stamp) -> str:
    from peerhub.press.engine.recipe import recipe  # what draws is loaded only to draw

    return recipe(__name__, (facts, stamp), _files(HOME))


def draw_briefing(facts: BriefingFacts, stamp: Stamp, home: Path = HOME) -> bytes:
    """Return the briefing as PDF/A-2a and PDF/UA-1. Raises PressError when it does not fit."""
    from peerhub.press.engine.typesetting import Setter  # as above

    template, style = _files(home)[:2]
    setter = Setter(home, has_drawings=True)
    source = setter.fill(template.relative_to(home).as_posix(), {"facts": facts})
    subject, what = "Where each force stands", "national briefing"
    return setter.pdf(source, [style], stamp, facts.title, subject, what, sheets=1)
