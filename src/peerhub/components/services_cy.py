"""Services on a page in Welsh: their names and what to say, in Welsh where the data have it.

What stands in the data in English only is left out; the page leads to its English twin for it. The
fixed words are a draft, which the page says of itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.components.services import places_of, sms_of
from peerhub.models import UK_NATIONS, Service, UkNation
from peerhub.models.contact import dialled

NATIONS: Mapping[UkNation, str] = {
    "England": "Lloegr",
    "Wales": "Cymru",
    "Scotland": "Yr Alban",
    "Northern Ireland": "Gogledd Iwerddon",
}
MONTHS = (
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
)
EVERYWHERE = "Y Deyrnas Unedig gyfan"


def service_list_cy(services: Sequence[Service]) -> Markup:
    """Return the services in the order given, in Welsh."""
    return render("service_list_cy", services=[_shown(one) for one in services])


def _shown(service: Service) -> dict[str, object]:
    said = service.words.get("cy")
    return {
        "id": service.id,
        "name": (said and said.name) or service.name,
        "is_english": not (said and said.name),
        "tel": dialled(service.phone) if service.phone else None,
        "phone": service.phone,
        "sms": sms_of(service.text) if service.text else None,
        "text": service.text,
        "say": said and said.say,
        "always": service.is_open_all_hours,
        "nations": _nations(service.nations),
        "places": places_of(service.nations),
        "checked": f"{MONTHS[service.last_checked.month - 1]} {service.last_checked.year}",
    }


def _nations(nations: Sequence[UkNation]) -> str:
    return (
        EVERYWHERE
        if set(nations) == set(UK_NATIONS)
        else ", ".join(NATIONS[one] for one in nations)
    )
