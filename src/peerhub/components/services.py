"""Services: who to turn to, in the order given, each with the day it was last checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import UK_NATIONS, Service
from peerhub.models.contact import dialled
from peerhub.words import listed, month


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
    say_cy: str | None
    is_draft: bool
    text: str | None
    sms: str | None
    url: str | None
    host: str | None
    nations: str
    checked: str


def service_list(services: Sequence[Service], level: int = 3, *, anchored: bool = False) -> Markup:
    """Return the services in the order given; `level` is that of their names' headings.

    Anchored, each has an id that links on the same page lead to.
    """
    shown = [_shown(service) for service in services]
    return render("service_list", services=shown, level=level, anchored=anchored)


def _shown(service: Service) -> _Shown:
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
        say_cy=service.say_cy,
        is_draft=service.translation == "draft",
        text=service.text,
        sms=_sms(service.text) if service.text else None,
        url=service.url,
        host=_host(service.url) if service.url else None,
        nations=_nations(service),
        checked=month(service.last_checked),
    )


def nation_index(services: Sequence[Service]) -> Markup:
    """Return the services by nation, as links to each on the same page; those for all come last."""
    everywhere = [one for one in services if set(one.nations) == set(UK_NATIONS)]
    rows = [
        (nation, [one for one in services if nation in one.nations and one not in everywhere])
        for nation in UK_NATIONS
    ]
    groups = [
        {"title": title, "id": title.lower().replace(" ", "-"), "services": found}
        for title, found in [*rows, ("All of the UK", everywhere)]
        if found
    ]
    return render("nation_index", groups=groups)


def _sms(text: str) -> str | None:
    """Return the address that opens a text message: "SHOUT to 85258" has the word in it.

    RFC 5724 writes `?body=`, and iPhones read `&body=`: `?&body=` is understood by both. A phone
    that knows neither still opens a message to the number; the link's words say what to type.
    """
    found = re.fullmatch(r"(\w+) to (\d{4,})", text)
    return f"sms:{found[2]}?&body={found[1]}" if found else None


def _host(url: str) -> str:
    """Return the part of an address that people know a site by."""
    return url.removeprefix("https://").split("/")[0].removeprefix("www.")


def _nations(service: Service) -> str:
    if set(service.nations) == set(UK_NATIONS):
        return "All of the UK"
    return listed(service.nations)
