"""The evaluation kit, as editors call it in Markdown."""

from __future__ import annotations

from collections.abc import Callable

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.questions.evaluation_kit import SHEET_TITLE, SHEETS

NO_INDICATORS = ("No indicators yet", "None stand in the data, so there is no sheet to fill in.")


class KitMacros:
    """The macros about indicators and their sheets, over one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def by_name(self) -> dict[str, Callable[..., str]]:
        """Return every macro by the name it is called by."""
        return {"indicators": self.indicators, "evaluation_sheets": self.evaluation_sheets}

    def indicators(self) -> str:
        """Return every indicator, with its groups, source and limits."""
        if not self.catalogue.indicators:
            return show.callout("empty", *NO_INDICATORS)
        return show.indicator_list(self.catalogue.indicators, self.catalogue.reference_by_id)

    def evaluation_sheets(self) -> str:
        """Return the downloads of the sheet that a force fills in."""
        if not self.catalogue.indicators:
            return ""
        rows = [
            show.DownloadLink(SHEET_TITLE, f"/{path}", kind, "to fill in")
            for path, kind in SHEETS.items()
        ]
        return show.downloads(rows)
