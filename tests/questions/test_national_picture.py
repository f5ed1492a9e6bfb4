"""The national picture: who counts, what is added up, and what changed between editions."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from peerhub.catalogue import load
from peerhub.models import Tile
from peerhub.models.force import UK_FORCE_KINDS
from peerhub.questions.disclosure import public_count, public_number, public_total
from peerhub.questions.national_picture import (
    changes,
    moment,
    national_picture,
    over_time,
    this_moment,
)
from peerhub.questions.tiles import tile_distance
from tests.nation import TODAY, force, picture, record
from tests.projects import ROOT


def edition(name: str, dated: str, **stages):
    forces = [{"id": force, "stage": stage} for force, stage in stages.items()]
    return moment({"edition": name, "dated": dated, "forces": forces})


def test_the_real_data_counts_48_uk_forces_and_records_nothing():
    found = load(ROOT)
    real = national_picture(found.forces, found.today)
    kinds = [one.force.type for one in real.forces]
    assert (kinds.count("territorial"), kinds.count("special")) == (45, 3)
    assert len(real.standings) - len(real.forces) == 4
    assert real.by_stage == {
        "not recorded": 48,
        "working towards": 0,
        "Peer Support Force": 0,
    }
    assert {one.state.record for one in real.standings} == {"none"}
    assert (real.stale, real.offering_aid, real.supporters) == (0, 0, 0)


def test_partners_have_no_stage_and_are_not_counted():
    seen = picture()
    assert sum(seen.by_stage.values()) == len(seen.forces) == 3
    assert [one.stage for one in seen.standings if not one.force.is_uk_force] == [None]


@pytest.mark.parametrize("data", ["data", "examples/data"])
def test_partners_stand_apart_on_the_map(data):
    held = yaml.safe_load((ROOT / data / "forces.yml").read_text(encoding="utf-8"))["forces"]
    places = [(one["type"], Tile(**one["tile"])) for one in held]
    assert len({tile for _, tile in places}) == len(places)
    for kind, tile in places:
        if kind in ("agency", "crown-dependency"):
            assert all(
                tile_distance(tile, other) > 1 for one, other in places if one in UK_FORCE_KINDS
            )


@pytest.mark.parametrize(
    ("count", "shown"),
    [(None, None), (0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")],
)
def test_a_count_under_five_is_never_given(count, shown):
    assert public_count(count) == shown
    assert public_number(count) == (count if shown and "fewer" not in shown else None)


def test_a_total_cannot_give_a_small_count_away():
    assert public_total([24, 3, None, 10]) == 34
    forces = [
        force("a", peer_support=record(trained_supporters=24)),
        force("b", peer_support=record(trained_supporters=4)),
    ]
    assert national_picture(forces, TODAY).supporters == 24


def test_changes_are_told_newest_first_and_only_for_forces_in_both_editions():
    moments = over_time(
        [
            edition("2027.1", "2027-01-01", a="Peer Support Force", b="not recorded"),
            edition("2026.1", "2026-01-01", a="working towards", c="working towards"),
            edition("2027.2", "2027-06-01", a="working towards", b="working towards"),
        ]
    )
    assert [one.edition for one in moments] == ["2026.1", "2027.1", "2027.2"]
    assert [(one.edition, one.force, one.before, one.after) for one in changes(moments)] == [
        ("2027.2", "b", "not recorded", "working towards"),
        ("2027.2", "a", "Peer Support Force", "working towards"),
        ("2027.1", "a", "working towards", "Peer Support Force"),
    ]


def test_a_stage_that_fell_says_why_and_one_that_rose_does_not():
    dropped = {"id": "a", "stage": "not recorded", "record": "dropped"}
    lapsed = {"id": "b", "stage": "working towards", "criteria": [{"state": "lapsed"}]}
    risen = {"id": "c", "stage": "working towards", "criteria": [{"state": "lapsed"}]}
    after = {"edition": "2027.1", "dated": "2027-01-01", "forces": [dropped, lapsed, risen]}
    before = edition(
        "2026.1", "2026-01-01", a="Peer Support Force", b="Peer Support Force", c="not recorded"
    )
    told = {one.force: one.why for one in changes((before, moment(after)))}
    assert told == {"a": "record too old", "b": "lapsed", "c": None}


def test_the_edition_in_the_making_gives_the_same_reasons():
    old, short = dt.date(2025, 1, 1), dt.date(2024, 1, 1)
    forces = [
        force("a", peer_support=record(confirmed_on=old, training_delivered_on=None,
              selection_criteria_adopted_on=old)),
        force("b", peer_support=record(training_delivered_on=short)),
        force("c", peer_support=record()),
        force("d", type="agency"),
    ]  # fmt: skip
    now = this_moment(national_picture(forces, TODAY))
    assert now.reasons == {"a": "record too old", "b": "lapsed"}
    assert now.stages == {
        "a": "not recorded", "b": "working towards", "c": "Peer Support Force",
    }  # fmt: skip


def test_one_edition_has_no_change():
    assert changes(over_time([edition("2026.1", "2026-01-01", a="not recorded")])) == ()


@pytest.mark.parametrize(
    "published",
    [
        {},
        {"edition": "2026.1", "dated": "soon", "forces": []},
        {"edition": "2026.1", "dated": "2026-01-01", "forces": {}},
        {"edition": "2026.1", "dated": "2026-01-01", "forces": [{"id": "a", "stage": "gold"}]},
    ],
)
def test_what_is_no_list_of_forces_is_refused(published):
    with pytest.raises(ValueError, match=r"list of forces|stage that the hub does not know"):
        moment(published)
