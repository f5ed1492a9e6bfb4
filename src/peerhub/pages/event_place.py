"""When and where an event is: each of its sittings with its own day, hours and place."""

from __future__ import annotations

from urllib.parse import quote

from peerhub.components.events import place_words
from peerhub.models import Event, Where
from peerhub.pages.compose import bullets, inert
from peerhub.questions.sittings import Sitting, has_several_places, sittings, wheres
from peerhub.words import weekday

MAP = "https://www.openstreetmap.org/search?query="


def when(event: Event) -> str | None:
    """Return the sittings of an event as a list; nothing for an event that has only one."""
    every = sittings(event)
    return bullets([_sitting(event, one) for one in every]) if len(every) > 1 else None


def _sitting(event: Event, one: Sitting) -> str:
    said = f"{weekday(one.starts.date())}, {one.starts:%H:%M} to {one.ends:%H:%M}"
    if one.title:
        said = f"**{inert(one.title)}**: {said}"
    if one.where and has_several_places(event):
        said += f" ({inert(place_words((one.where,)))})"
    if one.is_cancelled:
        said += ". **This one does not take place.**"
    elif one.moved_from:
        said += f". It was planned for {weekday(one.moved_from)}."
    return said


def where(event: Event) -> list[str | None]:
    """Return where an event is; for one with several places, which days are where."""
    places = wheres(event)
    if not has_several_places(event):
        return list(_place(places[0], "The event is online.")) if places else []
    blocks: list[str | None] = []
    for place in places:
        days = [
            weekday(one.starts.date())
            for one in sittings(event)
            if one.where == place and not one.is_cancelled
        ]
        blocks.append(f"**{', '.join(dict.fromkeys(days))}:** {' '.join(_place(place, 'online.'))}")
    return blocks


def _place(where: Where, online: str) -> list[str]:
    """Return a place in sentences; `online` is what is said of one that has no room."""
    blocks = []
    if where.place:
        said = inert(", ".join(part for part in (where.place, where.address) if part))
        found = MAP + quote(where.address or where.place)
        blocks.append(f"{said}. [Find it on OpenStreetMap]({found}), which is another site.")
    if where.online:
        also = "You can also take part online." if where.place else online
        blocks.append(f"{also} The joining link comes with your place. It is not published here.")
    return blocks
