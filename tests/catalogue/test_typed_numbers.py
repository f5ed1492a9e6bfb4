"""A helpline's number stands once, in the data."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.typed_numbers import typed_numbers
from tests.components import specimens as some
from tests.projects import ROOT

LINE = some.service(phone="116 123", text="LISTEN to 85258")


def test_the_hub_types_no_number_twice():
    assert typed_numbers(ROOT, load(ROOT).services) == []


@pytest.mark.parametrize(
    "written",
    [
        "116 123",
        "116123",
        "116\u00a0123",
        "85258",
        "116-123",
        "116.123",
        "116&nbsp;123",
        "116 **123**",
    ],
)
@pytest.mark.parametrize("file", ["docs/a/b.md", "materials/tools/card.html", "overrides/x.html"])
def test_a_number_that_is_typed_is_named_at_its_place(tmp_path, file, written):
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(f"One\n\nRing {written}, day or night.\n", encoding="utf-8")
    (issue,) = typed_numbers(tmp_path, [LINE])
    assert issue.as_text() == (
        f"{file}:3:6: the number of The Listening Line is typed here. "
        "Link to /support/ or show it from the data, so that it changes in one place."
    )


@pytest.mark.parametrize("words", ["In 1161 235 people", "10.1000/116123", "116 1234", "999"])
def test_other_numbers_are_let_be(tmp_path, words):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(words, encoding="utf-8")
    assert typed_numbers(tmp_path, [LINE, some.service(phone="999", text=None)]) == []


@pytest.mark.parametrize(
    "written", ["+44 300 131 2789", "+44 (0)300 131-2789", "0044 300 1312789", "0300 131 2789"]
)
def test_a_number_from_abroad_is_the_same_number(tmp_path, written):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(f"Ring {written} now.", encoding="utf-8")
    (issue,) = typed_numbers(tmp_path, [some.service(phone="0300 131 2789", text=None)])
    assert (issue.line, issue.column) == (1, 6)
