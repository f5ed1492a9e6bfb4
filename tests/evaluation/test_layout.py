"""Where each figure of a sheet stands."""

from __future__ import annotations

import json

from peerhub.evaluation.layout import for_script, layout
from peerhub.evaluation.sheet import sheet_book
from peerhub.evaluation.sheet_words import KitWords
from peerhub.models import Indicator
from tests.models.test_indicator import TALKS

FORCES = {"eastshire": "Eastshire Police"}


def one(identity: str, groups: int) -> Indicator:
    held = [{"id": f"g{at}", "title": f"Group {at}"} for at in range(groups)]
    return Indicator.model_validate(
        {**TALKS, "id": identity, "groups": held, "share": ["g0"]}, strict=False
    )


def test_the_groups_of_each_indicator_stand_above_its_total():
    found = layout([one("a", 2), one("b", 3)], FORCES, 4)
    assert [(row.row, row.indicator, row.group) for row in found.rows] == [
        (7, "a", "g0"),
        (8, "a", "g1"),
        (9, "a", "total"),
        (10, "b", "g0"),
        (11, "b", "g1"),
        (12, "b", "g2"),
        (13, "b", "total"),
    ]
    assert [block.range for block in found.blocks] == ["E7:E8", "E10:E12"]
    assert (found.last_row, found.kit) == (13, 4)


def test_nothing_to_count_is_a_sheet_without_rows():
    found = layout([], FORCES, 1)
    assert (found.rows, found.last_row) == ((), 6)


def test_the_script_is_told_the_same_places_and_words():
    told = json.loads(for_script(layout([one("a", 2)], FORCES, 4), {"unknown": "What is {this}?"}))
    assert told["rows"][2] == [9, "a", "total", "Talks (talks)", "In all"]
    assert (told["kit"], told["forces"]) == (4, FORCES)
    assert told["words"] == {"hidden": "fewer than 5", "withheld": "withheld", "total": "total"}
    assert told["messages"] == {"unknown": "What is {this}?"}
    assert told["indicators"][0]["share"] == ["g0"]


def test_a_sheet_for_many_forces_is_as_small_as_one_for_few():
    many = layout([one("a", 2)], {f"f{number}": f"Force {number}" for number in range(501)}, 4)
    few = layout([one("a", 2)], dict(list(many.forces.items())[:500]), 4)
    words = KitWords("A sheet", "", ("Read this.",))
    first, figures, _ = sheet_book(many, words).grids
    assert not [cell for cell in first.cells if "f7" in str(cell.value)]
    assert [cell for cell in sheet_book(few, words).grids[0].cells if cell.value == "f7"]
    (rule,) = (one for one in figures.rules if one.cells == "B1")
    assert (rule.listed, rule.formula) == ("", "ISTEXT(B1)")
    assert json.loads(for_script(many))["forces"] == {}
    assert len(json.loads(for_script(few))["forces"]) == 500
