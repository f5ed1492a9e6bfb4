"""Who could be asked: near before far, only those who offer, and the same order every time."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from peerhub.questions.mutual_aid import TIERS, helpers, who_could_be_asked
from peerhub.questions.tiles import tile_distance
from tests.nation import TODAY, force, record

ASKER = force(
    "asker", tile={"row": 4, "col": 4}, neighbours=("border",), fixed_crossings=("bridge",)
)


def helper(identity: str, **changes):
    return force(identity, peer_support=record(), **changes)


EVERY = (
    helper("special", type="special", nation="Great Britain", region="south"),
    helper("far", region="south", tile={"row": 9, "col": 9}),
    helper("region", tile={"row": 9, "col": 1}),
    helper("bridge", region="south", tile={"row": 8, "col": 8}),
    helper("near", region="south", tile={"row": 4, "col": 6}),
    helper("border", tile={"row": 4, "col": 5}),
)


def asked(affected=ASKER, forces=EVERY, cannot=()):
    found = who_could_be_asked(affected, helpers(forces, TODAY), cannot)
    return [one.force.id for one in found]


def test_neighbours_come_first_then_the_region_then_the_near_then_special_forces():
    assert asked() == ["border", "bridge", "region", "near", "far", "special"]


def test_each_is_told_why_it_stands_where_it_does():
    found = who_could_be_asked(ASKER, helpers(EVERY, TODAY))
    assert [" ".join(one.why) for one in found] == [
        "Shares a land border.",
        "Joined by a bridge or a tunnel.",
        "In the same region.",
        "By distance on the map: 2 steps.",
        "By distance on the map: 8 steps.",
        "A special force. Where it works: Great Britain.",
    ]


def test_only_peer_support_forces_that_offer_aid_are_asked():
    forces = (
        force("none"),
        force("half", peer_support=record(training_delivered_on=None)),
        force("silent", peer_support=record(offers_mutual_aid=False)),
        helper("partner", type="agency"),
        helper("good"),
    )
    assert asked(forces=forces) == ["good"]


def test_a_special_force_is_asked_only_where_it_works():
    there = force("there", nation="Northern Ireland", region="south")
    assert "special" not in asked(affected=there)


def test_an_affected_special_force_can_ask_the_forces_where_it_works():
    rail = force("rail", type="special", nation="Great Britain", region="south")
    over = helper("over", nation="Northern Ireland")
    assert asked(affected=rail, forces=(*EVERY, over)) == [
        "border", "bridge", "far", "near", "region", "special",
    ]  # fmt: skip


def test_another_nation_and_an_old_record_are_pointed_out():
    import datetime as dt

    old = record(confirmed_on=dt.date(2026, 6, 1), training_delivered_on=dt.date(2026, 5, 1))
    far = force("far", nation="Scotland", region="south", peer_support=old)
    (one,) = who_could_be_asked(ASKER, helpers([far], TODAY))
    assert one.why[1:] == (
        "In another nation: law, duties and services differ.",
        "Its record is more than 12 months old: check first.",
    )


places = st.tuples(st.integers(0, 12), st.integers(0, 12))


@st.composite
def nations(draw):
    spots = draw(st.lists(places, min_size=2, max_size=12, unique=True))
    names = [f"f{number}" for number in range(len(spots))]
    made = []
    for name, (row, col) in zip(names, spots, strict=True):
        special = draw(st.booleans())
        made.append(
            force(
                name,
                tile={"row": row, "col": col},
                type="special" if special else "territorial",
                nation=draw(st.sampled_from(["England", "Scotland", "Great Britain"])),
                region=draw(st.sampled_from(["north", "south"])),
                neighbours=tuple(draw(st.sets(st.sampled_from(names), max_size=3))),
                peer_support=draw(st.sampled_from([None, record()])),
            )
        )
    return made


@given(nations())
def test_a_force_never_aids_itself(forces):
    for affected in forces:
        assert affected.id not in asked(affected, forces)


@given(nations(), st.data())
def test_leaving_a_force_out_removes_only_it(forces, data):
    affected = forces[0]
    before = asked(affected, forces)
    out = data.draw(st.sampled_from([one.id for one in forces]))
    assert asked(affected, forces, {out}) == [one for one in before if one != out]


@given(nations(), st.randoms(use_true_random=False))
def test_the_order_is_total_and_does_not_depend_on_the_order_of_the_data(forces, chance):
    affected = forces[0]
    before = asked(affected, forces)
    shuffled = list(forces)
    random.Random(chance.random()).shuffle(shuffled)
    assert asked(affected, shuffled) == before
    found = who_could_be_asked(affected, helpers(forces, TODAY))
    ranks = [(TIERS.index(one.tier), one.steps, one.force.id) for one in found]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@given(places, places, places)
def test_steps_on_the_map_are_a_distance(one, other, third):
    a, b, c = (force(tile={"row": row, "col": col}).tile for row, col in (one, other, third))
    assert tile_distance(a, b) == tile_distance(b, a)
    assert (tile_distance(a, b) == 0) == (a == b)
    assert tile_distance(a, c) <= tile_distance(a, b) + tile_distance(b, c)


def test_the_six_tiles_around_one_are_a_step_away():
    middle = force(tile={"row": 3, "col": 3}).tile
    around = [(3, 2), (3, 4), (2, 3), (2, 4), (4, 3), (4, 4)]
    for row in range(7):
        for col in range(7):
            steps = tile_distance(middle, force(tile={"row": row, "col": col}).tile)
            assert (steps == 1) == ((row, col) in around)
