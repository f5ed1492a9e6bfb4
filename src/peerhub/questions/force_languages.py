"""In which languages a force has a page beside that in English."""

from __future__ import annotations

from collections.abc import Sequence

from peerhub.models import Force, Language


def languages_of(force: Force, languages: Sequence[Language]) -> tuple[Language, ...]:
    """Return the languages in which a force has a page beside that in English.

    They are at home in its nation, and have all the lines of the page. A force that works all over
    the United Kingdom has none.
    """
    return tuple(
        one
        for one in languages
        if one.pages and one.pages.forces and force.is_uk_force and force.nation in one.nations
    )
