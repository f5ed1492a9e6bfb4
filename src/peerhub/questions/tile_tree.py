"""Which of many places on the tile map are nearest, without measuring the way to all of them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from peerhub.models import Tile
from peerhub.questions.tiles import slanted

One = TypeVar("One")

FEW = 8
"""Up to this many places are measured one by one."""

Point = tuple[int, int]
"""A place along the two axes in which every step to a neighbour is one."""


@dataclass(frozen=True)
class _Box(Generic[One]):
    """Places, and the corners of the box that holds them; in two halves where they are many."""

    low: Point
    high: Point
    places: Sequence[tuple[Point, str, One]]
    halves: Sequence[_Box[One]] = ()


class TileTree(Generic[One]):
    """Things on the tile map, found nearest first (a k-d tree, searched best first)."""

    def __init__(
        self, things: Sequence[One], tile: Callable[[One], Tile], name: Callable[[One], str]
    ) -> None:
        """Take things with the tile and the name of each; names settle ties, and are unique."""
        places = [(slanted(tile(one)), name(one), one) for one in things]
        self._whole = _box(places, 0) if places else None

    def nearest(self, tile: Tile) -> Iterator[One]:
        """Yield each thing, by the steps from a tile and then by its name."""
        if self._whole is None:
            return
        here = slanted(tile)
        # Boxes come before things of the same distance: there may be another such thing in them.
        heap: list[tuple[int, int, str, int, _Box[One] | One]] = [(0, 0, "", 0, self._whole)]
        count = 0
        while heap:
            found = heapq.heappop(heap)[-1]
            if not isinstance(found, _Box):
                yield found
                continue
            for half in found.halves:
                count += 1
                heapq.heappush(heap, (least(here, half.low, half.high), 0, "", count, half))
            for place, name, one in found.places:
                count += 1
                heapq.heappush(heap, (least(here, place, place), 1, name, count, one))


def least(here: Point, low: Point, high: Point) -> int:
    """Return the fewest steps from a place to any place of a box: the true ones, of one place.

    The way between two places is the largest of the two differences and their sum (`tiles.py`).
    """
    across = low[0] - here[0], high[0] - here[0]
    down = low[1] - here[1], high[1] - here[1]
    both = across[0] + down[0], across[1] + down[1]
    return max(max(first, -last, 0) for first, last in (across, down, both))


def _box(places: list[tuple[Point, str, One]], axis: int) -> _Box[One]:
    low = min(at[0] for at, _, _ in places), min(at[1] for at, _, _ in places)
    high = max(at[0] for at, _, _ in places), max(at[1] for at, _, _ in places)
    if len(places) <= FEW:
        return _Box(low, high, places)
    places.sort(key=lambda one: (one[0][axis], one[1]))
    middle = len(places) // 2
    halves = _box(places[:middle], 1 - axis), _box(places[middle:], 1 - axis)
    return _Box(low, high, (), halves)
