"""The place where forces' sheets become a national picture; nothing leaves the browser."""

from __future__ import annotations

from markupsafe import Markup

from peerhub.components.render import render


def evaluation_merger(kit: str) -> Markup:
    """Return the place for sheets; `kit` is the JSON by which its script judges them.

    Without the script, a line says which command does the same.
    """
    return render("evaluation_merger", kit=kit)
