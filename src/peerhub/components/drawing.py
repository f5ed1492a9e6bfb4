"""A drawing on a page: in the colours of the page, with its twin in words below it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.drawings import drawn
from peerhub.models import Drawing


def drawing(what: Drawing, art: Mapping[str, str]) -> Markup:
    """Return a drawing with its title, and the same in words for whoever wants to read it."""
    made = drawn(what, art)
    label = Markup(' role="img" aria-label="{}" focusable="false"').format(what.title)
    return render("drawing", drawing=what, picture=Markup(made.svg(label)))


def small_art(art: str) -> Markup:
    """Return a piece of line art as a small picture for the eye alone; nothing where none is."""
    if not art:
        return Markup()
    return Markup(
        '<svg class="small-art" viewBox="0 0 100 100" width="64" height="64" aria-hidden="true">'
        "{}</svg>"
    ).format(Markup(art))
