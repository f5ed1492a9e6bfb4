"""The hub as a whole: its name, its address, its edition and who looks after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from peerhub.models.base import Day, Id, Line, Part, Text, fault, rule_on
from peerhub.models.contact import RoleMailbox
from peerhub.models.link_rules import HttpsUrl

EDITION_PATTERN = r"^20\d\d\.[1-9]\d?$"


def _a_folder(value: str) -> str:
    if not value.endswith("/"):
        raise fault(
            f"the hub's address {value!r} does not end with a slash",
            "Add it: pages and editions stand below this address.",
        )
    return value


class Owner(Part):
    """A role that looks after records and pages. Never a person."""

    id: Id
    name: Line
    mailbox: RoleMailbox


class Limits(Part):
    """What ends privacy in peer support: the one wording that everything on the hub uses."""

    short: Line
    """In half a sentence, after "if" or "unless"."""
    full: Annotated[tuple[Line, ...], Field(min_length=1)]
    """One line for each limit, after "I cannot keep something private if"."""
    opening: Text
    """How a supporter says it before anybody talks; it holds the short form word for word."""

    @rule_on("short", "opening")
    def _is_one_voice(self) -> None:
        if self.short not in self.opening:
            raise fault(
                "the opening tells the limits in other words than 'short'",
                f"Use its words in the opening: {self.short}.",
                at="opening",
            )


class Site(Part):
    """The hub itself."""

    name: Line
    purpose: Line
    address: Annotated[HttpsUrl, AfterValidator(_a_folder)]
    contact: RoleMailbox
    edition: Annotated[str, StringConstraints(pattern=EDITION_PATTERN)]
    dated: Day
    repository: HttpsUrl | None = None
    limits: Limits | None = None
    """Without it, nothing on the hub may call for the limits."""
    demonstration: bool = False
    """Whether every force and event is invented, to show the hub at work."""
    packs: Literal["stored", "in-browser"] = "stored"
    """Whether packs, which hold files that also stand by themselves, stand as ZIP files: `stored`.

    With `in-browser` the reader's browser puts them together, and the site weighs less by a half.
    """

    @property
    def has_real_address(self) -> bool:
        """Whether the address can be printed: `.example` is set aside for examples (RFC 2606)."""
        host = self.address.removeprefix("https://").split("/")[0]
        return not host.endswith(".example")

    @property
    def keeps_packs(self) -> bool:
        """Whether packs stand as ZIP files; if not, the list of their parts stands instead."""
        return self.packs == "stored"


@dataclass(frozen=True)
class Stamp:
    """What a page or a PDF was made from: its edition, that edition's day, and the commit."""

    edition: str
    date: dt.date
    commit: str | None = None
    revision: int | None = None
    """That of whatever is printed or handed out, which is then of no edition."""

    @property
    def named(self) -> str:
        """Return what it is made from, in words: "edition 2026.1", or "revision 3"."""
        return f"edition {self.edition}" if self.revision is None else f"revision {self.revision}"

    @property
    def seconds(self) -> int:
        """Its noon in UTC, in seconds since 1970: the time that stands inside every file.

        Never a commit's, which a downloaded copy of the project does not know.
        """
        return int(dt.datetime.combine(self.date, dt.time(12), dt.UTC).timestamp())
