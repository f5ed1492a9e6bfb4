"""What an editor should hear of in good time, though nothing is wrong yet."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from peerhub.catalogue.catalogue import Catalogue
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.ledger import PLACE, read_ledger, unwritten
from peerhub.catalogue.poster_ledger import PLACE as POSTERS
from peerhub.catalogue.poster_ledger import read_poster_ledger, unprinted
from peerhub.catalogue.service_ledger import PLACE as SERVICES
from peerhub.catalogue.service_ledger import read_service_ledger, unlooked
from peerhub.faults import Code
from peerhub.models import Event, PageMeta

FILE = "data/events.yml"

SHOWN = 3
"""The most records that a reminder names; the rest are counted."""

CRITICAL = re.compile(r"suicid|confidential", re.IGNORECASE)
"""What a page or a module is about that may not be out of date."""

RUNS_OUT = 90
"""Days before the last date of the calendar at which its editors should hear of it."""


def reminders(catalogue: Catalogue, root: Path, today: dt.date) -> list[Issue]:
    """Return the warnings of a sound project on a given day; they stop nothing."""
    found = []
    year = next_year(catalogue.events, today)
    last = _last(catalogue.events)
    if last is not None and (last - today).days <= RUNS_OUT:
        when = f"in {(last - today).days} days" if last > today else "and that is past"
        found.append(
            _warning(
                FILE,
                Code.CALENDAR_ENDS,
                f"the calendar ends on {last}, {when}",
                f"Add the next dates: peerhub new observances --year {year}.",
            )
        )
    events, _ = read_ledger(root)
    posters, _ = read_poster_ledger(root)
    found += behind(PLACE, unwritten(events, catalogue.events))
    found += behind(POSTERS, unprinted(posters, catalogue.posters, catalogue.services))
    if catalogue.site.dated > today:
        found.append(
            _warning(
                "data/site.yml",
                Code.DAY_TO_COME,
                f"the hub's own day ({catalogue.site.dated}) is still to come",
                "Correct 'dated', or leave it until then.",
            )
        )
    services, _ = read_service_ledger(root)
    if services:
        found += behind(SERVICES, unlooked(services, catalogue.services))
    found += _updated_later(catalogue, today)
    found += _overdue(catalogue, today)
    return found


def behind(ledger: Path, new: Sequence[str]) -> list[Issue]:
    """Return a warning when a ledger does not hold something as it now stands in the data."""
    if not new:
        return []
    first = f"'{new[0]}'" + (f" and {len(new) - 1} more" if len(new) > 1 else "")
    return [
        _warning(
            ledger.as_posix(),
            Code.LEDGER_BEHIND,
            f"the ledger does not hold {first} as now in the data",
            "Before you publish, run: make fix.",
        )
    ]


def overdue(catalogue: Catalogue, day: dt.date) -> dict[str, list[str]]:
    """Return what should have been looked through before a day: names by the file they stand in."""
    late: dict[str, list[str]] = {}
    for kind in catalogue.kinds:
        for record in catalogue.records(kind) if kind.is_reviewed else ():
            if record.review_by < day:
                late.setdefault(catalogue.file_of(kind, record.id), []).append(f"'{record.id}'")
    for path, page in catalogue.pages.items():
        if page.review_by < day:
            late.setdefault("docs", []).append(f"docs/{path}")
    return late


def critical(catalogue: Catalogue, day: dt.date) -> list[str]:
    """Return what is overdue on a day and stops a release: help that people turn to in need."""
    services = [one.id for one in catalogue.services if one.is_published and one.review_by < day]
    pages = [
        f"docs/{path}"
        for path, page in catalogue.pages.items()
        if page.review_by < day and is_critical(path, page)
    ]
    modules = [
        one.id
        for one in catalogue.modules
        if one.review_by < day and is_about_hard_things(one.title)
    ]
    return services + pages + modules


def is_critical(path: str, page: PageMeta) -> bool:
    """Say whether a page may not be out of date: of urgent help, suicide or confidentiality."""
    return page.kind == "urgent" or is_about_hard_things(f"{path.replace('-', ' ')} {page.title}")


def is_about_hard_things(words: str) -> bool:
    """Say whether a title or an address is one of suicide or confidentiality."""
    return bool(CRITICAL.search(words))


def _overdue(catalogue: Catalogue, today: dt.date) -> list[Issue]:
    return [
        _warning(
            file if file != "docs" else names[0],
            Code.OVERDUE,
            f"overdue for review on {today}: {_some_of(names)}",
            "Look each through, then set a new review_by.",
        )
        for file, names in overdue(catalogue, today).items()
    ]


def _updated_later(catalogue: Catalogue, today: dt.date) -> list[Issue]:
    late = [f"'{event.id}'" for event in catalogue.events if event.updated > today]
    if not late:
        return []
    return [
        _warning(
            FILE,
            Code.DAY_TO_COME,
            f"updated on a day that is still to come: {_some_of(late)}",
            "Correct it: write the day of the change.",
        )
    ]


def _some_of(names: Sequence[str]) -> str:
    named = ", ".join(names[:SHOWN])
    rest = len(names) - SHOWN
    return f"{named} and {rest} more" if rest > 0 else named


def next_year(events: Sequence[Event], today: dt.date) -> int:
    """Return the first year whose dates are still to be added: past or present years never are.

    Only observances with a rule come round. Most of them say which year is the last that is full,
    so that one date put in early, or one that has come to its end, does not.
    """
    year = _full_year(events)
    return max(year or max((one.last_day.year for one in events), default=0), today.year - 1) + 1


def _full_year(events: Sequence[Event]) -> int | None:
    """Return the last year for which most observances with a rule have their date."""
    latest: dict[str, int] = {}
    for event in events:
        if event.rule:
            latest[event.series] = max(latest.get(event.series, 0), event.date.year)
    years = Counter(latest.values())
    return min(years, key=lambda year: (-years[year], year), default=None)


def _last(events: Sequence[Event]) -> dt.date | None:
    """Return the last date of the calendar: of observances with a rule, where there are any."""
    year = _full_year(events)
    days = [one.last_day for one in events if year is None or (one.rule and one.date.year <= year)]
    return max(days, default=None)


def _warning(file: str, code: Code, message: str, hint: str) -> Issue:
    return Issue(file, 1, 1, code, message, hint, level="warning")
