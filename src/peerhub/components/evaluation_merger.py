"""The place where forces' sheets become a national picture; nothing leaves the browser."""

from __future__ import annotations

from markupsafe import Markup

from peerhub.components.render import render


def evaluation_merger() -> Markup:
    """Return the place for sheets, which its script shows; without script, a line names a command.

    The page loads the data of the kit (`evaluation/script.py`) before its scripts.
    """
    return render("evaluation_merger")
