"""What a run of the press tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """What a run did: PDFs drawn, found in the store, in place and left out, and its seconds."""

    rendered: int
    reused: int
    files: int
    seconds: float
    left_out: int = 0

    def __str__(self) -> str:
        left = f", {self.left_out} left out" if self.left_out else ""
        return (
            f"Posters: {self.rendered} made, {self.reused} unchanged{left} ({self.seconds:.1f} s)."
        )
