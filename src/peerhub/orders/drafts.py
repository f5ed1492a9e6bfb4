"""Papers before their revision stands in them: what it is worked out from, and then printed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.press.engine.paper import Paper
from peerhub.questions.revised import Sums, said, stamp_of, sum_of


@dataclass(frozen=True)
class Draft:
    """One paper without its revision: what the ledger calls it, and all that a `Paper` has."""

    name: str
    path: str
    template: str
    title: str
    subject: str
    words: Mapping[str, Any] = field(hash=False)

    @property
    def sum(self) -> str:
        """Return the sum of its words."""
        return sum_of((self.title, self.subject, self.words))


def sums(drafts: Iterable[Draft]) -> Sums:
    """Return the sum of the words of each draft, by its name."""
    return {one.name: one.sum for one in drafts}


def stamp(catalogue: Catalogue, draft: Draft) -> Stamp:
    """Return what the paper of a draft says of itself."""
    return stamp_of(catalogue, draft.name, draft.sum)


def paper(catalogue: Catalogue, draft: Draft) -> Paper:
    """Return a draft as a paper: whose it is, its revision, its day and its licence in print."""
    now = stamp(catalogue, draft)
    words = {**draft.words, "imprint": f"{catalogue.site.name}, {said(now)}. {LICENCE}."}
    return Paper(draft.path, draft.template, draft.title, draft.subject, words, now)


def papers(catalogue: Catalogue, drafts: Iterable[Draft]) -> list[Paper]:
    """Return drafts as papers."""
    return [paper(catalogue, one) for one in drafts]


@dataclass(frozen=True)
class ManyPapers:
    """The papers of drafts that are put together anew by whoever goes over them: none is kept.

    So what waits to be printed takes no memory, however much that is.
    """

    catalogue: Catalogue
    drafts: Callable[[Catalogue], Iterable[Draft]]

    def __iter__(self) -> Iterator[Paper]:
        return (paper(self.catalogue, one) for one in self.drafts(self.catalogue))
