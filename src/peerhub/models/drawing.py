"""Line drawings of ideas that are taught: parts with a picture and a label each, in a shape."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from peerhub.models.base import Id, Part, Record, fault, rule_on
from peerhub.models.public import PlainPrinted, PublicLine, PublicTitle

Shape = Literal["row", "path", "ring", "around", "stairs", "circles", "trays", "wall"]
"""How its parts stand: side by side; one after another; in a circle of arrows; about the first;
rising; one within the other; to be sorted into; or each on those before it."""

ROOM: dict[Shape, tuple[int, int]] = {
    "row": (2, 9),
    "path": (2, 9),
    "ring": (3, 4),
    "around": (3, 7),
    "stairs": (3, 4),
    "circles": (2, 4),
    "trays": (2, 4),
    "wall": (6, 9),
}
"""How few and how many parts each shape has room for."""

LABEL, LABEL_WORD = 26, 12
"""Letters that a label and one of its words may have: all are drawn in the same large letters."""


def _fits(label: str) -> str:
    long = next((one for one in re.split(r"(?<=-)|\s", label) if len(one) > LABEL_WORD), None)
    if len(label) > LABEL or long:
        raise fault(
            f"the label '{label}' is too long for a drawing",
            f"Write at most {LABEL} letters, and no word of more than {LABEL_WORD}: the rest goes "
            "into words.",
        )
    return label


class DrawnPart(Part):
    """One part of a drawing: what is pictured, its label, and what it means.

    `art` names a file of `materials/drawings/`. `words` stand in the drawing's text twin alone.
    """

    label: Annotated[PublicLine, AfterValidator(_fits)]
    art: Id | None = None
    words: PublicLine | None = None


class Drawing(Record):
    """A drawing of one idea, and its twin in words: what it says, and each of its parts."""

    title: Annotated[PublicTitle, StringConstraints(max_length=50)]
    shape: Shape
    says: PlainPrinted
    """What the drawing shows, in a sentence or two, for whoever does not see it."""
    parts: Annotated[tuple[DrawnPart, ...], Field(min_length=1)]

    @rule_on("shape", "parts")
    def _parts_have_room(self) -> None:
        few, many = ROOM[self.shape]
        if not few <= len(self.parts) <= many:
            raise fault(
                f"a drawing of the shape '{self.shape}' cannot have {len(self.parts)} parts",
                f"Give it {few} to {many}, or choose another shape.",
                at="parts",
            )

    @property
    def is_numbered(self) -> bool:
        """Whether its parts come one after another, and so have numbers."""
        return self.shape in ("path", "wall")

    @property
    def lines(self) -> tuple[str, ...]:
        """Its parts in words, in their order."""
        return tuple(
            f"{part.label}: {part.words}" if part.words else part.label for part in self.parts
        )

    @property
    def said(self) -> str:
        """The whole of it in words, on one line, for a picture that can only have that."""
        listed = "; ".join(self.lines)
        return f"{' '.join(self.says.split())} {listed}."
