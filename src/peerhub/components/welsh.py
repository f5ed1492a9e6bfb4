"""Words in Welsh beside an English page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class WelshLists:
    """What to do next, and the heads of the page with the fragment where each stands."""

    next_head: str
    steps: tuple[str, ...]
    heads_head: str
    heads: tuple[tuple[str, str], ...]


def welsh(
    title: str,
    paragraphs: Sequence[str],
    draft: tuple[str, str] | None,
    lists: WelshLists | None = None,
) -> Markup:
    """Return words in Welsh; `draft` says in Welsh and in English that they are unchecked.

    The mark of a draft comes first, before anything that it is said of.
    """
    return render("welsh", title=title, paragraphs=paragraphs, draft=draft, lists=lists)
