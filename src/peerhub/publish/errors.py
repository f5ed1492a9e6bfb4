"""Why nothing was published."""

from __future__ import annotations

from peerhub.stopped import Stopped


class PublishStopped(Stopped):
    """Each reason is one line that says what stands in the way and what to do.

    What readers are served is what it was before.
    """

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))
