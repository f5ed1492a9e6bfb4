"""Puts many forces' sheets together into a national picture from which nobody can be worked out.

**How small counts are kept in.** A force writes each count from 1 to 4 as "fewer than 5". To add
the rest up would not be enough: a total that holds a hidden count gives it away by subtraction,
and so does a total that leaves it out, when another figure holds it. So:

- of an indicator, a force counts only when *all* of its groups are whole figures, each 0 or at
  least 5;
- a group of the nation is the sum over just these forces, and the total is the sum of those
  groups;
- an indicator with whole figures from fewer than three forces is withheld, since two of them could
  work out each other's.

So a hidden count enters no published figure, and each figure is a sum of counts that are each 0 or
at least 5. Take one figure from another that holds it (a group from its total, or a picture from
one with more forces): what is left is such a sum again, so 0 or at least 5, and never 1 to 4. Two
indicators may count the same things in two ways; their totals differ by whole forces' totals, and
each of those is 0 or at least 5 too. How many forces gave no whole figures is told beside each
indicator: it counts forces and not people, so it may be small; but no force is named there.

**What no rule on one picture can keep in.** A sheet put right between two pictures shows by how
much, and a year beside its first half shows the second half, however small. So a picture is
published once for each period, and periods never overlap: picture and page say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerhub.evaluation.count_judging import GroupCount
from peerhub.evaluation.figures import share
from peerhub.evaluation.judging import Judgement
from peerhub.evaluation.layout import FEWEST_FORCES, FIGURES, FORCE_CELL, FROM_CELL, SheetLayout
from peerhub.evaluation.sheet_fault import SheetFault
from peerhub.models import Indicator

TWINS = 5
"""The most other files of a force that are named."""


@dataclass(frozen=True)
class IndicatorFigures:
    """What the nation counts for one indicator; no groups, total and share where it is withheld."""

    indicator: Indicator
    whole: int
    """How many forces gave whole figures, and are in the sums."""
    hidden: int
    """How many gave figures with a hidden count, and are in no sum."""
    none: int
    """How many did not collect it."""
    groups: Sequence[int] | None = None
    """The sum of each group, in the indicator's order."""

    @property
    def total(self) -> int | None:
        """The sum of all groups."""
        return None if self.groups is None else sum(self.groups)

    @property
    def percent(self) -> int | None:
        """The share in whole per cent; None where there is none, or nothing was counted."""
        if not self.groups or not self.total or not self.indicator.share:
            return None
        ids = [group.id for group in self.indicator.groups]
        part = sum(self.groups[ids.index(one)] for one in self.indicator.share)
        return share(part, self.total)


@dataclass(frozen=True)
class NationalFigures:
    """A national picture in plain values: its period as YYYY-MM-DD, and who is in it."""

    kit: int
    start: str
    end: str
    forces: Sequence[str]
    """The names of the forces that took part, sorted."""
    indicators: Sequence[IndicatorFigures]


@dataclass(frozen=True)
class Merged:
    """What became of a set of files."""

    faults: Sequence[tuple[str, SheetFault]]
    """Each with the name of its file; by file, and in the order in which they were found."""
    notices: Sequence[tuple[str, SheetFault]]
    found: int
    """How many files there were."""
    used: int
    """How many of them are in the picture, or would be."""
    picture: NationalFigures | None
    """None where fewer than three files can be used."""

    @property
    def refused(self) -> Sequence[str]:
        """The names of the files that are left out."""
        return tuple(dict.fromkeys(file for file, _ in self.faults))


def merged(layout: SheetLayout, judgements: Mapping[str, Judgement]) -> Merged:
    """Return what comes of files by their names: all that is wrong, and the picture of the rest."""
    files = dict(sorted(judgements.items()))
    sound = {name: one for name, one in files.items() if not one.faults}
    good, between = _compared(sound)
    told = [
        (name, fault)
        for name, one in files.items()
        for fault in (*one.faults, *between.get(name, ()))
    ]
    notices = [(name, notice) for name, one in files.items() for notice in one.notices]
    is_enough = len(good) >= FEWEST_FORCES
    picture = national_figures(layout, list(good.values())) if is_enough else None
    return Merged(told, notices, len(files), len(good), picture)


def _compared(
    sound: Mapping[str, Judgement],
) -> tuple[dict[str, Judgement], dict[str, list[SheetFault]]]:
    """Return the files that go together, and what is wrong with the others: period, then twice."""
    common = _common_period(list(sound.values()))
    said = {"from": common[0], "to": common[1]}
    same = {name: one for name, one in sound.items() if _period(one) == common}
    faults = {
        name: [SheetFault("period", f"{FIGURES}!{FROM_CELL}", said)]
        for name in sound
        if name not in same
    }
    files: dict[str, list[str]] = {}
    for name, one in same.items():
        files.setdefault(one.head.force, []).append(name)
    for twins in files.values():
        for name in twins if len(twins) > 1 else ():
            said = {"others": _others(name, twins)}
            faults[name] = [SheetFault("twice", f"{FIGURES}!{FORCE_CELL}", said)]
    return {name: one for name, one in same.items() if name not in faults}, faults


def _others(name: str, twins: Sequence[str]) -> str:
    """Return the first of the other files of a force, and how many more there are."""
    shown = [one for one in twins[: TWINS + 1] if one != name][:TWINS]
    more = len(twins) - 1 - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _period(one: Judgement) -> tuple[str, str]:
    return one.head.start, one.head.end


def _common_period(sheets: Sequence[Judgement]) -> tuple[str, str]:
    """Return the period that most of the sheets have; of equals the later one."""
    held = Counter(_period(one) for one in sheets)
    return max(held, key=lambda one: (held[one], one), default=("", ""))


def national_figures(layout: SheetLayout, sheets: Sequence[Judgement]) -> NationalFigures:
    """Return the picture of sheets that agree on their period, a force each."""
    return NationalFigures(
        layout.kit,
        *_period(sheets[0]),
        sorted(layout.forces[one.head.force] for one in sheets),
        [
            _figures(block.indicator, [one.counts[block.indicator.id] for one in sheets])
            for block in layout.blocks
        ],
    )


def _figures(indicator: Indicator, answers: Sequence[Sequence[GroupCount]]) -> IndicatorFigures:
    complete = [
        [count for count in counts if isinstance(count, int)]
        for counts in answers
        if all(isinstance(count, int) for count in counts)
    ]
    whole = len(complete)
    none = sum(all(count is None for count in counts) for counts in answers)
    groups = [sum(counts) for counts in zip(*complete, strict=True)]
    is_shown = whole >= FEWEST_FORCES
    hidden = len(answers) - whole - none
    return IndicatorFigures(indicator, whole, hidden, none, groups if is_shown else None)
