"""Tools: parts of a page that people print, fill in and make their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from peerhub.models.base import Id, Line, Part

FOLDER = "materials/tools"
"""Where the files of tools stand, below the site."""

FORMATS = ("pdf", "docx", "odt")
"""The kinds of file that a tool comes in, by their endings."""

HELP_CARD = f"{FOLDER}/help-card.pdf"
PROMPT_CARDS = f"{FOLDER}/prompt-cards.pdf"
"""Where the cards stand: that of urgent numbers, and those of prompts."""

GAP = "……"
"""How a page writes a place to fill in."""

BOX = "☐"
"""A place to tick. Documents show the sign; on a PDF it is drawn, since our type lacks it."""


class Tool(Part):
    """What a page's front matter says of a tool: its title, and which of its sections it is."""

    id: Id
    title: Line
    parts: Annotated[tuple[Line, ...], Field(min_length=1)]
    """The second-level headings of the page that go into the tool, in this order."""
    checklist: bool = False
    """Whether its lists are printed as tables to tick, with an owner and a date for each line."""
    lines: Annotated[int, Field(ge=1, le=12)] = 3
    """How many ruled lines a question of a list gets on paper."""


@dataclass(frozen=True)
class ToolText:
    """A tool ready to be printed: its id, its title, and its words as plain HTML."""

    id: str
    title: str
    html: str
    lines: int = 3

    @property
    def path(self) -> str:
        """Where its files stand below the site, without their endings."""
        return f"{FOLDER}/{self.id}"
