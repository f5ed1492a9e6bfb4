"""Poster designs: their words, what they ask of a force, and the sizes they come in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Day, Id, Part, Record, fault, rule_on
from peerhub.models.language_code import ENGLISH
from peerhub.models.public import LineOrNothing, PlainPrinted, PublicLine, PublicTitle
from peerhub.models.sign_off import SignOff, digest_of, words_of

Size = Literal["a4", "a3", "a3-shop", "a5", "wallet", "screen", "large"]
Requirement = Literal["nothing", "selection-criteria", "trained-supporters"]
"""What a force must have before a poster goes up: the poster promises that it is there."""

Readers = Literal["everyone", "managers", "leaders", "volunteers"]
Lines = Annotated[tuple[PublicLine, ...], Field(min_length=1)]

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{1,3}$")]
"""A letter for the design and a number for its version: T1. On every copy, and kept for ever."""

MATCHED = ("invitation", "does", "is_not", "limits", "write_in", "danger")
"""What every language of a poster says, or none."""

SPOKEN = (
    "title headline invitation who does is_not limits contact write_in scan danger hours".split()
)
"""What each language of a poster says; a sign-off holds for it and the English as they were."""

COUNTED = ("does", "write_in")
"""What has as many lines in one language as in another."""

_PRIVACY = re.compile(r"\b(?:private|privacy|confidential\w*|between us)\b", re.IGNORECASE)


class EarlierPoster(Part):
    """A version of a design that is no longer current: its code, its last day, and why it ended."""

    code: Code
    until: Day
    why: PublicLine


class PosterWords(SignOff):
    """A design's words in one language, line by line where a line is part of the design.

    `translation` is "draft" until a translator has signed the words off; then it is "checked",
    with the translator's role and the day. A draft says on the poster that it is one. English has
    no such line.
    """

    translation: Literal["draft", "checked"] | None = None
    title: PublicTitle
    headline: Lines
    invitation: tuple[PublicLine, ...] = ()
    who: PublicLine
    does: tuple[PublicLine, ...] = ()
    is_not: LineOrNothing = ""
    limits: LineOrNothing = ""
    """The limits of privacy: what makes a supporter pass on what they were told."""
    contact: PublicLine
    write_in: Lines
    scan: PublicLine
    danger: Lines
    hours: PublicLine

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)


class Poster(Record):
    """One poster design: one thought and one action.

    `words` holds what it says by language, English first; a force that works in another of them
    has copies in both. `layout` names the folder of `materials/posters/` whose template sets them.
    """

    summary: PlainPrinted
    audience: PublicLine
    code: Code
    """Raised by one whenever the words or the numbers change so much that old copies must go."""
    earlier: tuple[EarlierPoster, ...] = ()
    readers: Readers
    """The group by which the gallery finds it."""
    requires: Requirement
    layout: Id
    sizes: Annotated[tuple[Size, ...], Field(min_length=1)]
    words: Mapping[str, PosterWords]

    @property
    def english(self) -> PosterWords:
        """Its words in English, which every design has."""
        return self.words[ENGLISH]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.english.title

    @property
    def others(self) -> tuple[str, ...]:
        """The languages beside English in which it has words."""
        return tuple(one for one in self.words if one != ENGLISH)

    @rule_on("sizes")
    def _each_size_once(self) -> None:
        for at, size in enumerate(self.sizes):
            if size in self.sizes[:at]:
                raise fault(f"the size {size!r} is listed twice", "Keep one of them.", at="sizes")

    @rule_on("id", "words")
    def _has_english_and_says_what_is_a_draft(self) -> None:
        if ENGLISH not in self.words:
            raise fault(
                f"the poster {self.id} has no words in English",
                "Add them below words, as en: every poster is in English, alone or beside another.",
                at="words",
            )
        for language, said in self.words.items():
            if (said.translation is None) != (language == ENGLISH):
                raise fault(
                    f"the words of {self.id} in '{language}' do not say whether they are a draft"
                    if said.translation is None
                    else f"the English of {self.id} is no translation",
                    "Write translation: draft in every language but English.",
                    at=f"words.{language}.translation",
                )

    @rule_on("id", "words")
    def _every_language_says_as_much(self) -> None:
        for language, field in product(self.words, MATCHED if ENGLISH in self.words else ()):
            there, here = getattr(self.english, field), getattr(self.words[language], field)
            if bool(there) != bool(here) or (field in COUNTED and len(there) != len(here)):
                raise fault(
                    f"the words of {self.id} in '{language}' do not match its English in '{field}'",
                    "Say the same in both: neither language may have less than the other.",
                    at=f"words.{language}.{field}",
                )

    @rule_on("id", "words")
    def _a_translation_is_signed_off_as_it_stands(self) -> None:
        for language, said in self.words.items():
            if said.translation == "checked" and ENGLISH in self.words:
                at = f"words.{language}.translation"
                said.hold_words(f"the poster {self.id}", self.words_digest(language), at)

    def words_digest(self, language: str) -> str:
        """Return the digest of its English and of another language, which a sign-off holds."""
        return digest_of(words_of(self.english, SPOKEN), words_of(self.words[language], SPOKEN))

    @rule_on("id", "words")
    def _privacy_has_its_limits(self) -> None:
        if ENGLISH not in self.words:
            return
        one = self.english
        said = [*one.headline, *one.invitation, one.who, *one.does, one.is_not, one.contact]
        if not one.limits and any(_PRIVACY.search(words) for words in said):
            raise fault(
                f"the poster {self.id} speaks of privacy and does not say its limits",
                "Add them: limits: What you say stays private unless someone is at risk or the "
                "law says we must act.",
            )
