"""The national picture: the tile map, the table with the same facts, counts and changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.bars import bar
from peerhub.components.render import render
from peerhub.models import Region
from peerhub.questions.disclosure import public_count
from peerhub.questions.national_picture import THIS_EDITION, Change, Moment, Picture, Standing
from peerhub.questions.readiness import STAGES, Stage
from peerhub.questions.tiles import corner
from peerhub.words import counted, day

STAGE_CLASSES: Mapping[Stage | None, str] = {
    "not recorded": "none",
    "working towards": "towards",
    "Peer Support Force": "full",
    None: "partner",
}
"""The mark of each stage; None is a partner, which has no stage."""

STAGE_NAMES: Mapping[Stage | None, str] = {
    "not recorded": "Not recorded",
    "working towards": "Working towards",
    "Peer Support Force": "Peer Support Force",
    None: "Partner",
}
STALE = "to be confirmed again"

ORDERS = (
    ("0 up", "Force, A to Z"),
    ("1 up", "Region, A to Z"),
    ("2 down", "Stage, highest first"),
    ("3 down", "Confirmed, latest first"),
    ("4 down", "Supporters, most first"),
    ("5 down", "Aid, offers first"),
)
"""How a narrow table can be sorted: the number of a column and the way, and its words."""

_DISC = "M20 24a7 7 0 1 0 0 14a7 7 0 1 0 0-14z"
SIGNS: Mapping[str, str] = {
    "none": f"{_DISC}M20 26a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
    "towards": f"{_DISC}M20 26a5 5 0 0 1 0 10z",
    "full": f"{_DISC}M16 31.2l1.6-1.6 1.7 1.7 3.2-3.2 1.6 1.6-4.8 4.8z",
    "partner": "M20 24l7 7-7 7-7-7zM20 27.2l-3.8 3.8 3.8 3.8 3.8-3.8z",
}
"""The sign of each mark, below the letters of a tile: a ring, half a disc, a tick, a diamond."""

WIDE, HIGH = 40, 44
"""A tile and its gap, in units of the drawing."""


@dataclass(frozen=True)
class _Tile:
    id: str
    code: str
    label: str
    mark: str
    is_stale: bool
    x: float
    y: float


@dataclass(frozen=True)
class _ForceRow:
    id: str
    code: str
    name: str
    also: str | None
    region: str
    mark: str
    stage: str
    rank: int
    is_stale: bool
    confirmed: str
    confirmed_on: str
    supporters: str
    number: int
    aid: str


def stage_words(one: Standing) -> str:
    """Return a force's stage in words, with a note when its record has grown old."""
    said = STAGE_NAMES[one.stage]
    return f"{said}, {STALE}" if one.stage and one.state.is_stale else said


def force_map(picture: Picture) -> Markup:
    """Return the map: a tile for each force and partner, each a link that says its stage."""
    tiles = sorted((_tile(one) for one in picture.standings), key=lambda tile: (tile.y, tile.x))
    left = min((tile.x for tile in tiles), default=0)
    legend = [
        (STAGE_CLASSES[stage], STAGE_NAMES[stage], counted(number, "force"))
        for stage, number in reversed(picture.by_stage.items())
    ]
    partners = len(picture.standings) - len(picture.forces)
    if partners:
        legend.append(("partner", "Partner", f"{partners}, not counted as UK forces"))
    return render(
        "force_map",
        tiles=tiles,
        left=left,
        width=_whole(max((tile.x for tile in tiles), default=0) + WIDE - left),
        height=_whole(max((tile.y for tile in tiles), default=0) + HIGH),
        legend=legend,
        stale=picture.stale,
        signs=SIGNS,
    )


def force_picture(picture: Picture, regions: Mapping[str, Region]) -> Markup:
    """Return the map and the table, which stand side by side where there is room."""
    return Markup('<div class="force-picture">\n{}\n{}\n</div>').format(
        force_map(picture), force_table(picture, regions)
    )


def force_table(picture: Picture, regions: Mapping[str, Region]) -> Markup:
    """Return the table: the same facts as the map, and what each force has confirmed."""
    rows = [_row(one, regions) for one in picture.standings]
    forces = [row for row in rows if row.mark != STAGE_CLASSES[None]]
    partners = [row for row in rows if row.mark == STAGE_CLASSES[None]]
    groups = [("", forces), *([("Partners, not counted as UK forces", partners)] * bool(partners))]
    return render(
        "force_table",
        groups=groups,
        orders=ORDERS,
        regions=list(dict.fromkeys(row.region for row in rows)),
        stages=[*(STAGE_NAMES[stage] for stage in reversed(STAGES)), STAGE_NAMES[None]],
        today=day(picture.today),
    )


def stage_counts(picture: Picture) -> Markup:
    """Return the counts of UK forces by stage, highest stage first, and what they offer."""
    total = len(picture.forces)
    figures = [
        (STAGE_CLASSES[stage], f"{number:,}", STAGE_NAMES[stage], bar(number / max(1, total)))
        for stage, number in reversed(picture.by_stage.items())
    ]
    return render(
        "stage_counts",
        figures=figures,
        total=counted(total, "UK force"),
        lines=_what_they_offer(picture),
        today=day(picture.today),
    )


def _what_they_offer(picture: Picture) -> list[str]:
    """Return what the forces' records add up to; where there is none, no counts of nothing."""
    if all(one.state.record == "none" for one in picture.forces):
        return ["No force has confirmed anything to the hub yet."]
    return [
        f"{counted(picture.offering_aid, 'force offers', 'forces offer')} mutual aid.",
        f"{counted(picture.stale, 'record has', 'records have')} to be confirmed again.",
        f"{picture.supporters:,} trained supporters, over the forces whose count is shown.",
    ]


def stage_changes(
    moments: Sequence[Moment], changes: Sequence[Change], names: Mapping[str, str]
) -> Markup:
    """Return the counts of each edition, oldest first, and each change of stage, newest first."""
    return render(
        "stage_changes",
        stages=[STAGE_NAMES[stage] for stage in reversed(STAGES)],
        moments=[
            (one.edition, day(one.dated), [one.count(stage) for stage in reversed(STAGES)])
            for one in moments
        ],
        changes=[
            (
                one.edition if one.edition == THIS_EDITION else f"Edition {one.edition}",
                names.get(one.force),
                one.force,
                STAGE_NAMES[one.before].lower() if one.before != STAGES[-1] else one.before,
                STAGE_NAMES[one.after].lower() if one.after != STAGES[-1] else one.after,
                one.why,
            )
            for one in changes
            if one.force in names
        ],
    )


def _tile(one: Standing) -> _Tile:
    x, y = corner(one.force.tile, WIDE, HIGH)
    force = one.force
    return _Tile(
        id=force.id,
        code=force.map_code,
        label=f"{force.map_code}, {force.name}: {stage_words(one).lower()}"
        if one.stage != STAGES[-1]
        else f"{force.map_code}, {force.name}: {stage_words(one)}",
        mark=STAGE_CLASSES[one.stage],
        is_stale=one.stage is not None and one.state.is_stale,
        x=_whole(x),
        y=_whole(y),
    )


def _row(one: Standing, regions: Mapping[str, Region]) -> _ForceRow:
    force, known = one.force, one.state.known if one.stage else None
    supporters = known.trained_supporters if known else None
    return _ForceRow(
        id=force.id,
        code=force.map_code,
        name=force.name,
        also=force.welsh_name,
        region=regions[force.region].name,
        mark=STAGE_CLASSES[one.stage],
        stage=STAGE_NAMES[one.stage],
        rank=STAGES.index(one.stage) if one.stage else -1,
        is_stale=one.stage is not None and one.state.is_stale,
        confirmed=day(known.confirmed_on) if known else "–",
        confirmed_on=known.confirmed_on.isoformat() if known else "",
        supporters=public_count(supporters) or "–",
        number=-1 if supporters is None else max(supporters, 4),
        aid="Yes" if one.state.offers_aid and one.stage else "–",
    )


def _whole(value: float) -> float:
    """Return a number without ".0", so that a drawing has no needless letters."""
    return int(value) if value == int(value) else value
