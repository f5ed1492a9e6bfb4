"""The page that tells how fresh the hub is: what is to be looked through, by whom and by when."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from peerhub.catalogue import Catalogue
from peerhub.pages.compose import inert, section
from peerhub.questions.freshness import (
    CALENDAR,
    FEED,
    PLURALS,
    Freshness,
    by_owner_and_day,
    freshness,
    totals,
)
from peerhub.words import counted, day

PATH = "about/freshness.md"
TITLE = "How fresh this hub is"
_LEAD = "This page shows what has to be looked through again, by whom and by when."
_HOW = (
    "Every page, helpline, module and force has an owner and a day. By that day the owner reads it "
    "again and compares it with its sources. What is past its day is marked as **late**. While a "
    "helpline or a page on suicide, or on the limits of confidentiality, is late, its readers are "
    "told so. No new edition of the hub is made until it is done."
)
_HEAD = """\
---
title: {title}
description: What has to be looked through again on this hub, by whom and by when.
owner: {owner}
review_by: {day}
---
"""
Days = Sequence[tuple[dt.date, tuple[Freshness, ...]]]
"""What one owner has to look through, by the day."""
LISTS: Mapping[str, str] = {
    "event": "/events/",
    "force": "/forces/",
    "module": "/train/modules/",
    "poster": "/posters/",
    "service": "/support/",
    "source": "/evidence/",
    "workshop": "/train/workshops/",
}
"""Where readers find all of a kind."""
SHOWN = 40
"""How many of a kind that are late the page names; the data name all."""
YEAR = dt.timedelta(days=365)


def freshness_page(catalogue: Catalogue) -> str:
    """Return the page: for each owner what is due by each day, the first day first."""
    found = freshness(catalogue)
    head = _HEAD.format(
        title=TITLE,
        owner=json.dumps(catalogue.owners[0].id),
        day=(catalogue.site.dated + YEAR).isoformat(),
    )
    blocks = [
        head.rstrip("\n"),
        f"# {TITLE}",
        f"{_LEAD}\n{{: .lead }}",
        _HOW,
        _summary(found),
        *(_owner(catalogue, owner, days) for owner, days in _owners(found)),
        section(
            "The same for programs",
            f"- [As a calendar](/{CALENDAR}), to subscribe to\n- [As data](/{FEED}) (JSON)",
        ),
        section(
            "What to do next",
            "- [See who to contact about the hub](/about/)\n- [Need to talk now?](/support/)",
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _owners(
    found: Sequence[Freshness],
) -> list[tuple[str, list[tuple[dt.date, tuple[Freshness, ...]]]]]:
    return [
        (owner, [(when, held) for _, when, held in parts])
        for owner, parts in groupby(by_owner_and_day(found), key=lambda one: one[0])
    ]


def _summary(found: Sequence[Freshness]) -> str:
    late = [one for one in found if one.is_late]
    if not late:
        return f"**Nothing is late.** All {len(found)} records and pages are within their day."
    relied_on = sum(one.is_critical for one in late)
    more = f" People in need rely on {relied_on} of them." if relied_on else ""
    what = counted(len(late), "record or page", "records and pages")
    return f"**{what} of {len(found)} {'is' if len(late) == 1 else 'are'} late.**{more}"


def _owner(catalogue: Catalogue, owner: str, days: Days) -> str | None:
    known = catalogue.owner_by_id.get(owner)
    name = known.name if known else owner
    return section(inert(name), *(_day(when, held) for when, held in days))


def _day(when: dt.date, held: Sequence[Freshness]) -> str:
    """Return what falls due on one day: how many of each kind, and by name what is late."""
    is_late = any(one.is_late for one in held)
    heading = f"### By {day(when)}{' (late)' if is_late else ''}"
    lines = []
    for total, kind, some in totals(held):
        where = LISTS.get(kind)
        lines.append(f"- [{total}]({where})" if where else f"- {total}")
        if is_late:
            lines += [f"    - {line}" for line in _named(kind, some)]
    return f"{heading}\n\n" + "\n".join(lines)


def _named(kind: str, some: Sequence[Freshness]) -> list[str]:
    """Return a line for each that readers may see, and one that counts the rest."""
    first = sorted((one for one in some if one.is_shown), key=lambda one: not one.is_critical)
    lines = [_line(one) for one in first[:SHOWN]]
    rest = len(first) - SHOWN
    if rest > 0:
        lines.append(f"{rest} more, named [in the data](/{FEED})")
    hidden = len(some) - len(first)
    if hidden:
        lines.append(f"{counted(hidden, kind, PLURALS.get(kind))} not shown on the hub yet")
    return lines


def _line(one: Freshness) -> str:
    name = inert(one.title)
    linked = f"[{name}]({one.address})" if one.address else name
    return f"{linked}: **people in need rely on it**" if one.is_critical else linked
