"""The national picture and mutual aid, as editors call them in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.feeds.forces import ABOUT_TABLE, TABLE, table_paths
from peerhub.feeds.in_parts import MOST, part_paths
from peerhub.pages.choices import one_of
from peerhub.pages.force_lists import are_many, regions, too_many_for
from peerhub.questions.mutual_aid import helpers
from peerhub.questions.national_picture import (
    Picture,
    changes,
    moment,
    national_picture,
    over_time,
    this_moment,
)
from peerhub.questions.readiness import DROPPED_AFTER, LAPSES_AFTER, STALE_AFTER
from peerhub.words import counted

MOST_CHANGES = 500
"""Changes of stage that one page names, the newest."""

FORCES = "api/v1/forces.json"

PERIODS = {"lapse": LAPSES_AFTER, "stale": STALE_AFTER, "drop": DROPPED_AFTER}


class ForceMacros:
    """The macros about forces, over one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def by_name(self) -> dict[str, Callable[..., str]]:
        """Return every macro by the name it is called by."""
        return {
            "force_map": lambda: self._shown(lambda: show.force_map(self._picture)),
            "force_table": lambda: self._shown(
                lambda: show.force_table(self._picture, self.catalogue.region_by_id)
            ),
            "force_picture": lambda: self._shown(
                lambda: show.force_picture(self._picture, self.catalogue.region_by_id)
            ),
            "force_counts": lambda: show.stage_counts(self._picture),
            "force_changes": self.force_changes,
            "force_downloads": self.force_downloads,
            "force_months": self.force_months,
            "mutual_aid": self.mutual_aid,
            "aid_request": show.aid_request,
        }

    def _shown(self, every: Callable[[], str]) -> str:
        """Return what shows every force; the regions, where those are too many for one page."""
        return regions(self.catalogue) if are_many(self.catalogue) else every()

    @cached_property
    def _picture(self) -> Picture:
        return national_picture(self.catalogue.forces, self.catalogue.today)

    def force_changes(self) -> str:
        """Return how the stages have changed from edition to edition."""
        moments = over_time(moment(one) for one in self.catalogue.earlier)
        if not moments:
            empty = show.callout(
                "empty",
                "Nothing to compare yet",
                "No earlier edition is published. Changes show from the second edition on.",
            )
            return f"<div data-by-edition>\n{empty}\n</div>"
        every = (*moments, this_moment(self._picture))
        names = {force.id: force.name for force in self.catalogue.uk_forces}
        found = changes(every)
        more = len(found) - MOST_CHANGES
        told = f"<p>{counted(more, 'earlier change')} not listed here.</p>" if more > 0 else ""
        return show.stage_changes(every, found[:MOST_CHANGES], names) + Markup(told)

    def force_downloads(self) -> str:
        """Return the national picture as files: the briefing, the table and the JSON."""
        number = len(self.catalogue.forces)
        tables = len(table_paths(self.catalogue))
        files = len(part_paths(FORCES, number, MOST))
        return show.downloads(
            [
                show.DownloadLink("National briefing", "/forces/briefing.pdf", "PDF", "A4, 1 page"),
                show.DownloadLink(
                    "Every force, as a table", f"/{TABLE}", "CSV", counted(tables, "sheet")
                ),
                show.DownloadLink(
                    "What the table is, and its licence",
                    f"/{ABOUT_TABLE}",
                    "JSON",
                    "for programs",
                ),
                show.DownloadLink(
                    "Every force, for programs", f"/{FORCES}", "JSON", counted(files, "file")
                ),
            ]
        )

    def force_months(self, what: str) -> str:
        """Return one of the periods that records are held to, in months."""
        one_of("", what, PERIODS)
        return f"{PERIODS[what]} months"

    def mutual_aid(self) -> str:
        """Return the tool that works out who could be asked for help."""
        if are_many(self.catalogue):
            return too_many_for("a list of all that could be asked")
        offering = helpers(self.catalogue.forces, self.catalogue.today)
        tool = show.aid_planner(self.catalogue.uk_forces, offering)
        if offering:
            return tool
        return "\n".join(
            [
                show.callout(
                    "empty",
                    "No force has offered yet",
                    "No force has told the hub that it is a Peer Support Force and offers "
                    "mutual aid. So the lists are empty for now. Ask through your usual route.",
                ),
                tool,
            ]
        )
