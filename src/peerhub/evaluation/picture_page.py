"""A national picture as one page that stands alone: it asks for nothing, and holds no script.

Each chart is a table with bars for the eye, so that its figures can be read, heard and copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peerhub.components.bars import bar
from peerhub.components.render import render
from peerhub.evaluation.merging import IndicatorFigures, NationalFigures
from peerhub.evaluation.picture_words import (
    ABOUT_SHARES,
    HOW_MADE,
    NOT_SHOWN,
    SUGGESTION,
    WITHHELD_SAID,
    behind,
    kept_of,
    shared_words,
    source_of,
    title_of,
)
from peerhub.models.licence import HUB


def picture_page(picture: NationalFigures) -> str:
    """Return a picture as HTML: the same text for the same figures."""
    shares = [
        (f"{one.indicator.title}: {shared_words(one)}", f"{one.percent}%", bar(one.percent / 100))
        for one in picture.indicators
        if one.percent is not None
    ]
    page = render(
        "national_picture",
        title=title_of(picture),
        source=source_of(picture),
        not_shown=NOT_SHOWN,
        how_made=HOW_MADE,
        shares=shares,
        indicators=[_indicator(one, picture) for one in picture.indicators],
        forces=picture.forces,
        kept=kept_of(HUB),
        suggestion=SUGGESTION,
        about_shares=ABOUT_SHARES,
    )
    return f"{page}\n"


def _indicator(one: IndicatorFigures, picture: NationalFigures) -> Mapping[str, Any]:
    about, total = one.indicator, one.total
    rows = [
        (group.title, f"{count:,}", bar(count / total if total else 0))
        for group, count in zip(about.groups, one.groups or (), strict=False)
    ]
    return {
        "id": about.id,
        "title": about.title,
        "definition": about.definition,
        "counted": about.counted,
        "rows": rows,
        "total": "" if total is None else f"{total:,}",
        "withheld": WITHHELD_SAID,
        "share": "" if one.percent is None else f"{shared_words(one)}: {one.percent}% of all.",
        "behind": behind(one, picture),
        "limits": about.limits,
    }
