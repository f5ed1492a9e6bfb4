"""Materials that can be changed: each kind keeps the rules of its format, and has real headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerhub.questions.materials import Material, training_materials
from tests.office import faults

OFFICE = ("DOCX", "ODT", "ODP", "ODS", "PPTX")


def of_office(curriculum) -> list[Material]:
    found = training_materials(curriculum.modules, curriculum.workshops, curriculum.briefings)
    return [one for one in found if one.format in OFFICE]


def wrong(desk, materials: list[Material], folder: Path) -> dict[str, list[str]]:
    """Return what is wrong with each of some materials, by their names."""
    told = {}
    for one in materials:
        file = folder / Path(one.path).name
        file.write_bytes(desk.make(one))
        if found := faults(file):
            told[file.name] = found
    return told


@pytest.mark.slow
def test_one_file_of_each_kind_is_without_fault(curriculum, desk, tmp_path):
    one_of_each = {(one.kind, one.format): one for one in of_office(curriculum)}
    assert wrong(desk, list(one_of_each.values()), tmp_path) == {}


@pytest.mark.nightly
def test_every_file_that_can_be_changed_is_without_fault(curriculum, desk, tmp_path):
    assert wrong(desk, of_office(curriculum), tmp_path) == {}
