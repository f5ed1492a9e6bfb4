"""The dates on which a workshop or a module is taught next, short enough for a second column."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.calendar import Subscription
from peerhub.components.events import entry, place_words
from peerhub.components.render import render
from peerhub.models import Event
from peerhub.questions.sittings import wheres
from peerhub.words import counted

MOST = 4
"""Dates that show at once; the others are folded away below them."""


def next_taught(events: Sequence[Event], calendar: Subscription) -> Markup:
    """Return the events in the order given, with the calendar of them; nothing for none.

    `data-begins` is the moment of each: a script takes away those that have begun since the hub
    was made, and the whole part with the last of them.
    """
    if not events:
        return Markup()
    rows = [(entry(event), place_words(wheres(event)), event.starts_at) for event in events]
    left = len(rows) - MOST
    return render(
        "next_taught",
        groups=(rows[:MOST], rows[MOST:]),
        more=counted(left, "more date") if left > 0 else "",
        calendar=calendar,
    )
