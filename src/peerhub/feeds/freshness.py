"""What is to be looked through again, for other programs: as JSON, and as a calendar."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peerhub.catalogue import Catalogue
from peerhub.feeds.icalendar import day, escaped, midnight, written
from peerhub.feeds.in_parts import in_parts
from peerhub.models.licence import RIGHTS
from peerhub.questions.freshness import (
    CALENDAR,
    FEED,
    Freshness,
    by_owner_and_day,
    freshness,
    totals,
)

FAMILY = uuid.UUID("5f0d7a1e-3f1b-5a55-9a59-0c1f6b0c7d21")
"""Where the identifiers of days of review come from."""


MOST = 2000
"""Things to look through that one file names."""


MOST_TITLES = 200
"""Things of one kind that a day of the calendar names."""


def freshness_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the text of each file by its path below the site: the list, and the calendar."""
    found = freshness(catalogue)
    return {**_feed(found), CALENDAR: _calendar(catalogue, found)}


def _feed(found: Sequence[Freshness]) -> dict[str, str]:
    """Return what readers may see, each with its day, by path; the rest is counted."""
    items = [
        {
            "kind": one.kind,
            "title": one.title,
            **({"address": one.address} if one.address else {}),
            "owner": one.owner,
            "review_by": one.by.isoformat(),
            "late": one.is_late,
            "relied_on": one.is_critical,
        }
        for one in found
        if one.is_shown
    ]
    beside = {"not_shown": len(found) - len(items)}
    return {
        path: json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        for path, said in in_parts(FEED, "freshness", items, MOST, beside)
    }


def _calendar(catalogue: Catalogue, found: Sequence[Freshness]) -> str:
    return written(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Peer Support Hub//Freshness//EN",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{escaped(f'{catalogue.site.name}: due for review')}",
            f"X-LICENCE:{escaped(RIGHTS)}",
            *_days(catalogue, found),
            "END:VCALENDAR",
        ]
    )


def _days(catalogue: Catalogue, found: Sequence[Freshness]) -> Iterator[str]:
    """Yield a whole day for each owner and day: its name says what, and its text which."""
    for owner, when, held in by_owner_and_day(found):
        known = catalogue.owner_by_id.get(owner)
        name = known.name if known else owner
        parts = totals(held)
        told = "\n".join(f"{total}: {_titles(some)}" for total, _, some in parts)
        yield from (
            "BEGIN:VEVENT",
            f"UID:{uuid.uuid5(FAMILY, f'{owner}/{when}')}",
            f"DTSTAMP:{midnight(catalogue.today)}",
            f"LAST-MODIFIED:{midnight(catalogue.today)}",
            "SEQUENCE:0",
            f"DTSTART;VALUE=DATE:{day(when)}",
            f"DTEND;VALUE=DATE:{day(when + dt.timedelta(days=1))}",
            f"SUMMARY:{escaped(f'{name}: look through ' + ', '.join(one[0] for one in parts))}",
            f"DESCRIPTION:{escaped(told)}",
            f"URL:{catalogue.site.address}about/freshness/",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )


def _titles(some: Iterable[Freshness]) -> str:
    """Return the titles that readers may see, the first of too many."""
    shown = [one.title for one in some if one.is_shown]
    more = len(shown) - MOST_TITLES
    return ", ".join([*shown[:MOST_TITLES], *([f"and {more:,} more"] if more > 0 else [])])
