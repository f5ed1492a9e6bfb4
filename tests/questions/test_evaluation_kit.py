"""The number of a kit: another for every change of what figures mean, and for nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from peerhub.catalogue import Catalogue, load
from peerhub.catalogue.material_ledger import Revision
from peerhub.questions.evaluation_kit import NAME, kit_number, kit_sums
from tests.catalogue.test_indicator_rules import text
from tests.projects import small_project


@pytest.fixture
def hub(tmp_path) -> Catalogue:
    found = load(small_project(tmp_path, indicators=text()))
    known = Revision(3, dt.date(2026, 11, 1), kit_sums(found)[NAME])
    return replace(found, revisions={NAME: known})


def test_a_kit_that_nobody_changed_keeps_its_number(hub):
    assert kit_number(hub) == 3


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("definition", "How many talks there were in June.", 4),
        ("title", "Talks in June", 4),
        ("counted", "people", 4),
        ("limits", "It shows little.", 3),
        ("source", "The sheets of tallies", 3),
    ],
)
def test_a_change_of_what_is_counted_makes_a_new_kit(hub, field, value, expected):
    first, *rest = hub.indicators
    changed = first.model_copy(update={field: value})
    assert kit_number(replace(hub, indicators=(changed, *rest))) == expected


def test_a_hub_without_indicators_has_no_kit_in_its_ledger(tmp_path):
    assert kit_sums(load(small_project(tmp_path))) == {}
