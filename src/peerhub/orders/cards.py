"""Cards to keep: urgent numbers at the size of a bank card, and prompts to cut out."""

from __future__ import annotations

from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import UK_NATIONS, Service
from peerhub.models.tool import HELP_CARD, PROMPT_CARDS
from peerhub.orders.drafts import Draft
from peerhub.questions.prompts import PAGE, weeks
from peerhub.questions.signposting import in_danger, signpost
from peerhub.words import listed, month

SHEET = 8
"""Cards on a sheet of A4."""


def cards(catalogue: Catalogue) -> list[Draft]:
    """Return the card of urgent numbers and, where there are prompts, the cards of those."""
    made = [help_card(catalogue)]
    prompts = [
        {"week": week.title, "words": words}
        for week in weeks(catalogue.bodies.get(PAGE, ""))
        for words in week.prompts
    ]
    if prompts:
        sheets = [prompts[start : start + SHEET] for start in range(0, len(prompts), SHEET)]
        made.append(
            Draft(
                "card/prompt-cards",
                PROMPT_CARDS,
                "tools/prompt-cards.html",
                "Prompt cards for reflection",
                "Two-minute prompts, to print and cut out",
                {"sheets": sheets, "safe": in_danger(catalogue.services), **_to_ring(catalogue)},
            )
        )
    return made


def _to_ring(catalogue: Catalogue) -> dict[str, Any]:
    """Return whom to ring in danger, and who answers everybody at any hour."""
    urgent = signpost(catalogue.services, level="urgent")
    everywhere = [one for one in urgent if len(one.nations) == len(UK_NATIONS) and one.phone]
    danger = signpost(catalogue.services, level="danger")
    return {
        "danger": [_line(one) for one in danger],
        "talk": [_line(one) for one in everywhere if one.category == "crisis"],
    }


def help_card(catalogue: Catalogue) -> Draft:
    """Return the card of urgent numbers, in the order of how urgent each is."""
    urgent = signpost(catalogue.services, level="urgent")
    words = {
        "danger": [_line(one) for one in signpost(catalogue.services, level="danger")],
        "everywhere": [_line(one) for one in urgent if len(one.nations) == len(UK_NATIONS)],
        "by_nation": [_line(one) for one in urgent if len(one.nations) < len(UK_NATIONS)],
        "checked": month(min(one.last_checked for one in urgent)) if urgent else "",
        "page": f"{catalogue.site.address}support/".removeprefix("https://")
        if catalogue.site.has_real_address
        else None,
    }
    title = "Urgent numbers, on a card to keep"
    subject = "Numbers for help, day or night"
    return Draft("card/help-card", HELP_CARD, "tools/help-card.html", title, subject, words)


def _line(service: Service) -> dict[str, Any]:
    return {
        "name": service.name,
        "reach": service.phone or f"Text {service.text}",
        "nations": listed(service.nations),
    }
