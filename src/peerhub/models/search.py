"""What readers type to find a page: other words for what it holds, and words of crisis."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from peerhub.models.base import Line, Record

ADDRESS_PATTERN = r"^/([a-z0-9./-]*/)?(#[a-z0-9-]+)?$"
Words = Annotated[tuple[Line, ...], Field(min_length=1)]


class Synonym(Record):
    """Words that people use, and the address of the page that says what they mean.

    `leads_to` is an address of the hub ("/guidance/supervision/"). A search for any of the words
    has that page among its first three results, as a test holds.
    """

    words: Words
    leads_to: Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN)]


class CrisisWords(Record):
    """What somebody in trouble, or worried about somebody, types. Help then stands above all else.

    Each entry is one word or several; several count when they come in this order, close together.
    """

    words: Words
    unless: tuple[Line, ...] = ()
    """What is said at work with such words in it, word for word: it counts for nothing, and what
    stands beside it is looked at as ever."""
