"""Pages that list what grows have a cap, and say how much more there is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.pages import force_help, materials
from peerhub.pages.force_help import coming_events
from peerhub.pages.materials import materials_page
from tests.invented import meeting
from tests.projects import ROOT


@pytest.fixture(scope="module")
def hub():
    return load(ROOT)


def busy(hub, many: int):
    """Return the hub with so many events in Kent's region, a week apart from its own day on."""
    region = next(one.region for one in hub.forces if one.id == "kent")
    first = hub.today + dt.timedelta(1)
    events = tuple(
        meeting(
            id=f"e-{number:05}",
            title=f"Meeting {number}",
            date=first + dt.timedelta(7 * number),
            regions=(region,),
        )
        for number in range(many)
    )
    return replace(hub, events=events)


def test_a_force_s_page_lists_the_next_events_and_counts_the_rest(hub):
    (kent,) = (one for one in hub.forces if one.id == "kent")
    full = coming_events(busy(hub, force_help.MOST_EVENTS), kent)
    assert "[All events and dates](/events/)" in full
    over = coming_events(busy(hub, 2_000), kent)
    shown = force_help.MOST_EVENTS
    assert over.count("/events/e-") == full.count("/events/e-")
    assert f"[{2_000 - shown:,} more events, and all dates](/events/)" in over
    assert "Meeting 0<" in over
    assert f"Meeting {shown}<" not in over


def test_the_page_of_materials_lists_the_files_of_the_next_events_and_counts_the_rest(hub):
    few = materials_page(busy(hub, materials.MOST_EVENTS), {})
    many = materials_page(busy(hub, 1_000), {})
    assert "more events and their files" not in few
    assert f"[{1_000 - materials.MOST_EVENTS} more events and their files](/events/)" in many
    assert many.count("/joining") == few.count("/joining") == materials.MOST_EVENTS
    assert len(many) < len(few) + 5_000
