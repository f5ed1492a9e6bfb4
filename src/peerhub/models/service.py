"""Services that a person can turn to, each with the date it was last checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


SPOKEN = ("name", "say")
"""What a service says in each language; a sign-off holds for it and the English as they were."""


class ServiceWords(SignOff):
    """A service's name, or what a caller says or presses, in another language than English.

    `translation` is "draft" until a translator has signed the words off; what prints a draft says
    that it is one.
    """

    translation: Literal["draft", "checked"]
    name: PublicLine | None = None
    say: PublicLine | None = None

    @rule_on("name", "say")
    def _says_something(self) -> None:
        if not (self.name or self.say):
            raise fault(
                "there are no words to translate here",
                "Give a name or what to say in this language, or take it out.",
                at="name",
            )

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed it off yet."""
        return self.translation == "draft"


class Service(Record):
    """A service: what it gives, to whom, in which nations, when, and how to reach it.

    `words` holds its name, and what to say, in other languages than English.
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
    words: Mapping[str, ServiceWords] = {}
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

    @rule_on("name", "say", "words")
    def _signed_off_as_it_stands(self) -> None:
        for language, said in self.words.items():
            if said.translation == "checked":
                at = f"words.{language}.translation"
                said.hold_words(self.name, self.words_digest(language), at)

    def words_digest(self, language: str) -> str:
        """Return the digest of its English and of another language, which a sign-off holds."""
        return digest_of(words_of(self, SPOKEN), words_of(self.words[language], SPOKEN))

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
