"""Names of editions, their order, and the shelf that a branch holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.editions import Edition, EditionShelf, NotAnEdition

numbers = st.builds(Edition, st.integers(2000, 2099), st.integers(1, 99))


def shelf_text(*entries: tuple[str, list[str]]) -> str:
    return json.dumps([{"version": v, "title": v, "aliases": a} for v, a in entries])


@given(numbers)
def test_a_name_read_is_the_name_written(edition: Edition) -> None:
    assert Edition.parse(str(edition)) == edition


@pytest.mark.parametrize(
    "name", ["", "2026", "2026.0", "2026.01", "v2026.1", "2026.1 ", "2026.1\n", "26.1", "latest"]
)
def test_other_names_are_no_editions(name: str) -> None:
    with pytest.raises(NotAnEdition):
        Edition.parse(name)


def test_the_tenth_edition_of_a_year_is_newer_than_the_ninth() -> None:
    assert Edition.parse("2026.10") > Edition.parse("2026.9")
    assert Edition.parse("2027.1") > Edition.parse("2026.10")


def test_a_shelf_is_read_newest_first_with_what_latest_leads_to() -> None:
    text = shelf_text(("2026.2", []), ("2026.10", ["latest"]))
    shelf = EditionShelf.from_json(text)
    assert [str(edition) for edition in shelf.editions] == ["2026.10", "2026.2"]
    assert str(shelf.latest) == "2026.10"


def test_names_published_by_hand_are_left_out_of_the_shelf() -> None:
    assert EditionShelf.from_json(shelf_text(("trial", ["latest"]))) == EditionShelf()


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"version": "2026.1"}]', "3"])
def test_text_that_is_no_shelf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        EditionShelf.from_json(text)


@given(st.lists(numbers))
def test_the_next_edition_of_a_year_is_always_free(editions: list[Edition]) -> None:
    shelf = EditionShelf.of(editions)
    fresh = shelf.next_after(2026)
    assert fresh not in shelf
    assert all(fresh > edition for edition in editions if edition.year == 2026)


@given(st.lists(numbers, min_size=1))
def test_only_the_newest_takes_the_name_latest(editions: list[Edition]) -> None:
    shelf = EditionShelf.of(editions)
    assert [edition for edition in shelf.editions if shelf.is_newest(edition)] == [max(editions)]
