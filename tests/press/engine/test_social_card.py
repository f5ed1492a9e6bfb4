"""The card of a page: its title in our look, small, whole, and the same each time."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from peerhub.models.licence import LICENCE_ADDRESS
from peerhub.press.engine.social_card import CORAL, HEIGHT, INK, WHITE, WIDTH, Card, card_png

HUB = "Peer Support Hub"


def drawn(title: str, section: str = "Train") -> Image.Image:
    return Image.open(io.BytesIO(card_png(Card(title, section, HUB)))).convert("RGB")


def test_it_has_the_size_and_the_colours_that_are_ours():
    picture = drawn("Listening")
    assert picture.size == (WIDTH, HEIGHT)
    colours = {colour for _, colour in picture.getcolors()}
    assert {INK, WHITE, CORAL} <= colours
    assert len(colours) <= 8


@pytest.mark.parametrize("title", ["L", "word " * 60, "W" * 200, "ŵŷ O’Neill & <b>", ""])
def test_no_title_runs_over_its_edge_or_into_the_name_of_the_hub(title):
    picture = drawn(title)
    edge = picture.crop((WIDTH - 20, 0, WIDTH, HEIGHT)).getcolors()
    between = picture.crop((0, 506, WIDTH, 518)).getcolors()
    assert edge == [(20 * HEIGHT, INK)]
    assert between == [(WIDTH * 12, INK)]


def test_other_words_give_another_card_and_the_same_words_the_same_bytes():
    one = card_png(Card("Listening", "Train", HUB))
    assert one == card_png(Card("Listening", "Train", HUB))
    assert one != card_png(Card("Listening", "Leaders", HUB))


def test_it_is_light_and_says_what_may_be_done_with_it():
    content = card_png(Card("Asking about suicide and keeping someone safe", "Train", HUB))
    assert len(content) < 24_000
    assert LICENCE_ADDRESS.encode() in content
