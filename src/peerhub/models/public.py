"""Words that are printed for the public: in our own type, with no mailbox or mobile of a person."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, TypeAdapter

from peerhub.models.base import Line, drawn
from peerhub.models.contact import PublicText
from peerhub.models.plain_words import PLAIN, TITLE_FITS, WORDS_FIT

_PUBLIC: TypeAdapter[str] = TypeAdapter(PublicText)

PublicLine = Annotated[
    Line, PLAIN, WORDS_FIT, AfterValidator(_PUBLIC.validate_python), AfterValidator(drawn)
]
PublicTitle = Annotated[PublicLine, TITLE_FITS]
PlainText = Annotated[PublicText, PLAIN, WORDS_FIT]
PlainPrinted = Annotated[PlainText, AfterValidator(drawn)]
PrintedText = Annotated[PublicText, AfterValidator(drawn)]
"""Words that are printed from Markdown, such as what a trainer does."""

_LINE: TypeAdapter[str] = TypeAdapter(PublicLine)


def _line_or_nothing(value: str) -> str:
    return _LINE.validate_python(value) if value else value


LineOrNothing = Annotated[str, AfterValidator(_line_or_nothing)]
"""One line, or `''` where a design has nothing to say."""
