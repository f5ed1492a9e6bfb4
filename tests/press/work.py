"""Work for the pool that goes well, and work that goes wrong, for tests to send to processes."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from peerhub.press.engine.errors import PressError


@dataclass(frozen=True)
class Errand:
    """Something to be made: `kind` says what happens when it is."""

    name: str
    kind: str = "tells its process"

    @property
    def what(self) -> str:
        return f"the errand {self.name}"

    def make(self) -> dict[str, bytes]:
        match self.kind:
            case "dies":
                os.kill(os.getpid(), signal.SIGKILL)
            case "sleeps":
                time.sleep(600)
            case "runs in circles":
                while True:
                    pass
            case "cannot be made":
                raise PressError("The errand cannot be made.", "Make another.")
            case "is slow":
                time.sleep(0.4)
        return {self.name: str(os.getpid()).encode()}


def errands(count: int, kind: str = "tells its process") -> list[list[Errand]]:
    return [[Errand(f"{kind} {number}", kind)] for number in range(count)]
