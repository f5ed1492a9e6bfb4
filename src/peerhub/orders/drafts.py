"""Papers before their revision stands in them: what it is worked out from, and then printed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def papers(catalogue: Catalogue, drafts: Iterable[Draft]) -> list[Paper]:
    """Return drafts as papers: whose each is, its revision, its day and its licence in print."""
    found = []
    for one in drafts:
        now = stamp(catalogue, one)
        words = {**one.words, "imprint": f"{catalogue.site.name}, {said(now)}. {LICENCE}."}
        found.append(Paper(one.path, one.template, one.title, one.subject, words, now))
    return found
