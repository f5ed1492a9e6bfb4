"""Services that a person can turn to, each with the date it was last checked."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from peerhub.faults import Code
from peerhub.models.base import Day, Record, fault, rule_on
from peerhub.models.contact import PATTERNS
from peerhub.models.link_rules import HttpsUrl
from peerhub.models.numbers import TEXT_CODE, is_uk, wrong_length
from peerhub.models.public import PlainPrinted, PublicLine, PublicTitle
from peerhub.models.sign_off import SignOff, digest_of, words_of

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
Urgency = Literal["danger", "urgent", "rest"]
"""How soon a service is for: life in danger, urgent at any hour, or the rest."""

Publish = Literal["yes", "after-check", "no"]


def _public_number(value: str) -> str:
    digits = re.sub(r"\s", "", value)
    if PATTERNS["mobile"].fullmatch(PATTERNS["abroad"].sub("0", digits)):
        raise fault(
            f"{value!r} is a mobile number",
            "Write the number that the service prints for everybody; a mobile is one person's.",
            code=Code.PERSONAL,
        )
    if not is_uk(digits):
        why = wrong_length(digits)
        raise fault(
            f"{value!r} is not the number of a public service" + (f": {why}" if why else ""),
            'Write it as the service prints it, in quotes: "0300 131 2789".',
            code=Code.PHONE,
        )
    return " ".join(value.split())


def _text_number(value: str) -> str:
    """Hold the number in "SHOUT to 85258" to its length."""
    for found in re.findall(r"\d(?:[\d ]*\d)?", value):
        digits = found.replace(" ", "")
        if not TEXT_CODE.fullmatch(digits) and not is_uk(digits):
            raise fault(
                f"{found!r} is not a number to text: it has {len(digits)} digits, and short ones "
                "have 5",
                'Write it as the service prints it: "SHOUT to 85258".',
                code=Code.PHONE,
            )
    if not re.search(r"\d", value):
        raise fault(
            f"{value!r} holds no number to text",
            'Write the word and the number: "SHOUT to 85258".',
            code=Code.PHONE,
        )
    return value


PublicNumber = Annotated[str, AfterValidator(_public_number)]
TextNumber = Annotated[PublicLine, AfterValidator(_text_number)]


ENGLISH = ("name", "say")
WELSH = ("name_cy", "say_cy")
"""What a service says in each language; a sign-off holds for both as they were."""


class Service(Record, SignOff):
    """A service: what it gives, to whom, in which nations, when, and how to reach it.

    `name_cy` and `say_cy` are the same in Welsh. `translation` is "draft" until a translator has
    signed them off; what prints a draft says that it is one.
    """

    name: PublicTitle
    category: Category
    urgent: bool
    what: PublicLine
    who: PublicLine
    nations: tuple[UkNation, ...]
    hours: PublicLine
    phone: PublicNumber | None = None
    text: TextNumber | None = None
    url: HttpsUrl | None = None
    say: PublicLine | None = None
    name_cy: PublicLine | None = None
    say_cy: PublicLine | None = None
    translation: Literal["draft", "checked"] | None = None
    publish: Publish
    last_checked: Day
    note: PlainPrinted | None = None

    @rule_on("publish", "name", "phone", "text", "url")
    def _can_be_reached(self) -> None:
        if self.publish == "yes" and not (self.phone or self.text or self.url):
            raise fault(
                f"{self.name} is published but gives no way to reach it",
                "Add its phone, text or url, or set publish: 'no'.",
                at="publish",
            )

    @rule_on("name", "name_cy", "say_cy", "translation")
    def _welsh_says_whether_it_is_a_draft(self) -> None:
        if bool(self.name_cy or self.say_cy) != bool(self.translation):
            raise fault(
                f"{self.name} has Welsh words or the state of their translation, and not both",
                "Give name_cy or say_cy, and write translation: draft until they are checked.",
                at="translation" if self.translation else "say_cy" if self.say_cy else "name_cy",
            )

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)

    @rule_on(*ENGLISH, *WELSH, "translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_as_it_stands(self) -> None:
        if self.translation == "checked":
            self.hold_words(self.name, self.words_digest, "translation")

    @property
    def words_digest(self) -> str:
        """The digest of what it says in both languages, which a sign-off holds."""
        return digest_of(words_of(self, ENGLISH), words_of(self, WELSH))

    @property
    def is_published(self) -> bool:
        """Whether readers may see it: only services that were checked."""
        return self.publish == "yes"

    @property
    def urgency(self) -> Urgency:
        """How soon it is for. A line that closes at night is never "urgent"."""
        if self.category == "emergency":
            return "danger"
        if self.category == "crisis" and self.urgent and self.is_open_all_hours:
            return "urgent"
        return "rest"

    @property
    def is_open_all_hours(self) -> bool:
        """Whether somebody answers at every hour of every day."""
        return self.hours.startswith("24 hours")
