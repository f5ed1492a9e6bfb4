"""The values of a call are held to the macro's signature, and told without a word of Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

import pytest

from peerhub.catalogue.call_values import WrongValue, fitted


@dataclass(frozen=True)
class Card:
    """Names and values, as a page writes them."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    title: str
    tag: str | None = None


def none_at_all() -> str:
    return ""


def two(kind: Literal["a", "b"], title: str | None = None) -> str:
    return f"{kind}{title}"


def many(cards: list[Card], level: int = 3) -> str:
    return str(cards)


def words(groups: Sequence[str]) -> str:
    return str(groups)


def rest(*ids: str) -> str:
    return str(ids)


@pytest.mark.parametrize(
    ("macro", "args", "named", "said"),
    [
        (none_at_all, [1], {}, "it has 1 value, and takes none"),
        (none_at_all, [], {"a": 1}, "it takes nothing called 'a'; it takes none"),
        (two, ["a", "b", "c"], {}, "it has 3 values, and takes no more than 2: kind, title"),
        (two, ["a"], {"titel": "b"}, "it takes nothing called 'titel'; it may mean 'title'"),
        (two, ["a"], {"kind": "b"}, "'kind' is given twice"),
        (two, [], {"title": "b"}, "'kind' is missing"),
        (two, ["a", 5], {}, "'title' has to be words in quotes"),
        (many, ["x"], {}, "'cards' has to be a list, in square brackets"),
        (many, [[1]], {}, "number 1 of 'cards' has to be names and values, such as"),
        (many, [[{"title": "a"}, {"tag": "b"}]], {}, "number 2 of 'cards' has no 'title'"),
        (many, [[{"titel": "a"}]], {}, "number 1 of 'cards' has 'titel', which is no part of it"),
        (many, [[{"title": 5}]], {}, "'title' in number 1 of 'cards' has to be words in quotes"),
        (many, [[]], {}, "'cards' has nothing in it"),
        (many, [[{"title": "a"}]], {"level": "x"}, "'level' has to be a whole number"),
        (words, ["abc"], {}, "'groups' has to be a list, in square brackets"),
        (words, [["a", 1]], {}, "number 2 of 'groups' has to be words in quotes"),
    ],
)
def test_a_value_that_does_not_fit_is_told_in_plain_words(macro, args, named, said):
    with pytest.raises(WrongValue) as told:
        fitted(macro, args, named)
    assert str(told.value).startswith(said)


def test_names_and_values_become_what_the_macro_takes():
    assert fitted(many, [[{"title": "a"}]], {}) == (([Card("a")],), {})


def test_words_that_are_none_of_a_few_are_left_to_the_macro():
    assert fitted(two, ["c"], {}) == (("c",), {})


def test_any_number_of_values_is_taken_where_the_macro_does():
    assert fitted(rest, ["a", "b", "c"], {}) == (("a", "b", "c"), {})
