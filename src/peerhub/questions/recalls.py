"""What forces are asked to do about each thing that was taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from peerhub.models.recall import Recall
from peerhub.words import listed


@dataclass(frozen=True)
class RecallNotice:
    """One request to forces, in words. No number is told whole, because somebody might ring it."""

    id: str
    """Names the recall for ever, for feeds."""
    on: dt.date
    title: str
    ask: str


def recall_notices(recalls: Iterable[Recall]) -> tuple[RecallNotice, ...]:
    """Return a notice for each recall, the last one taken back first."""
    found = [
        RecallNotice(f"recall-{one.kind}-{place}-{one.on}", one.on, _title(one), _ask(one))
        for place, one in enumerate(recalls)
    ]
    return tuple(found[::-1])


def _title(recall: Recall) -> str:
    return f"Taken back: {recall.sign}"


def _ask(recall: Recall) -> str:
    if recall.kind == "module":
        return (
            "Do not teach it. Destroy slides, handouts, guides and packs that hold it, on paper "
            "and on sticks."
        )
    if recall.kind == "source":
        return "Do not rely on it. Destroy copies of papers that name it, and get them again."
    posters = ""
    if recall.codes:
        word = "code" if len(recall.codes) == 1 else "codes"
        posters = f"Take down posters with the {word} {listed(recall.codes)}. "
    return f"{posters}Destroy cards, handouts, slides and packs that bear it, and get them again."
