"""Callouts: a few words set apart because the reader must not miss them."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from peerhub.components.render import render

CalloutKind = Literal["note", "care", "limits", "suggested", "empty"]
"""Care: content notes and distress. Limits: of confidentiality. Empty: nothing here yet."""


def callout(kind: CalloutKind, title: str, body: str) -> Markup:
    """Return a callout; plain words become one escaped paragraph, Markup stands as it is.

    Raises KeyError for a kind without an icon.
    """
    return render("callout", kind=kind, title=title, body=body, is_html=isinstance(body, Markup))
