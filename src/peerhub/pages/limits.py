"""The limits of privacy as pages and papers call for them: one wording, from `data/site.yml`."""

from __future__ import annotations

from html import escape
from typing import Literal, get_args

from peerhub.models import Limits
from peerhub.pages.choices import one_of

Form = Literal["short", "full", "opening"]


def limits_words(limits: Limits | None, form: Form = "short") -> str:
    """Return the limits as Markdown: half a sentence, a numbered list, or the opening as a quote.

    Raises ValueError for another form, and where the project has no wording.
    """
    one_of("form", form, get_args(Form))
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
