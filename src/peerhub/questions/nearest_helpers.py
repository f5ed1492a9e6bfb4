"""The first of the forces that could be asked, of thousands, without ranking them all.

`mutual_aid.who_could_be_asked` says what the order is and ranks everybody. For the page of each
force that would take the square of their number; here the work for one force hardly grows.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from peerhub.models import Force, Nation
from peerhub.questions.mutual_aid import Candidate, Helper, Tier, candidate, rank
from peerhub.questions.signposting import nations_of
from peerhub.questions.tile_tree import TileTree

SPECIAL = "special"

Kind = tuple[bool, Nation]
"""Whether a force is a special one, and where it works."""

Key = TypeVar("Key")


class NearestHelpers:
    """Forces that offer aid, put in order once, for asking about one force after another."""

    def __init__(self, offering: Sequence[Helper]) -> None:
        self._by_id = {one.force.id: one for one in offering}
        ordinary = [one for one in offering if one.force.type != SPECIAL]
        self._everywhere = _tree(ordinary)
        regions = _grouped(ordinary, lambda one: one.force.region)
        self._regions = {region: _tree(some) for region, some in regions.items()}
        named = sorted(offering, key=lambda one: one.force.id)
        self._by_kind = _grouped(named, lambda one: _kind(one.force))

    def first(self, affected: Force, most: int) -> tuple[tuple[Candidate, ...], int]:
        """Return the first forces that could be asked, and how many could be asked in all."""
        beside = self._beside(affected)
        taken = {affected.id, *(one.force.id for one in beside)}
        others = (one for one in self._others(affected) if one.force.id not in taken)
        found = tuple(islice(chain(beside, others), most))
        return found, len(beside) + self._number_of_others(affected, taken)

    def _beside(self, affected: Force) -> list[Candidate]:
        """Return those across a border, a bridge or a tunnel, in order."""
        tiers: dict[str, Tier] = dict.fromkeys(affected.fixed_crossings, "crossing")
        tiers |= dict.fromkeys(affected.neighbours, "border")
        found = [
            candidate(affected, self._by_id[name], tier)
            for name, tier in tiers.items()
            if name in self._by_id and name != affected.id
        ]
        return sorted(found, key=rank)

    def _others(self, affected: Force) -> Iterator[Candidate]:
        """Yield everybody else who works where the force does, or near, in order."""
        if affected.type == SPECIAL:
            for one in self._of_nations(affected, is_special=False):
                yield candidate(affected, one, "within")
        else:
            if affected.region in self._regions:
                for one in self._regions[affected.region].nearest(affected.tile):
                    yield candidate(affected, one, "region")
            for one in self._everywhere.nearest(affected.tile):
                if one.force.region != affected.region:
                    yield candidate(affected, one, "distance")
        for one in self._of_nations(affected, is_special=True):
            yield candidate(affected, one, "special")

    def _of_nations(self, affected: Force, *, is_special: bool) -> Iterator[Helper]:
        """Yield those who work in a nation in which the force works, by their ids."""
        some = (
            held
            for kind, held in self._by_kind.items()
            if kind[0] == is_special and _share_a_nation(affected, kind)
        )
        return heapq.merge(*some, key=lambda one: one.force.id)

    def _number_of_others(self, affected: Force, taken: set[str]) -> int:
        """Return how many `_others` are, without those that are taken."""

        def counts(kind: Kind) -> bool:
            by_distance = affected.type != SPECIAL and not kind[0]
            return by_distance or _share_a_nation(affected, kind)

        number = sum(len(some) for kind, some in self._by_kind.items() if counts(kind))
        held = (self._by_id[name].force for name in taken if name in self._by_id)
        return number - sum(counts(_kind(one)) for one in held)


def _tree(some: Sequence[Helper]) -> TileTree[Helper]:
    return TileTree(some, lambda one: one.force.tile, lambda one: one.force.id)


def _kind(force: Force) -> Kind:
    return force.type == SPECIAL, force.nation


def _grouped(some: Sequence[Helper], key: Callable[[Helper], Key]) -> dict[Key, list[Helper]]:
    found: dict[Key, list[Helper]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found


def _share_a_nation(affected: Force, kind: Kind) -> bool:
    return bool(set(nations_of(affected.nation)) & set(nations_of(kind[1])))
