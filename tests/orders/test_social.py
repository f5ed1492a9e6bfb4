"""A card is drawn once, and again only when its words change."""

from __future__ import annotations

from PIL import Image

from peerhub.orders.social import draw_cards
from peerhub.press.engine.social_card import Card
from peerhub.questions.social import card_path


def test_a_card_is_drawn_once_and_again_when_its_words_change(tmp_path):
    site = tmp_path / "site"
    cards = {"/": Card("Home", "", "Hub"), "/forces/kent/": Card("Kent", "Forces", "Hub")}
    assert draw_cards(tmp_path, cards, site) == 2
    assert draw_cards(tmp_path, cards, tmp_path / "again") == 0
    cards["/"] = Card("Welcome", "", "Hub")
    assert draw_cards(tmp_path, cards, site) == 1
    for address in cards:
        assert Image.open(site / card_path(address)).size == (1200, 630)


def test_each_page_has_a_card_of_its_own():
    assert card_path("/") == "social/home.png"
    assert card_path("/forces/kent/") == "social/forces/kent.png"
