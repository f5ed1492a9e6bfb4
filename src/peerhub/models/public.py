"""Words that are printed for the public: in our own type, with no mailbox or mobile of a person."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, TypeAdapter

from peerhub.models.base import Line, drawn
from peerhub.models.contact import PublicText

_PUBLIC: TypeAdapter[str] = TypeAdapter(PublicText)

PublicLine = Annotated[Line, AfterValidator(_PUBLIC.validate_python), AfterValidator(drawn)]
PrintedText = Annotated[PublicText, AfterValidator(drawn)]

_LINE: TypeAdapter[str] = TypeAdapter(PublicLine)


def _line_or_nothing(value: str) -> str:
    return _LINE.validate_python(value) if value else value


LineOrNothing = Annotated[str, AfterValidator(_line_or_nothing)]
"""One line, or `''` where a design has nothing to say."""
