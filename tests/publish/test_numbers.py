"""A number is found however it is set, and not within another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.models.sought import digits_of, holds, places
from peerhub.publish.numbers import retired

LINE = "0300 131 2789"


@pytest.mark.parametrize(
    "text",
    [
        "0300 131 2789",
        "03001312789",
        "0300\u00a0131\u00a02789",
        "(0300) 131-2789",
        "0300.131.2789",
        "tel:03001312789",
        "+44 300 131 2789",
        "0044 (0)300 131 2789",
        "Ring 0300 131\n2789 now",
    ],
)
def test_every_way_to_set_a_number_is_found(text):
    assert holds(text, LINE)


@pytest.mark.parametrize(
    "text", ["10300 131 2789", "0300 131 27890", "0300 131 278", "0300 131 x 2789", ""]
)
def test_a_part_of_another_number_is_not(text):
    assert not holds(text, LINE)


def test_an_address_is_found_in_any_case():
    assert holds("Go to https://Old.Example/Help", "old.example/help")
    assert not holds("Go to new.example", "old.example")


@given(st.text("0123456789", min_size=3, max_size=11), st.text(" -\u00a0", max_size=2))
def test_a_number_is_found_whatever_stands_between_its_digits(digits, between):
    assert holds(f"call {between.join(digits)}, please", digits)


def test_the_form_from_abroad_is_the_same_number():
    assert digits_of("+44 300 131 2789") == digits_of(LINE)


def test_what_no_service_is_reached_by_any_more_is_retired():
    before = [{"a": ("116 123",), "b": ("0300 131 2789", "SHOUT to 85258")}, {"c": ("999",)}]
    now = {"a": ("116123",), "new": ("999",)}
    assert retired(before, now) == {"0300 131 2789", "SHOUT to 85258"}


def test_a_number_that_moved_to_another_service_is_not_retired():
    assert retired([{"a": ("116 123",)}], {"b": ("116 123",)}) == frozenset()


def test_places_are_those_that_hold_it():
    text = "Ring 0300 131 2789, or\u00a003001312789. Not 0300 131 27890."
    assert [text[at : at + 4] for at in places(text, LINE)] == ["0300", "0300"]
    assert list(places("See OLD.example and old.example", "old.example")) == [4, 20]
