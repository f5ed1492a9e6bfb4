"""How far the work is: which step of how many, what is being made, and how many are left.

On a terminal one line tells it, over and over; elsewhere, in a log, a line now and then. No stretch
of work is silent for longer than `TICK` seconds, whatever it is that takes so long.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import TextIO

TICK = 2.5
"""Seconds after which silence is broken."""

OFTEN = 0.2
"""Seconds between two counts on a terminal."""


class Progress:
    """Tells how far the steps of some work are. One that has no stream tells nothing."""

    def __init__(
        self,
        stream: TextIO | None = None,
        steps: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.steps = steps
        self._stream = stream
        self._clock = clock
        self._pause = OFTEN if stream is not None and stream.isatty() else TICK
        self._step = self._done = self._total = 0
        self._of = ""
        self._began = self._told = clock()
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._watch: threading.Thread | None = None

    def begin(self, step: str) -> None:
        """Say that a step begins, the next one or a later one; the one before it is over."""
        if self._stream is None:
            return
        self._step = self.steps.index(step) + 1
        self._began = self._clock()
        self.count(0)
        self._tell(self._named())
        if self._watch is None:
            self._watch = threading.Thread(target=self._watching, daemon=True)
            self._watch.start()

    def count(self, total: int, of: str = "") -> None:
        """Say how many things the step is now to make, and what they are."""
        self._done, self._total, self._of = 0, total, f" {of}" if of else ""

    def update(self, made: int = 1) -> None:
        """Say that so many more are made."""
        self._done += made
        if self._clock() - self._told >= self._pause or self._done == self._total:
            self._tell(self._counted())

    def tick(self) -> None:
        """Say that the work goes on, when nothing has been said for a while."""
        if self._clock() - self._told >= TICK:
            seconds = self._clock() - self._began
            self._tell(f"{self._counted()} ({seconds:.0f} seconds)")

    def end(self) -> None:
        """Say no more: all is made."""
        self._over.set()
        if self._stream is not None:
            make_room(self._stream)

    def _named(self) -> str:
        name = self.steps[self._step - 1] if self._step else "beginning"
        return f"Step {self._step} of {len(self.steps)}: {name}"

    def _counted(self) -> str:
        if not self._total:
            return self._named()
        return f"{self._named()}, {self._done:,} of {self._total:,}{self._of}"

    def _tell(self, line: str) -> None:
        self._told = self._clock()
        if self._stream is not None:
            self._write(f"\r\033[K{line}" if self._stream.isatty() else f"{line}\n")

    def _write(self, text: str) -> None:
        with self._lock:
            print(text, end="", file=self._stream, flush=True)

    def _watching(self) -> None:
        while not self._over.wait(OFTEN):
            self.tick()


def progress(steps: Sequence[str]) -> Progress:
    """Return what tells of these steps on standard error."""
    return Progress(sys.stderr, steps)


def make_room(stream: TextIO = sys.stderr) -> None:
    """Take away the line that tells how far the work is, so that other lines can follow."""
    if stream.isatty():
        print("\r\033[K", end="", file=stream, flush=True)


SILENT = Progress()
"""What tells nothing."""
