"""The slides of a module on paper: the same words, pictures and size, for a template to set."""

from __future__ import annotations

from typing import Any

from peerhub.training.look import LINE, RUST, deck_size, side_art, time_gone
from peerhub.training.pictures import ART, PLACE, opening_art
from peerhub.training.slides import Deck, DeckSlide


def slides_on_paper(deck: Deck) -> dict[str, Any]:
    """Return the words of the slides of a deck, with what holds the places of pictures."""
    return {
        "track": f"#{LINE}",
        "go": f"#{RUST}",
        "size": deck_size(deck),
        "art": opening_art(deck.art),
        "slides": [_slide(deck, one) for one in deck.slides],
    }


def _slide(deck: Deck, slide: DeckSlide) -> dict[str, Any]:
    art, gone = side_art(slide, deck_size(deck)), time_gone(deck, slide)
    return {
        "title": slide.title,
        "kicker": slide.kicker,
        "lines": slide.lines,
        "now": slide.now,
        "bulleted": slide.bulleted,
        "opening": slide.kind == "opening",
        "art": ART + art if art else "",
        "drawing": slide.drawing
        and {"place": PLACE + slide.drawing.id, "said": slide.drawing.said},
        "gone": gone and {"said": gone.said, "width": f"{gone.part:.2%}"},
    }
