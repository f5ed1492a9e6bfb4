"""Services that a person can turn to, each with the date it was last checked."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from peerhub.models.base import Day, HttpsUrl, Line, Record, Text, fault

UkNation = Literal["England", "Wales", "Scotland", "Northern Ireland"]
UK_NATIONS: tuple[UkNation, ...] = ("England", "Wales", "Scotland", "Northern Ireland")

Category = Literal[
    "emergency",
    "crisis",
    "policing",
    "veterans",
    "community",
    "bereavement",
    "domestic-abuse",
    "sexual-abuse",
    "gambling",
    "money",
    "alcohol",
    "drugs",
    "victims",
    "lgbt",
    "work",
]
Publish = Literal["yes", "after-check", "no"]


def _public_number(value: str) -> str:
    digits = re.sub(r"\s", "", value)
    if not re.fullmatch(r"999|1\d{2}|116\d{3}|0[1238]\d{8,9}", digits):
        raise fault(
            f"{value!r} is not the number of a public service",
            'Write it as the service prints it, in quotes: "0300 131 2789".',
        )
    return value.strip()


PublicNumber = Annotated[str, AfterValidator(_public_number)]


class Service(Record):
    """A service: what it gives, to whom, in which nations, when, and how to reach it.

    `name_cy` and `say_cy` are the same in Welsh. `translation` is "draft" until a translator has
    signed them off; what prints a draft says that it is one.
    """

    name: Line
    category: Category
    urgent: bool
    what: Line
    who: Line
    nations: tuple[UkNation, ...]
    hours: Line
    phone: PublicNumber | None = None
    text: Line | None = None
    url: HttpsUrl | None = None
    say: Line | None = None
    name_cy: Line | None = None
    say_cy: Line | None = None
    translation: Literal["draft", "checked"] | None = None
    publish: Publish
    last_checked: Day
    note: Text | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Service:
        if self.publish == "yes" and not (self.phone or self.text or self.url):
            raise fault(
                f"{self.name} is published but gives no way to reach it",
                "Add its phone, text or url, or set publish: 'no'.",
            )
        return self

    @model_validator(mode="after")
    def _welsh_says_whether_it_is_a_draft(self) -> Service:
        if bool(self.name_cy or self.say_cy) != bool(self.translation):
            raise fault(
                f"{self.name} has Welsh words or the state of their translation, and not both",
                "Give name_cy or say_cy, and write translation: draft until they are checked.",
            )
        return self

    @property
    def is_published(self) -> bool:
        """Whether readers may see it: only services that were checked."""
        return self.publish == "yes"

    @property
    def is_open_all_hours(self) -> bool:
        """Whether somebody answers at every hour of every day."""
        return self.hours.startswith("24 hours")
