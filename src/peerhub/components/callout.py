"""Callouts: a few words set apart because the reader must not miss them."""

from __future__ import annotations

from typing import Literal, get_args

from markupsafe import Markup

from peerhub.components.render import render

CalloutKind = Literal["note", "care", "limits", "suggested", "empty"]
"""Care: content notes and distress. Limits: of confidentiality. Empty: nothing here yet."""

KINDS = get_args(CalloutKind)


def callout(kind: CalloutKind, title: str, body: str) -> Markup:
    """Return a callout; plain words become one escaped paragraph, Markup stands as it is.

    Raises ValueError for a kind that there is not.
    """
    if kind not in KINDS:
        raise ValueError(f"'{kind}' is none of {', '.join(KINDS)}")
    return render("callout", kind=kind, title=title, body=body, is_html=isinstance(body, Markup))
