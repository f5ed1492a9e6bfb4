"""What a sheet says in its tab `Read first`, and of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from peerhub.catalogue import Catalogue
from peerhub.evaluation.layout import FIGURES, HIDDEN_COUNT, RESULTS
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.questions.disclosure import SMALLEST_COUNT
from peerhub.questions.evaluation_kit import PAGE, SHEET_TITLE
from peerhub.questions.many_forces import MANY
from peerhub.questions.revised import said

WRITE_ID = "write your force's id (how the address of its page ends)"
"""What is to be done where there are too many forces to choose from a list."""


@dataclass(frozen=True)
class KitWords:
    """The words around a sheet's figures, each line of `lines` short enough for a wide window."""

    title: str
    subject: str
    lines: tuple[str, ...]


def kit_words(catalogue: Catalogue) -> KitWords:
    """Return the words of the sheets of a hub, before their revision stands in them."""
    most = SMALLEST_COUNT - 1
    listed = len(catalogue.uk_forces) <= MANY
    lines = (
        "One sheet holds one force's figures for one period. All indicators are our suggestion.",
        "",
        (
            f"1. On the tab {FIGURES} {'choose your force' if listed else WRITE_ID} in B1, and "
            "write the period's first and last day in B2 and B3."
        ),
        "2. Fill in column E only: a count in each group. The totals are worked out for you.",
        (
            f"3. For a count from 1 to {most} write the words: {HIDDEN_COUNT}. Write 0 for none, "
            "if that gives nothing away."
        ),
        (
            "4. Fill in all groups of an indicator, or leave all of them empty if you did not "
            "collect it."
        ),
        "5. Look at column F. When it says nothing, the figures are ready.",
        f"6. The tab {RESULTS} shows your own shares, with a chart. It is for you.",
        "",
        (
            "Never write a name, a date of a talk, a team or a story into this file. Add no notes, "
            "no tabs and no hidden rows."
        ),
        (
            "Before you send it, take your own name out of the file's properties: your program "
            "puts it there when it saves."
        ),
        (
            "Send it to the role mailbox that the national lead gave you. Counts only: your tally "
            "sheets stay with you."
        ),
        (
            "The national picture is made of whole figures only. An indicator with a hidden count "
            "adds nothing to it."
        ),
        "",
        (
            "What these figures cannot show: that peer support caused a change, how any person is, "
            "or which force does better."
        ),
        f"How to use it: {catalogue.site.address.rstrip('/')}{PAGE}",
    )
    return KitWords(SHEET_TITLE, "", lines)


def signed(words: KitWords, catalogue: Catalogue, stamp: Stamp) -> KitWords:
    """Return the words of a sheet with whose it is, its revision and its licence."""
    imprint = f"{catalogue.site.name}, {said(stamp)}. {LICENCE}."
    return replace(words, subject=f"For one force, {stamp.named}", lines=(*words.lines, imprint))
