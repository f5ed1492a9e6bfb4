"""What the press says when it cannot print: one line, what is wrong and what to do about it."""

from __future__ import annotations

from peerhub.stopped import Stopped


class PressError(Stopped):
    """A poster cannot be made. `str()` of it is one line: the fault, then the remedy."""

    def __init__(self, fault: str, remedy: str = "") -> None:
        super().__init__(f"{fault} {remedy}".rstrip())
        self.fault = fault
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[PressError], tuple[str, str]]:
        return type(self), (self.fault, self.remedy)
