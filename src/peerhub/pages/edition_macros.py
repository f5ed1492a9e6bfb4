"""Editions, as editors call them in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.questions.edition_changes import edition_changes

SHOWN = 2
"""Editions that changes are shown since, without a choice: the last ones."""


class EditionMacros:
    """The macros about editions, over one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def by_name(self) -> dict[str, Callable[..., str]]:
        """Return every macro by the name it is called by."""
        return {
            "edition_list": self.edition_list,
            "edition_changes": self.edition_changes,
            "edition_compare": self.edition_compare,
        }

    def edition_list(self) -> str:
        """Return the editions that have been made."""
        return show.edition_list(self.catalogue.editions, self.catalogue.edition)

    def edition_compare(self) -> str:
        """Return a choice of any two editions, the one in the making among them."""
        return show.edition_compare(all_editions(self.catalogue))

    def edition_changes(self) -> str:
        """Return what has changed since each of the last editions, the newest first."""
        last = [one for one in self.catalogue.editions if one != self.catalogue.now][-SHOWN:]
        return show.edition_changes(
            [
                (str(one["edition"]), edition_changes(one, self.catalogue.now))
                for one in reversed(last)
            ]
        )


def all_editions(catalogue: Catalogue) -> tuple[Mapping[str, Any], ...]:
    """Return the snapshot of every edition, oldest first, with the hub as it is at the end."""
    made = [one for one in catalogue.editions if one["edition"] != catalogue.now.get("edition")]
    return (*made, catalogue.now) if catalogue.now else tuple(made)
