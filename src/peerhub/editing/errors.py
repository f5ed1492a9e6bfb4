"""What an editor reads when a record cannot be added."""

from __future__ import annotations

from peerhub.stopped import Stopped


class EditError(Stopped):
    """Nothing was written. `str()` of it says what is wrong and what to do, in one line."""
