"""What forces are asked to take down, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.questions.recalls import RecallNotice
from peerhub.words import day


def recall_list(notices: Sequence[RecallNotice]) -> Markup:
    """Return the notices, or a sentence that there is none. For pages and for paper alike."""
    rows = [{"title": one.title, "day": day(one.on), "ask": one.ask} for one in notices]
    return render("recall_list", notices=rows)
