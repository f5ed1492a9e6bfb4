"""Everything with words in a language beside English, as messages for a translator's own program.

A message is one field of one record: its place, its English, its other language. A list is one
message, a line for each thing in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Language, Poster, Service
from peerhub.models.poster import SPOKEN
from peerhub.models.service import SPOKEN as SPOKEN_BY_SERVICES
from peerhub.models.small_words import PARTS, small_words

Words = tuple[str, ...] | str | None


@dataclass(frozen=True)
class Message:
    """One thing to translate: where it stands, what it says, and what it says in the language."""

    kind: str
    """The key of its list: "posters", "services"."""
    record: str
    field: str
    """The field of the English words."""
    english: str
    language: str
    """The code of the other language."""
    words: str
    """What it says in it."""
    is_list: bool
    is_checked: bool
    at: tuple[str, ...] = ()
    """Of small words: the keys, below their language's row, at which they stand."""

    @property
    def row(self) -> str:
        """The id of the record in its list: "cy" of "cy-poster"."""
        return self.record.rpartition("-")[0] if self.at else self.record

    @property
    def signed_at(self) -> tuple[str, ...]:
        """The keys, below its record, of what is signed off as a whole."""
        return (self.record.rpartition("-")[2],) if self.at else self.path[:-1]

    @property
    def place(self) -> str:
        """What it is called in the file: "posters/talk-to-a-peer-supporter/who"."""
        return f"{self.kind}/{self.record}/{self.field}"

    @property
    def path(self) -> tuple[str, ...]:
        """The keys, below its record, at which its words in the language stand."""
        return self.at or ("words", self.language, self.field)


def messages(catalogue: Catalogue, language: Language) -> Iterator[Message]:
    """Yield every message that has a side in a language, in the order of the files."""
    for service in catalogue.services:
        yield from _of("services", service, service, language.id, SPOKEN_BY_SERVICES)
    for poster in catalogue.posters:
        yield from _of("posters", poster, poster.english, language.id, SPOKEN)


def small_messages(language: Language) -> Iterator[Message]:
    """Yield the small words of a language that have a side in English."""
    for part in PARTS:
        said = getattr(language, part)
        held = small_words(part, language.model_dump()) if said else {}
        for path, (english, words) in held.items():
            if english:
                yield Message(
                    "languages",
                    f"{language.id}-{part}",
                    ".".join(path[1:] if path[0] == part else path),
                    english,
                    language.id,
                    words,
                    "\n" in english,
                    said.translation == "checked",
                    path,
                )


def _of(
    kind: str, record: Service | Poster, english: Any, language: str, fields: Iterable[str]
) -> Iterator[Message]:
    words = record.words.get(language)
    for field in fields if words else ():
        said, other = getattr(english, field), getattr(words, field)
        if said and other:
            yield Message(
                kind,
                record.id,
                field,
                _text(said),
                language,
                _text(other),
                isinstance(said, tuple),
                words is not None and words.translation == "checked",
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
