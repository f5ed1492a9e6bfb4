"""Ways to reach a force: role mailboxes and switchboards only, never a person.

A named mailbox or a mobile is personal data (UK GDPR article 4(1)); the hub holds neither. The
poster maker holds what people type to the same rules: `overrides/assets/js/maker-rules.js` takes
the steps of this module again, with the words, patterns and messages that stand here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from peerhub.faults import Code
from peerhub.models.base import Text, fault
from peerhub.models.numbers import UK

FREE_MAIL = frozenset(
    "aol.com btinternet.com gmail.com gmx.co.uk gmx.com googlemail.com hotmail.co.uk hotmail.com "
    "icloud.com live.co.uk live.com mail.com me.com msn.com ntlworld.com outlook.com "
    "pm.me proton.me protonmail.com sky.com talktalk.net virginmedia.com yahoo.co.uk yahoo.com "
    "ymail.com".split()
)

ROLE_WORDS = frozenset(
    "admin administration advice adviser aid booking bookings care champion champions chaplain "
    "chaplaincy chaplains clinician clinicians contact contactus coordinator coordinators "
    "coordination counselling desk duty editor editors enquiries event events federation health "
    "help helpdesk hr hub inclusion info lead leads learning mailbox mental mutual mutualaid "
    "network occupational office officer officers oh ohu ohs oscarkilo peer peers peersupport "
    "people post programme psychological reception resilience resources safety school service "
    "services staff support supporter supporters team teams trainer trainers training trauma trim "
    "unit volunteers welfare wellbeing wellness workshop workshops".split()
)
"""Words that make a mailbox a role's."""

OTHER_WORDS = frozenset(
    "and blue central constabulary department dept east for force headquarters hq human light "
    "north of police south the west".split()
)
"""Words that may stand in a role's mailbox, and make nothing a role's by themselves."""

PATTERNS: Mapping[str, re.Pattern[str]] = {
    "address": re.compile(r"[a-z0-9._%+-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"),
    "publicHost": re.compile(r"(?:.+\.)?(?:police\.uk|gov\.uk|(?:gov|police)\.(?:im|je|gg))"),
    "betweenWords": re.compile(r"[._%+-]|\d+"),
    "longNumber": re.compile(r"\d{3}"),
    "abroad": re.compile(r"^(?:\+44|0044)(?:0)?"),
    "mobile": re.compile(r"07[1-57-9][0-9]{8}|07624.*"),
    "phone": re.compile(UK),
    "emailInText": re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"),
    "mobileInText": re.compile(r"(?<!\d)(?:(?:\+44|0044)\s?(?:\(0\)\s?)?|0)7(?:[\s-]?\d){9}(?!\d)"),
}
"""What the rules look for. Each is written so that JavaScript reads it the same."""

MESSAGES: Mapping[str, tuple[str, str]] = {
    "no-address": (
        "{value} is not an email address",
        "Write it like peer.support@force.police.uk.",
    ),
    "free-mail": (
        "{value} is on a free-mail service",
        "Use the role mailbox that the force's own mail system provides.",
    ),
    "one-person": (
        "{value} looks like one person's mailbox",
        "Use a role mailbox, such as peer.support@ or wellbeing.team@ at the force.",
    ),
    "not-public": (
        "{value} is not on a police or government mail system",
        (
            "Use the role mailbox on the force's own mail system: its host ends in "
            ".police.uk or .gov.uk, or in .gov or .police of a Crown Dependency."
        ),
    ),
    "mobile": (
        "{value} is a mobile number",
        "Use a switchboard, an extension or another number that belongs to a role.",
    ),
    "no-phone": (
        "{value} is not a UK phone number",
        'Write it in full with its area code: "01234 567890".',
    ),
}
"""Why a contact is refused and what to do about it, by the rule that refuses it."""


def _refusal(rule: str, value: str) -> PydanticCustomError:
    message, remedy = MESSAGES[rule]
    code = Code.PHONE if rule == "no-phone" else Code.PERSONAL
    return fault(message.format(value=repr(value)), remedy, code=code)


def _role_mailbox(value: str) -> str:
    address = value.strip().lower()
    if not PATTERNS["address"].fullmatch(address):
        raise _refusal("no-address", value)
    local, host = address.split("@")
    if host in FREE_MAIL:
        raise _refusal("free-mail", value)
    if not _is_a_role(local, host):
        raise _refusal("one-person", value)
    return address


def is_role_mailbox(value: str) -> bool:
    """Say whether an address is a role's mailbox, and no person's."""
    try:
        _role_mailbox(value)
    except PydanticCustomError:
        return False
    return True


def _is_a_role(local: str, host: str) -> bool:
    """Say whether every word of a mailbox's name is a role's or its force's, and one is a role's.

    A number of three digits or more could be a collar number, and so a person.
    """
    if PATTERNS["longNumber"].search(local):
        return False
    words = [word for word in PATTERNS["betweenWords"].split(local) if word]
    own = _own_words(host)
    around = OTHER_WORDS | own
    return _made_of(words, own, ROLE_WORDS | around) and not _made_of(words, own, around)


def _made_of(words: Sequence[str], own: Collection[str], known: Collection[str]) -> bool:
    """Say whether words are all made of those known; several may make one of the force's own."""
    reached = {0}
    for end in range(1, len(words) + 1):
        if any(
            "".join(words[start:end]) in own or (start == end - 1 and _joined(words[start], known))
            for start in reached
        ):
            reached.add(end)
    return len(words) in reached


def _own_words(host: str) -> frozenset[str]:
    """Return the words by which a public host names its force: kent, or dyfed, powys and both."""
    if not PATTERNS["publicHost"].fullmatch(host) and not is_invented(host):
        return frozenset()
    labels = host.split(".")
    return frozenset(labels) | {word for label in labels for word in label.split("-")}


def _joined(word: str, known: Collection[str]) -> bool:
    """Say whether a word is one of those known, or several written together.

    "and" joins two words and ends none: ohand is a person's name.
    """
    reached = {0}
    for end in range(1, len(word) + 1):
        for start in tuple(reached):
            part = word[start:end]
            if part in known and (part != "and" or 0 < start < end < len(word) or word == "and"):
                reached.add(end)
    return len(word) in reached


def _switchboard(value: str) -> str:
    digits = re.sub(r"[\s()-]", "", value)
    national = PATTERNS["abroad"].sub("0", digits)
    if PATTERNS["mobile"].fullmatch(national):
        raise _refusal("mobile", value)
    if not PATTERNS["phone"].fullmatch(national):
        raise _refusal("no-phone", value)
    return " ".join(value.split())


def dialled(number: str) -> str:
    """Return the address that rings a number: "tel:" and what is dialled, and nothing else."""
    national = PATTERNS["abroad"].sub("0", re.sub(r"[\s()-]", "", number))
    return "tel:" + re.sub(r"[^0-9]", "", national)


def _nobody_in_it(value: str) -> str:
    for found in PATTERNS["emailInText"].findall(value):
        _role_mailbox(found)
    for found in PATTERNS["mobileInText"].findall(value):
        _switchboard(found)
    return value


def _on_a_public_host(address: str) -> str:
    host = address.split("@")[1]
    if not PATTERNS["publicHost"].fullmatch(host) and not is_invented(address):
        raise _refusal("not-public", address)
    return address


def is_invented(address: str) -> bool:
    """Say whether a mailbox or a web address is on a host set aside for examples (RFC 2606)."""
    host = re.split(r"[/?#]", address.split("://")[-1].split("@")[-1])[0]
    return host.lower().endswith(".example")


RoleMailbox = Annotated[str, AfterValidator(_role_mailbox)]
ForceMailbox = Annotated[RoleMailbox, AfterValidator(_on_a_public_host)]
"""A role mailbox on a police or government host. Hosts in .example pass here; the catalogue lets
them stand in a demonstration only."""
Phone = Annotated[str, AfterValidator(_switchboard)]
PublicText = Annotated[Text, AfterValidator(_nobody_in_it)]
"""Words for the public that hold no personal mailbox and no mobile number."""
