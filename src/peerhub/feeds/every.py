"""All that the hub offers to other programs, file by file."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.catalogue import Catalogue
from peerhub.feeds.api import api
from peerhub.feeds.calendar import calendars
from peerhub.feeds.changes import PATH as CHANGES
from peerhub.feeds.changes import changes
from peerhub.feeds.citations import citations
from peerhub.feeds.forces import forces_table
from peerhub.feeds.freshness import freshness_files
from peerhub.feeds.hub_changes import PATH as HUB_CHANGES
from peerhub.feeds.hub_changes import hub_feed
from peerhub.feeds.recalls import PATH as RECALLS
from peerhub.feeds.recalls import recalls_feed
from peerhub.feeds.security import PATH as SECURITY
from peerhub.feeds.security import security_text
from peerhub.feeds.timetables import timetables
from peerhub.models import Stamp


def every_feed(catalogue: Catalogue, stamp: Stamp) -> Mapping[str, str]:
    """Return each file for other programs: its text by its path below the site."""
    return {
        **api(catalogue, stamp),
        **forces_table(catalogue),
        **calendars(catalogue),
        **timetables(catalogue),
        CHANGES: changes(catalogue, stamp),
        HUB_CHANGES: hub_feed(catalogue, stamp),
        RECALLS: recalls_feed(catalogue, stamp),
        SECURITY: security_text(catalogue.site, stamp),
        **citations(catalogue.evidence),
        **freshness_files(catalogue),
    }
