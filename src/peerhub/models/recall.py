"""What the hub has taken back: a number, an address, a module or a source, and who has to know."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from peerhub.models.base import Day, Line, Part

RecallKind = Literal["number", "address", "module", "source"]
TAIL = 3
"""Digits of a number that a notice tells: enough to know it by, too few to ring."""


class Recall(Part):
    """One thing that is never to be served again."""

    kind: RecallKind
    what: Line
    """The number as it was printed, the address, or the id."""
    called: Line
    """What readers know it as, without the number itself: the name of its service, its title."""
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What is looked for: whatever holds one of these is taken down."""
    folders: tuple[Line, ...] = ()
    """Starts of paths that are its own: whatever is below them is taken down."""
    codes: tuple[Line, ...] = ()
    """The posters that bear it, by their codes."""
    on: Day

    @property
    def sign(self) -> str:
        """How a notice names it. A number is never told whole, because somebody might ring it."""
        if self.kind == "number":
            digits = "".join(filter(str.isdigit, self.what))
            return f"the number of {self.called} that ends in {digits[-TAIL:]}"
        if self.kind == "address":
            return f"an old web address of {self.called}"
        return f"the {self.kind} “{self.called}”"

    def takes(self, path: str) -> bool:
        """Say whether a path is taken down whatever it says."""
        return bool(self.folders) and path.startswith(self.folders)

    def looks_into(self, is_page: bool) -> bool:
        """Say whether what holds its words goes with it. A page may go on naming a module."""
        return not (is_page and self.kind == "module")
