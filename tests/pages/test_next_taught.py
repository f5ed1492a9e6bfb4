"""A workshop and its modules say when they are taught next, and say nothing when they are not."""

from __future__ import annotations

import dataclasses
import re

from peerhub.feeds.calendar import calendars
from peerhub.feeds.downloads import downloads
from peerhub.models import ModuleText, Workshop
from peerhub.pages.modules import module_page, trainer_page
from peerhub.pages.workshops import workshop_page
from tests.components.specimens import module, workshop
from tests.invented import SITE, catalogue, day, meeting

TEXT = ModuleText(participant="## Begin\n\nRead this.\n", trainer="Say this.\n")


def hub(*events, **fields):
    return dataclasses.replace(
        catalogue(*events, **fields),
        modules=(module(),),
        texts={"first-steps": TEXT},
        workshops=(Workshop.model_validate(workshop()),),
        as_of=day("2027-03-01"),
    )


def course(**changes):
    return meeting(**{"workshop": "one-day", "workshop_edition": "2026.1", **changes})


def pages(found):
    return module_page(found, found.modules[0]), workshop_page(found, found.workshops[0])


def test_both_pages_name_the_next_dates_with_a_calendar_of_their_own():
    found = hub(course(where={"place": "Hall & House"}), meeting(id="other", title="Other"))
    for page, path in zip(pages(found), ("modules/first-steps", "workshops/one-day"), strict=True):
        assert '<h2 id="next-taught">Next taught</h2>' in page
        assert '<a href="/events/spring-meeting/">Spring meeting</a>' in page
        assert "<span>Hall &amp; House</span>" in page
        assert f'<a href="/events/{path}.ics">Calendar of these dates</a>' in page
        assert "next-taught.js" in page
        assert "Other" not in page
        entries = re.findall("SUMMARY:(.*)\r", calendars(found)[f"events/{path}.ics"])
        assert entries == ["Spring meeting"]
        assert f"events/{path}.ics" in {one.path for one in downloads(found)}


def test_nothing_at_all_is_shown_or_made_when_no_event_teaches_them():
    found = hub(meeting())
    for page in pages(found):
        assert "next-taught" not in page
        assert "Next taught" not in page
    for path in calendars(found):
        assert not path.startswith(("events/modules/", "events/workshops/"))


def test_past_and_cancelled_dates_are_not_shown_and_stay_in_the_calendar():
    gone = course(id="gone", date=day("2027-02-28"))
    off = course(id="off", status="cancelled", revision=1)
    found = hub(gone, off)
    for page in pages(found):
        assert "next-taught" not in page
    text = calendars(found)["events/workshops/one-day.ics"]
    assert text.count("BEGIN:VEVENT") == 2
    assert "STATUS:CANCELLED" in text


def test_a_full_date_says_so_and_many_dates_are_folded_away_below_the_first_four():
    events = [course(id=f"course-{one}", date=day(f"2027-04-0{one}")) for one in range(1, 8)]
    events[0] = events[0].model_copy(update={"status": "full"})
    page, _ = pages(hub(*events))
    assert page.count("data-begins=") == 7
    assert '<span class="status status-full">Full</span>' in page
    folded = page.split("<summary>3 more dates</summary>")[1]
    assert [one for one in range(1, 8) if f"/events/course-{one}/" in folded] == [5, 6, 7]


def test_a_hub_with_a_real_address_offers_to_subscribe():
    real = SITE.model_copy(update={"address": "https://hub.police.uk/"})
    page, _ = pages(hub(course(), site=real))
    assert 'href="webcal://hub.police.uk/events/modules/first-steps.ics"' in page
    assert '(<a href="/events/modules/first-steps.ics">file</a>)' in page


def test_kept_editions_show_the_dates_of_today():
    page, other = pages(hub(course()))
    assert 'data-live="next-taught:module:first-steps"' in page
    assert 'data-live="next-taught:workshop:one-day"' in other


def test_a_trainers_plan_is_left_as_it_is():
    found = hub(course())
    assert "next-taught" not in trainer_page(found, found.modules[0])
