"""The hub as a whole: its name, its address, its edition and who looks after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from peerhub.models.base import Day, Id, Line, Part, fault
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


class Site(Part):
    """The hub itself."""

    name: Line
    purpose: Line
    address: Annotated[HttpsUrl, AfterValidator(_a_folder)]
    contact: RoleMailbox
    edition: Annotated[str, StringConstraints(pattern=EDITION_PATTERN)]
    dated: Day
    repository: HttpsUrl | None = None
    demonstration: bool = False
    """Whether every force and event is invented, to show the hub at work."""

    @property
    def has_real_address(self) -> bool:
        """Whether the address can be printed: `.example` is set aside for examples (RFC 2606)."""
        host = self.address.removeprefix("https://").split("/")[0]
        return not host.endswith(".example")


@dataclass(frozen=True)
class Stamp:
    """What a page or a PDF was made from: its edition, that edition's day, and the commit."""

    edition: str
    date: dt.date
    commit: str | None = None

    @property
    def seconds(self) -> int:
        """Its noon in UTC, in seconds since 1970: the time that stands inside every file.

        Never a commit's, which a downloaded copy of the project does not know.
        """
        return int(dt.datetime.combine(self.date, dt.time(12), dt.UTC).timestamp())
