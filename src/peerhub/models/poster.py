"""Poster designs: their words, what they ask of a force, and the sizes they come in."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Day, Id, Part, Record, fault, rule_on
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
"""What both languages of a poster say, or neither."""

SPOKEN = (
    "title headline invitation who does is_not limits contact write_in scan danger hours".split()
)
"""What both languages of a poster say; a sign-off holds for both as they were."""

COUNTED = ("does", "write_in")
"""What has as many lines in one language as in the other."""

_PRIVACY = re.compile(r"\b(?:private|privacy|confidential\w*|between us)\b", re.IGNORECASE)


class EarlierPoster(Part):
    """A version of a design that is no longer current: its code, its last day, and why it ended."""

    code: Code
    until: Day
    why: PublicLine


class WelshPoster(SignOff):
    """A design's words in Welsh, for posters that have Welsh first and English beside it.

    `translation` is "draft" until a translator has signed the words off; then it is "checked",
    with the translator's role and the day. A draft says on the poster that it is one.
    """

    translation: Literal["draft", "checked"]
    title: PublicTitle
    headline: Lines
    invitation: tuple[PublicLine, ...] = ()
    who: PublicLine
    does: tuple[PublicLine, ...] = ()
    is_not: LineOrNothing = ""
    limits: LineOrNothing = ""
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

    `headline`, `invitation` and `danger` are given line by line: where they break is part of the
    design. `layout` names the folder of `materials/posters/` whose template sets the words.
    """

    title: PublicTitle
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
    welsh: WelshPoster | None = None

    @rule_on("sizes")
    def _each_size_once(self) -> None:
        for at, size in enumerate(self.sizes):
            if size in self.sizes[:at]:
                raise fault(f"the size {size!r} is listed twice", "Keep one of them.", at="sizes")

    @rule_on("id", "welsh", *MATCHED)
    def _welsh_says_as_much(self) -> None:
        if self.welsh is None:
            return
        for field in MATCHED:
            there, here = getattr(self, field), getattr(self.welsh, field)
            if bool(there) != bool(here) or (field in COUNTED and len(there) != len(here)):
                raise fault(
                    f"the Welsh of {self.id} does not match its English in '{field}'",
                    "Say the same in both: neither language may have less than the other.",
                    at="welsh",
                )

    @rule_on("id", "welsh", *SPOKEN)
    def _welsh_is_signed_off_as_it_stands(self) -> None:
        if self.welsh is not None and self.welsh.translation == "checked":
            self.welsh.hold_words(f"the poster {self.id}", self.words_digest, "welsh")

    @property
    def words_digest(self) -> str:
        """The digest of what it says in both languages, which a sign-off holds."""
        welsh = words_of(self.welsh, SPOKEN) if self.welsh else {}
        return digest_of(words_of(self, SPOKEN), welsh)

    @rule_on("id", "headline", "invitation", "who", "does", "is_not", "contact", "limits")
    def _privacy_has_its_limits(self) -> None:
        said = [*self.headline, *self.invitation, self.who, *self.does, self.is_not, self.contact]
        if not self.limits and any(_PRIVACY.search(words) for words in said):
            raise fault(
                f"the poster {self.id} speaks of privacy and does not say its limits",
                "Add them: limits: What you say stays private unless someone is at risk or the "
                "law says we must act.",
            )
