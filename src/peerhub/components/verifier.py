"""A place to drop a file, to be told whether it is ours; nothing leaves the browser."""

from __future__ import annotations

from markupsafe import Markup

from peerhub.components.render import render


def verifier() -> Markup:
    """Return the place for files. Its script shows it; without script, a line says what to do."""
    return render("verifier")
