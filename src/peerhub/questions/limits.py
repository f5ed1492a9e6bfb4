"""The limits of privacy, in one wording from `data/site.yml`, for pages and for paper."""

from __future__ import annotations

from html import escape
from typing import Literal, get_args

from peerhub.models import Limits

Form = Literal["short", "full", "opening"]


def limits_words(limits: Limits | None, form: Form = "short") -> str:
    """Return the limits as Markdown: half a sentence, a numbered list, or the opening as a quote.

    Raises ValueError for another form, and where the project has no wording.
    """
    if form not in get_args(Form):
        raise ValueError(f"form is '{form}'; write one of: {', '.join(get_args(Form))}")
    if limits is None:
        raise ValueError("data/site.yml holds no limits")
    match form:
        case "short":
            return escape(limits.short, quote=False)
        case "full":
            lines = (line[0].upper() + line[1:] for line in limits.full)
            return "\n".join(
                f"{number}. {escape(line, quote=False)}." for number, line in enumerate(lines, 1)
            )
        case "opening":
            return f"> {escape(' '.join(limits.opening.split()), quote=False)}"
