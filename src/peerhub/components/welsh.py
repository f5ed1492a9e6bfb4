"""Words in Welsh beside an English page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render


def welsh(title: str, paragraphs: Sequence[str], draft: tuple[str, str] | None) -> Markup:
    """Return paragraphs in Welsh; `draft` says in Welsh and in English that they are unchecked."""
    return render("welsh", title=title, paragraphs=paragraphs, draft=draft)
