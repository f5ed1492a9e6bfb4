"""Services on a page in another language: names and what to say, as far as the data have them.

What stands in the data in English only is left out; the page leads to its English twin for it. The
small words are those of the language's row in `data/languages.yml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.components.services import places_of, sms_of
from peerhub.models import UK_NATIONS, Language, Service
from peerhub.models.contact import dialled
from peerhub.models.language import PageSmallWords
from peerhub.models.language_code import tag_of


def service_list_in(
    services: Sequence[Service], language: Language, small: PageSmallWords
) -> Markup:
    """Return the services in the order given, in a language and with its small words for pages."""
    labels = small.services
    shown = [_shown(one, language, labels.everywhere) for one in services]
    return render("service_list_in", services=shown, labels=labels, language=language.id)


def _shown(service: Service, language: Language, everywhere: str) -> dict[str, object]:
    said, looked = service.words.get(language.id), service.last_checked
    is_everywhere = set(service.nations) == set(UK_NATIONS)
    nations = [language.places.get(one, one) for one in service.nations]
    return {
        "id": service.id,
        "name": (said and said.name) or service.name,
        "tag": tag_of("en") if not (said and said.name) else None,
        "tel": dialled(service.phone) if service.phone else None,
        "phone": service.phone,
        "sms": sms_of(service.text) if service.text else None,
        "text": service.text,
        "say": said and said.say,
        "always": service.is_open_all_hours,
        "nations": everywhere if is_everywhere else ", ".join(nations),
        "places": places_of(service.nations),
        "checked": f"{language.months[looked.month - 1]} {looked.year}",
    }
