"""The evidence base: a source cited in a sentence, and sources in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import Reference


@dataclass(frozen=True)
class _Source:
    """A source in the words that readers see."""

    id: str
    short: str
    kind: str
    citation: str
    finding: str
    limits: str | None
    use_for: str | None
    href: str | None
    link: str | None
    isbn: str | None


def cite(reference: Reference) -> Markup:
    """Return a link to a source in the list of evidence, for use within a sentence."""
    return Markup('<a class="cite" href="/evidence/#{}">{}</a>').format(
        reference.id, reference.short
    )


def reference_list(references: Sequence[Reference], level: int = 3) -> Markup:
    """Return the sources in full, each with its limits and an anchor that citations lead to."""
    return render("reference_list", sources=[_source(one) for one in references], level=level)


def _source(reference: Reference) -> _Source:
    kind = reference.kind
    return _Source(
        id=reference.id,
        short=reference.short,
        kind=kind[:1].upper() + kind[1:],
        citation=reference.citation,
        finding=reference.finding,
        limits=reference.limits,
        use_for=reference.use_for,
        href=reference.address,
        link=f"DOI {reference.doi}" if reference.doi else _host(reference.address),
        isbn=reference.isbn,
    )


def _host(address: str | None) -> str | None:
    if address is None:
        return None
    return address.removeprefix("https://").split("/")[0].removeprefix("www.")
