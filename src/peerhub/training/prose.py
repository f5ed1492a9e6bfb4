"""A module's text made ready for paper: calls turned into words, Markdown into plain HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import markdown
from markupsafe import Markup, escape

from peerhub.catalogue import Catalogue
from peerhub.catalogue.calls import BadCall, carried_out
from peerhub.models import Service
from peerhub.press.engine.errors import PressError
from peerhub.questions.limits import limits_words
from peerhub.questions.signposting import danger_phones, signpost
from peerhub.training.pictures import held
from peerhub.words import sentence

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
DEEPEST = 6
_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")
_ADDRESS = re.compile(r'(href=")/')
_OWN = re.compile(r'\s(?:class|role|rel|target)="[^"]*"')


class Prose:
    """Turns texts into HTML that stands by itself: no call, no class, no address of this site."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._calls: dict[str, Callable[..., str]] = {
            "services": self._services,
            "cite": self._cite,
            "callout": self._callout,
            "drawing": lambda identity: held(catalogue.drawing_by_id[identity]),
            "contact": lambda: catalogue.site.contact,
            "limits": lambda form="short": limits_words(catalogue.site.limits, form),
        }
        self._markdown = markdown.Markdown(extensions=list(EXTENSIONS))

    def html(self, text: str, what: str, deeper: int = 0) -> Markup:
        """Return Markdown as HTML, its headings `deeper` levels down.

        Raises PressError when the text calls something that has no printed form.
        """
        made = _ADDRESS.sub(
            rf"\g<1>{self.catalogue.site.address}",
            self._markdown.reset().convert(self.filled(text, what)),
        )
        return Markup(_HEADING.sub(lambda found: _lower(found, deeper), made))

    def filled(self, text: str, what: str) -> str:
        """Return Markdown with its calls turned into words. Raises PressError as above."""
        try:
            return carried_out(text, self._calls)
        except BadCall as fault:
            raise PressError(
                f"The text of {what} cannot be printed: {fault}.",
                "Use services, cite, callout, contact, drawing or limits in a module's text.",
            ) from None

    def plain(self, html: str) -> str:
        """Return HTML without the attributes that only a page needs."""
        return _OWN.sub("", html)

    def danger(self) -> tuple[str, ...]:
        """Return the numbers to call in danger."""
        return danger_phones(self.catalogue.services)

    def urgent(self) -> list[tuple[str, str]]:
        """Return the services for danger and urgent need: each name, and how to reach it."""
        levels = ("danger", "urgent")
        return [
            (one.name, reach(one))
            for level in levels
            for one in signpost(self.catalogue.services, level=level)  # type: ignore[arg-type]
        ]

    def _services(self, level: Any = None, category: Any = None, nation: Any = None) -> str:
        found = signpost(self.catalogue.services, level=level, category=category, nation=nation)
        rows = "".join(
            f"<li><strong>{escape(one.name)}</strong>: "
            f"{' '.join(escape(sentence(said)) for said in (reach(one), one.who, one.hours))}</li>"
            for one in found
        )
        return f'\n<ul class="numbers">{rows}</ul>\n'

    def _cite(self, identity: str) -> str:
        return str(escape(self.catalogue.reference_by_id[identity].short))

    def _callout(self, kind: str, title: str, body: str) -> str:  # noqa: ARG002
        return f'\n<div class="note"><p><strong>{title}.</strong> {body}</p></div>\n'


def reach(service: Service) -> str:
    """Return how to reach a service, in a few words."""
    ways = []
    if service.phone:
        ways.append(f"call {service.phone}")
    if service.text:
        ways.append(f"text {service.text}")
    if not ways and service.url:
        ways.append(service.url.removeprefix("https://").rstrip("/"))
    said = ", or ".join(ways)
    return said[:1].upper() + said[1:]


def _lower(found: re.Match[str], deeper: int) -> str:
    return f"{found[1]}{min(DEEPEST, int(found[2]) + deeper)}"
