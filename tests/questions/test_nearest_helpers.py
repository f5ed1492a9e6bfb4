"""The first that could be asked are those of the whole ranking, and finding them is little work."""

from __future__ import annotations

import random

import pytest

from peerhub.questions import tile_tree
from peerhub.questions.mutual_aid import helpers, who_could_be_asked
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.questions.tile_tree import TileTree
from peerhub.questions.tiles import tile_distance
from tests.nation import REGIONS, TODAY, force, record

NATIONS = ("England", "Wales", "Scotland", "Great Britain", "Crown Dependency")


def invented(chance: random.Random, count: int):
    """Forces of every kind, place and tie, some of which offer aid."""
    names = [f"f{number}" for number in range(count)]
    return [
        force(
            name,
            type="special" if chance.random() < 0.2 else "territorial",
            nation=chance.choice(NATIONS),
            region=chance.choice(list(REGIONS)),
            tile={"row": chance.randrange(12), "col": chance.randrange(12)},
            neighbours=tuple(chance.sample(names, min(count, chance.randrange(3)))),
            fixed_crossings=tuple(chance.sample(names, chance.randrange(2))),
            peer_support=record() if chance.random() < 0.7 else None,
        )
        for name in names
    ]


@pytest.mark.parametrize("count", [1, 2, 30, 120])
def test_the_first_are_the_first_of_the_whole_ranking(count):
    forces = invented(random.Random(count), count)
    offering = helpers(forces, TODAY)
    nearest = NearestHelpers(offering)
    for affected in forces:
        every = who_could_be_asked(affected, offering)
        for most in (1, 25, count):
            assert nearest.first(affected, most) == (every[:most], len(every)), affected.id


def test_things_come_by_their_steps_and_then_by_their_names():
    forces = invented(random.Random(7), 90)
    tree = TileTree(forces, lambda one: one.tile, lambda one: one.id)
    for here in forces[:9]:
        ordered = sorted(forces, key=lambda one: (tile_distance(here.tile, one.tile), one.id))
        assert list(tree.nearest(here.tile)) == ordered
    assert list(TileTree([], lambda one: one.tile, lambda one: one.id).nearest(here.tile)) == []


@pytest.mark.parametrize("apart", [False, True], ids=["side by side", "helpers far away"])
def test_the_work_for_one_force_hardly_grows_with_their_number(monkeypatch, apart):
    measured = 0
    least = tile_tree.least

    def counted(*given):
        nonlocal measured
        measured += 1
        return least(*given)

    monkeypatch.setattr(tile_tree, "least", counted)

    def work(side: int) -> float:
        """Ways measured for a force, of a square of forces, of which all or a half offer aid."""
        nonlocal measured
        forces = [
            force(
                f"f{row}-{col}",
                tile={"row": row, "col": col},
                peer_support=record() if not apart or row < side // 2 else None,
            )
            for row in range(side)
            for col in range(side)
        ]
        nearest = NearestHelpers(helpers(forces, TODAY))
        measured = 0
        asked = [one for one in forces if not apart or one.tile.row >= side // 2][:: side // 8]
        for one in asked:
            nearest.first(one, 25)
        return measured / len(asked)

    assert work(48) < 2 * work(12)  # sixteen times as many
