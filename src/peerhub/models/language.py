"""Languages: what each is called, who has words in it, and the small words of what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Line, Record, fault, rule_on
from peerhub.models.public import PublicLine
from peerhub.models.service import UkNation
from peerhub.models.sign_off import SignOff

ENGLISH = "en"
"""The language of the hub: it has no row, since whatever is not translated is in it."""

CODE_PATTERN = r"^[a-z]{2,3}$"
TAGS = {ENGLISH: "en-GB"}
"""How a language is told to readers of pages and PDF, where that is not its code."""


def tag_of(language: str) -> str:
    """Return how a language is told to browsers and to readers of tags."""
    return TAGS.get(language, language)


class PosterSmallWords(SignOff):
    """What posters say in a language beside the words of their design.

    `translation` is "draft" until a translator has signed them off.
    """

    translation: Literal["draft", "checked"]
    code: PublicLine
    revision: PublicLine
    months: Annotated[tuple[PublicLine, ...], Field(min_length=12, max_length=12)]
    qr: PublicLine
    email: PublicLine
    phone: PublicLine
    intranet: PublicLine
    place: PublicLine
    example: PublicLine
    nations: Mapping[UkNation, PublicLine] = {}

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)


class Language(Record):
    """A language beside English: its code is its id, as a page's `lang` says it.

    Whoever works in one of its `nations` has what is printed in it, beside the English.
    """

    id: Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
    name: Line
    own_name: Line
    nations: tuple[UkNation, ...]
    draft: PublicLine
    draft_english: PublicLine
    poster: PosterSmallWords

    @rule_on("id")
    def _is_not_english(self) -> None:
        if self.id == ENGLISH:
            raise fault(
                "English is the hub's own language, and needs no row",
                "Take the row out: its words stand where they are used.",
                at="id",
            )
