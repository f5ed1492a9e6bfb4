"""The slides of a briefing, as plain words: what stands on each, and what is said to it."""

from __future__ import annotations

from collections.abc import Sequence

from peerhub.catalogue import Catalogue
from peerhub.models import Briefing, BriefingSlide
from peerhub.questions import suggested
from peerhub.questions.day_slides import SOURCES
from peerhub.questions.slide_shares import shares
from peerhub.training.deck import drawing_slide, help_slide, sources_slide
from peerhub.training.slides import Deck, DeckSlide
from peerhub.words import length, listed

ART = "megaphone"


def briefing_deck(
    catalogue: Catalogue, briefing: Briefing, urgent: Sequence[tuple[str, str]]
) -> Deck:
    """Return the slides of a briefing: opening, its own, help, sources."""
    slides = [_opening(briefing)]
    for number, slide in enumerate(briefing.slides, 1):
        said = _slide(catalogue, slide, f"{number} of {len(briefing.slides)}")
        slides.append(said)
        if slide.drawing:
            slides.append(drawing_slide(catalogue.drawing_by_id[slide.drawing], said.kicker))
    cited = list(dict.fromkeys(one for slide in briefing.slides for one in slide.evidence))
    slides.append(help_slide(urgent))
    slides += [
        sources_slide(catalogue, [cited[at] for at in group]) for group in shares(cited, SOURCES)
    ]
    return Deck(briefing.title, "", briefing.minutes, tuple(slides), art=ART)


def _opening(briefing: Briefing) -> DeckSlide:
    lines = (f"For {briefing.audience}", length(briefing.minutes))
    return DeckSlide(briefing.title, lines, (suggested.BRIEFING,), kind="opening")


def _slide(catalogue: Catalogue, slide: BriefingSlide, kicker: str) -> DeckSlide:
    notes = [" ".join(slide.notes.split())]
    if slide.evidence:
        short = listed([catalogue.reference_by_id[one].short for one in slide.evidence])
        notes.append(f"Sources: {short}. The last slide has them with their limits.")
    return DeckSlide(
        slide.title, slide.lines, tuple(notes), kicker=kicker, bulleted=True, kind="session"
    )
