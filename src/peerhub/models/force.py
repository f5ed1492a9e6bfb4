"""Police forces, their regions, and what a force has confirmed about its peer support."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from peerhub.models.base import Day, Id, Line, Name, Part, Record, fault, rule_on
from peerhub.models.contact import PATTERNS, ForceMailbox, Phone, PublicText
from peerhub.models.link_rules import HttpsUrl
from peerhub.models.service import UK_NATIONS, UkNation
from peerhub.models.unnamed import is_on_a_public_host, named_in, person_in_address

ForceKind = Literal["territorial", "special", "agency", "crown-dependency"]
Nation = Literal[
    "England",
    "Wales",
    "Scotland",
    "Northern Ireland",
    "Great Britain",
    "United Kingdom",
    "Crown Dependency",
]
NATIONS_OF: Mapping[str, tuple[UkNation, ...]] = {
    **{nation: (nation,) for nation in UK_NATIONS},
    "Great Britain": ("England", "Wales", "Scotland"),
    "United Kingdom": UK_NATIONS,
    "Crown Dependency": (),
}
"""The nations of the UK in which a force of each nation works."""

UK_FORCE_KINDS: frozenset[ForceKind] = frozenset({"territorial", "special"})
"""The kinds that count as UK police forces; the rest are partners (45 territorial, 3 special)."""


class Region(Part):
    """A region as the National Police Chiefs' Council groups forces."""

    id: Id
    name: Line
    name_cy: Line | None = None


class Tile(Part):
    """A place on the hub's own tile map: row 0 at the top, column 0 at the left. Not to scale."""

    row: Annotated[int, Field(ge=0, le=1000)]
    col: Annotated[int, Field(ge=0, le=1000)]


def _nobody_named(value: str, info: ValidationInfo) -> str:
    """Refuse a source that may name a person; `names` of the context are those of forces."""
    if "…" in value:
        raise fault(
            "the source is still to be filled in",
            "Say what it is and where it is kept: 'Letter from the wellbeing lead, hub file 12'.",
        )
    known = (info.context or {}).get("names", ())
    mobile = PATTERNS["mobileInText"].search(value)
    name = named_in(value, known)
    if "@" in value or mobile or name:
        what = "an email address" if "@" in value else "a mobile number" if mobile else f"{name!r}"
        raise fault(
            f"the source holds {what}, and may not name a person",
            "Say what it is and where it is kept, with roles only: "
            "'Letter from the wellbeing lead, hub file 12'.",
        )
    return value


def _the_force_s_own(value: str) -> str:
    """Refuse a web address that is on another host, or that looks like a person's page."""
    if not is_on_a_public_host(value):
        raise fault(
            f"{value!r} is not on a police or government host",
            "Give a page of the force's own: its host ends in .police.uk or .gov.uk, or in .gov "
            "or .police of a Crown Dependency.",
        )
    person = person_in_address(value)
    if person:
        raise fault(
            f"{person!r} in the address looks like a person's page",
            "Give the page of the peer support team, or leave the line out.",
        )
    return value


class PeerSupport(Part):
    """What a force has confirmed in writing about its own peer support, and nothing else."""

    confirmed_on: Day
    source: Annotated[Line, AfterValidator(_nobody_named)]
    mailbox: ForceMailbox | None = None
    phone: Phone | None = None
    intranet: Annotated[HttpsUrl, AfterValidator(_the_force_s_own)] | None = None
    trained_supporters: Annotated[int, Field(ge=0, le=20_000)] | None = None
    selection_criteria_adopted_on: Day | None = None
    training_delivered_on: Day | None = None
    coordinator_in_post_on: Day | None = None
    oh_clinician_trained_on: Day | None = None
    offers_mutual_aid: bool = False

    @rule_on("confirmed_on", "selection_criteria_adopted_on")
    def _selection_is_not_later(self) -> None:
        self._is_not_later("selection_criteria_adopted_on")

    @rule_on("confirmed_on", "training_delivered_on")
    def _training_is_not_later(self) -> None:
        self._is_not_later("training_delivered_on")

    @rule_on("confirmed_on", "coordinator_in_post_on")
    def _coordinator_is_not_later(self) -> None:
        self._is_not_later("coordinator_in_post_on")

    @rule_on("confirmed_on", "oh_clinician_trained_on")
    def _clinician_is_not_later(self) -> None:
        self._is_not_later("oh_clinician_trained_on")

    def _is_not_later(self, field: str) -> None:
        """Refuse a day after the force's confirmation."""
        day = getattr(self, field)
        if day is not None and day > self.confirmed_on:
            raise fault(
                f"{field} ({day}) is later than confirmed_on ({self.confirmed_on})",
                "A force can only confirm what has happened: correct one of the two dates.",
                at=field,
            )


class Force(Record):
    """A police force, or a partner that works beside UK forces."""

    name: Name
    short_name: Name
    name_cy: Name | None = None
    name_gd: Name | None = None
    aliases: tuple[Line, ...] = ()
    nation: Nation
    type: ForceKind
    region: Id
    rocu: Line | None = None
    data_police_uk_id: Id | None = None
    ons_pfa_code: Annotated[str, StringConstraints(pattern=r"^[EW]\d{8}$")] | None = None
    website: HttpsUrl
    website_cy: HttpsUrl | None = None
    neighbours: tuple[Id, ...] = ()
    fixed_crossings: tuple[Id, ...] = ()
    tile: Tile
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")] | None = None
    """The hub's own short code for its tile on the map; nobody else uses it."""
    note: PublicText | None = None
    unconfirmed: tuple[Literal["name_cy", "name_gd", "website", "website_cy"], ...] = ()
    """Fields that are kept in the data but shown nowhere until somebody has checked them."""
    peer_support: PeerSupport | None = None

    @property
    def is_uk_force(self) -> bool:
        """Whether this counts as a UK police force; partners do not."""
        return self.type in UK_FORCE_KINDS

    @property
    def map_code(self) -> str:
        """The letters on its tile: its code, or else the first three of its short name."""
        return self.code or self.short_name[:3].upper()

    @property
    def welsh_name(self) -> str | None:
        """Its name in Welsh, if it has one that is confirmed."""
        return None if "name_cy" in self.unconfirmed else self.name_cy

    @property
    def gaelic_name(self) -> str | None:
        """Its name in Gaelic, if it has one that is confirmed."""
        return None if "name_gd" in self.unconfirmed else self.name_gd

    def name_in(self, language: str) -> str | None:
        """Return its confirmed name in a language beside English, by the language's code."""
        return {"cy": self.welsh_name, "gd": self.gaelic_name}.get(language)

    @property
    def websites(self) -> tuple[tuple[str, str], ...]:
        """Its own websites that are confirmed, each with its language."""
        every = (("website", "English", self.website), ("website_cy", "Welsh", self.website_cy))
        return tuple(
            (language, url)
            for field, language, url in every
            if url and field not in self.unconfirmed
        )
