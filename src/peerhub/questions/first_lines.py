"""The few lines that come first wherever somebody may need help, the most urgent on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peerhub.models import UK_NATIONS, Service, UkNation
from peerhub.questions.signposting import POLICING_LINE, signpost

FIRST = {
    "999": "In danger now",
    POLICING_LINE: "Policing crisis line",
    "samaritans": "Samaritans",
    "nhs-111-england": "NHS, urgent mental health",
    "shout": "Shout, by text",
}
"""The services that come first, and what the short list calls them."""


@dataclass(frozen=True)
class FirstLine:
    """One line: what it is called, the number or text, and the nations it answers in.

    `is_first` is false for a nation's own line, which shows only when that nation is chosen.
    """

    label: str
    phone: str | None
    text: str | None
    nations: tuple[UkNation, ...]
    is_first: bool = True

    @property
    def is_everywhere(self) -> bool:
        """Whether it answers in the whole of the UK."""
        return set(self.nations) == set(UK_NATIONS)


def first_lines(services: Iterable[Service]) -> tuple[FirstLine, ...]:
    """Return the lines that come first, then those of single nations for use in their place.

    Services of several nations on one number, such as 111, are one line.
    """
    known = {one.id: one for one in signpost(services)}
    urgent = [one for one in known.values() if one.urgency != "rest"]
    lines = [
        FirstLine(label, known[one].phone, known[one].text, _nations(known[one], urgent))
        for one, label in FIRST.items()
        if one in known
    ]
    taken = {line.phone or line.text for line in lines}
    lines += [
        FirstLine(one.name, one.phone, one.text, one.nations, is_first=False)
        for one in urgent
        if (one.phone or one.text) not in taken
    ]
    return tuple(lines)


def _nations(service: Service, urgent: list[Service]) -> tuple[UkNation, ...]:
    """Return the nations of all urgent services that have this one's number."""
    if not service.phone:
        return service.nations
    found = {nation for one in urgent if one.phone == service.phone for nation in one.nations}
    return tuple(nation for nation in UK_NATIONS if nation in found)
