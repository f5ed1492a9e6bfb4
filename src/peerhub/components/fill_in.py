"""A form to fill in on the screen, with what it takes to keep it: a file, or paper."""

from __future__ import annotations

from markupsafe import Markup

from peerhub.components.render import render

OTHER_FORMATS = (
    "The PDF prints, and can be filled in with a PDF reader. Word and OpenDocument files have "
    "named fields and can be changed. If none of them works for you, [ask for another "
    "format](/about/accessibility/)."
)
"""What each format is for, and how to ask for another."""


def fill_in(identity: str, fields: str) -> Markup:
    """Return a form of some HTML with fields. Its script saves and opens files, and sends none."""
    return render("fill_in", identity=identity, fields=Markup(fields))
