"""What the poster maker to keep says of itself, and which revision it is."""

from __future__ import annotations

from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Service, Stamp
from peerhub.orders.pictures import specimen_sums
from peerhub.orders.posters import poster_sums
from peerhub.questions.revised import Sums, stamp_of, sum_of
from peerhub.questions.signposting import danger_phones, signpost

NAME = "poster-maker"
"""What the ledger of materials calls it."""

TITLE = "Make your own poster"


def maker_words(catalogue: Catalogue) -> dict[str, Any]:
    """Return the words of the page in it that is opened first."""
    return {
        "title": TITLE,
        "address": catalogue.site.address,
        "danger": list(danger_phones(catalogue.services)),
        "urgent": [_reached(one) for one in signpost(catalogue.services, level="urgent")],
    }


def maker_sums(catalogue: Catalogue, posters: Sums | None = None) -> Sums:
    """Return the sum of what it says, by its name in the ledger of materials.

    That is what stands on its page, and every poster that can be made with it. `posters` are the
    sums of the posters, where they are known already.
    """
    if not catalogue.posters:
        return {}
    sheets = [*specimen_sums(catalogue).items(), *(posters or poster_sums(catalogue)).items()]
    return {NAME: sum_of((maker_words(catalogue), sheets))}


def maker_stamp(catalogue: Catalogue) -> Stamp:
    """Return its revision; there must be posters."""
    return stamp_of(catalogue, NAME, maker_sums(catalogue)[NAME])


def _reached(service: Service) -> str:
    where = "" if len(service.nations) > 1 else f" ({service.nations[0]})"
    return f"{service.name}{where}, {service.phone or f'text {service.text}'}"
