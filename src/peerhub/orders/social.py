"""The cards of all pages, for where their addresses are shared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peerhub.press.engine.social_card import Card, card_png
from peerhub.press.engine.store import Store, write_whole
from peerhub.questions.social import card_path

STORE = ".cache/social"


def draw_cards(root: Path, cards: Mapping[str, Card], out: Path) -> int:
    """Put the card of each page, by the page's address, below `out`; return how many were drawn."""
    from peerhub.press.engine.our_type import HOME, type_files
    from peerhub.press.engine.recipe import recipe  # loaded only to draw

    shelf = Store(root / STORE, ".png")
    drawn, used, files = 0, set[str](), type_files(HOME)
    for address, card in cards.items():
        words = {"title": card.title, "section": card.section, "hub": card.hub}
        key = recipe("peerhub.press.engine.social_card", words, files)
        used.add(key)
        content = shelf.get(key)
        if content is None:
            content = card_png(card)
            shelf.put(key, content)
            drawn += 1
        write_whole(out / card_path(address), content)
    shelf.prune(used)
    return drawn
