"""What is wrong with a sheet, as data: its code, its place and what its words need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from peerhub.evaluation.messages import MESSAGES


@dataclass(frozen=True)
class SheetFault:
    """One thing that is wrong, or a notice. `said` fills the braces of its message.

    What a cell says is never in it, since it may name somebody: only ids of the kit, names of
    its tabs, whole numbers, days, and names of files.
    """

    code: str
    place: str = ""
    """"Figures!E9", "Figures!9:9", "Figures!E:E", "Results"; "" for the whole file."""
    said: Mapping[str, object] = field(default_factory=dict)

    def line(self, file: str) -> str:
        """Return the line that people read: file, place, code, what is wrong, what to do."""
        where = f"{file}: {self.place}: " if self.place else f"{file}: "
        return f"{where}[{self.code}] {filled(self.code, self.said)}"


def filled(code: str, said: Mapping[str, object]) -> str:
    """Return a message with its braces filled; what nobody gave stays as it is."""
    return re.sub(r"\{(\w+)\}", lambda one: str(said.get(one[1], one[0])), MESSAGES[code])
