"""Pages that moved or were withdrawn: their addresses stay, and say where to go."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from peerhub.catalogue import Catalogue
from peerhub.models import PageMeta
from peerhub.models.page import Withdrawn, address_of
from peerhub.pages.compose import inert, page, section
from peerhub.words import day

HELP = "- [Need to talk now?](/support/)\n- [Search the hub](/search/)"


def signpost_pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Return a page for each address that a page had before: it leads to where that page is now."""
    return {
        _path(old): _leads_on(meta, old, address_of(path))
        for path, meta in catalogue.pages.items()
        for old in meta.moved_from
    }


def _path(address: str) -> str:
    return f"{address.strip('/')}.md"


def _leads_on(meta: PageMeta, old: str, new: str) -> str:
    name = inert(meta.title)
    return page(
        meta,
        "This page has moved",
        f"This page has moved. You can read it under its new address: {meta.title}.",
        f"Go to the page that you are looking for: [{name}]({new}).\n{{: .lead }}",
        section("What to do next", f"- [{name}]({new})\n{HELP}"),
        more={"leads_to": posixpath.relpath(new, old) + "/", "search": {"exclude": True}},
    )


def notice(gone: Withdrawn, named: str) -> str:
    """Return the text of a page that was withdrawn: since when, why, and what to read instead."""
    instead = f"[Read {inert(named)}]({gone.instead}) instead." if gone.instead else ""
    next_steps = f"- [{inert(named)}]({gone.instead})\n{HELP}" if gone.instead else HELP
    return "\n\n".join(
        one
        for one in (
            f"Please stop using this page. It was withdrawn on {day(gone.on)}.\n{{: .lead }}",
            inert(gone.why),
            instead,
            section("What to do next", next_steps),
        )
        if one
    )
