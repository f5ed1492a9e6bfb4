"""Services: who to turn to, in the order given, each with the day it was last checked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import UK_NATIONS, Language, Service
from peerhub.models.contact import dialled
from peerhub.models.language_code import tag_of
from peerhub.questions.first_lines import FirstLine
from peerhub.words import day, listed, month


@dataclass(frozen=True)
class _Shown:
    """A service in the words that readers see."""

    id: str
    name: str
    what: str
    who: str
    hours: str
    always: bool
    phone: str | None
    tel: str | None
    say: str | None
    others: list[tuple[str, str, str]]
    """What is said in other languages: tag, words, and the name of one whose words are a draft."""
    text: str | None
    sms: str | None
    url: str | None
    host: str | None
    nations: str
    places: str
    """The classes that say where it answers, for the choice of nation."""
    checked: str
    late_since: str | None
    """The day by which it was to be checked again, when that is past."""


def service_list(
    services: Sequence[Service],
    level: int = 3,
    *,
    anchored: bool = False,
    shown_on: dt.date | None = None,
    languages: Sequence[Language] = (),
) -> Markup:
    """Return the services in the order given; `level` is that of their names' headings.

    Anchored, each has an id that links on the same page lead to. One that is to be looked through
    before the day on which it is shown says so.
    """
    shown = [_shown(service, shown_on, languages) for service in services]
    return render("service_list", services=shown, level=level, anchored=anchored)


def _shown(service: Service, shown_on: dt.date | None, languages: Sequence[Language]) -> _Shown:
    is_late = shown_on is not None and service.review_by < shown_on
    return _Shown(
        id=service.id,
        name=service.name,
        what=service.what,
        who=service.who,
        hours=service.hours,
        always=service.is_open_all_hours,
        phone=service.phone,
        tel=dialled(service.phone) if service.phone else None,
        say=service.say,
        others=[
            (tag_of(one.id), said.say, one.name if said.is_draft else "")
            for one in languages
            if (said := service.words.get(one.id)) and said.say
        ],
        text=service.text,
        sms=sms_of(service.text) if service.text else None,
        url=service.url,
        host=_host(service.url) if service.url else None,
        nations=_nations(service.nations),
        places=places_of(service.nations),
        checked=month(service.last_checked),
        late_since=day(service.review_by) if is_late else None,
    )


def services_kind(title: str, services: Sequence[Service]) -> Markup:
    """Return the heading of services of one kind; it goes with the last that a nation has."""
    nations = [one for one in UK_NATIONS if any(one in found.nations for found in services)]
    return render("services_kind", title=title, places=places_of(nations))


def nation_choice() -> Markup:
    """Return the choice of nation, which leaves only what answers there. It needs no script."""
    nations = [{"title": one, "id": f"nation-{_slug(one)}"} for one in UK_NATIONS]
    return render("nation_choice", nations=nations)


def help_line(danger: Sequence[Service]) -> Markup:
    """Return one line for pages to read: the number for danger, and the way to all others."""
    phones = [one.phone for one in danger if one.phone]
    return render("help_line", phones=phones)


def first_list(lines: Sequence[FirstLine]) -> Markup:
    """Return the lines that come first as one short list, each one tap.

    Those that are not first are there for the choice of nation, which shows them.
    """
    shown = [
        {
            "label": line.label,
            "where": None if line.is_everywhere else _nations(line.nations),
            "href": dialled(line.phone) if line.phone else sms_of(line.text or ""),
            "say": line.phone or line.text,
            "verb": "Call" if line.phone else "Text",
            "places": places_of(line.nations) + ("" if line.is_first else " of-nation"),
        }
        for line in lines
    ]
    return render("first_list", lines=shown)


def places_of(nations: Sequence[str]) -> str:
    """Return the classes that say where a service answers, for the choice of nation."""
    return " ".join(f"in-{_slug(one)}" for one in nations)


def _slug(nation: str) -> str:
    return nation.lower().replace(" ", "-")


def sms_of(text: str) -> str | None:
    """Return the address that opens a text message: "SHOUT to 85258" has the word in it.

    RFC 5724 writes `?body=`, and iPhones read `&body=`: `?&body=` is understood by both. A phone
    that knows neither still opens a message to the number; the link's words say what to type.
    """
    found = re.fullmatch(r"(\w+) to (\d{4,})", text)
    return f"sms:{found[2]}?&body={found[1]}" if found else None


def _host(url: str) -> str:
    """Return the part of an address that people know a site by."""
    return url.removeprefix("https://").split("/")[0].removeprefix("www.")


def _nations(nations: Sequence[str]) -> str:
    return "All of the UK" if set(nations) == set(UK_NATIONS) else listed(nations)
