"""Services: who to turn to, in the order given, each with the day it was last checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import UK_NATIONS, Service
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
    text: str | None
    url: str | None
    host: str | None
    nations: str
    checked: str


def service_list(services: Sequence[Service], level: int = 3) -> Markup:
    """Return the services in the order given; `level` is that of their names' headings."""
    return render("service_list", services=[_shown(service) for service in services], level=level)


def _shown(service: Service) -> _Shown:
    return _Shown(
        id=service.id,
        name=service.name,
        what=service.what,
        who=service.who,
        hours=service.hours,
        always=service.is_open_all_hours,
        phone=service.phone,
        tel="tel:" + service.phone.replace(" ", "") if service.phone else None,
        say=service.say,
        say_cy=service.say_cy,
        text=service.text,
        url=service.url,
        host=_host(service.url) if service.url else None,
        nations=_nations(service),
        checked=month(service.last_checked),
    )


def _host(url: str) -> str:
    """Return the part of an address that people know a site by."""
    return url.removeprefix("https://").split("/")[0].removeprefix("www.")


def _nations(service: Service) -> str:
    if set(service.nations) == set(UK_NATIONS):
        return "All of the UK"
    return listed(service.nations)
