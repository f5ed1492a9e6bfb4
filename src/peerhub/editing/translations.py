"""Everything with words in two languages, as messages for a translator's own program.

A message is one field of one record: its place, its English, its Welsh. A list is one message, a
line for each thing in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models.poster import SPOKEN
from peerhub.models.service import ENGLISH, WELSH

Words = tuple[str, ...] | str | None


@dataclass(frozen=True)
class Message:
    """One thing to translate: where it stands, what it says, and what it says in Welsh."""

    kind: str
    """The key of its list: "posters", "services"."""
    record: str
    field: str
    """The field of the English words."""
    english: str
    welsh: str
    is_list: bool
    is_checked: bool

    @property
    def place(self) -> str:
        """What it is called in the file: "posters/talk-to-a-peer-supporter/who"."""
        return f"{self.kind}/{self.record}/{self.field}"

    @property
    def path(self) -> tuple[str, ...]:
        """The keys, below its record, at which its Welsh stands."""
        if self.kind == "services":
            return (dict(zip(ENGLISH, WELSH, strict=True))[self.field],)
        return ("welsh", self.field)


def messages(catalogue: Catalogue) -> Iterator[Message]:
    """Yield every message of the hub that has a Welsh side, in the order of the files."""
    for service in catalogue.services:
        for field, welsh in zip(ENGLISH, WELSH, strict=True) if service.translation else ():
            english, said = getattr(service, field), getattr(service, welsh)
            if english and said:
                yield _message("services", service.id, field, english, said, service)
    for poster in catalogue.posters:
        for field in SPOKEN if poster.welsh else ():
            english = getattr(poster, field)
            if english:
                said = getattr(poster.welsh, field)
                yield _message("posters", poster.id, field, english, said, poster.welsh)


def _message(
    kind: str, record: str, field: str, english: Words, welsh: Words, signed: Any
) -> Message:
    return Message(
        kind,
        record,
        field,
        _text(english),
        _text(welsh),
        isinstance(english, tuple),
        signed.translation == "checked",
    )


def _text(words: Words) -> str:
    return "\n".join(words) if isinstance(words, tuple) else words or ""


def value_of(message: Message, words: str) -> Any:
    """Return a translator's words as they stand in the data."""
    lines = [" ".join(line.split()) for line in words.split("\n") if line.strip()]
    return lines if message.is_list else " ".join(lines)


def by_record(some: Mapping[str, Message]) -> dict[tuple[str, str], list[Message]]:
    """Return messages by the list and the record that they belong to."""
    found: dict[tuple[str, str], list[Message]] = {}
    for one in some.values():
        found.setdefault((one.kind, one.record), []).append(one)
    return found
