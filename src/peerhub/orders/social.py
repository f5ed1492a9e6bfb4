"""The cards of all pages, for where their addresses are shared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peerhub.press.engine.social_card import Card, card_png
from peerhub.progress import SILENT, Progress
from peerhub.questions.social import card_path

STORE = ".cache/social"
TOGETHER = 24
"""Cards in a batch."""


def draw_cards(
    root: Path, cards: Mapping[str, Card], out: Path, progress: Progress = SILENT
) -> int:
    """Put the card of each page, by the page's address, below `out`; return how many were drawn."""
    from peerhub.press.engine.our_type import HOME, type_files  # loaded only to draw
    from peerhub.press.engine.ready import each, make_ready
    from peerhub.press.engine.recipe import recipe

    files, draws = type_files(HOME), "peerhub.press.engine.social_card"
    asked = {card_path(address): card for address, card in cards.items()}
    words = {
        path: {"title": one.title, "section": one.section, "hub": one.hub}
        for path, one in asked.items()
    }
    keys = {path: recipe(draws, said, files) for path, said in words.items()}

    work = each(keys, card_png, lambda path: (asked[path],), TOGETHER)
    called = "cards of pages"
    return make_ready(
        keys, work, out, root / STORE, called, alone=TOGETHER, progress=progress
    ).rendered
