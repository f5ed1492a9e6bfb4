from __future__ import annotations

import datetime as dt

from peerhub import components as show
from peerhub.questions.poster_rule import Verdict
from tests.components import specimens as some
from tests.components.reading import links, tags, words
from tests.invented import evenings


def test_modules_are_numbered_because_their_order_matters():
    shown = show.module_list([some.module()])
    assert shown.startswith('<ol class="training-list">')
    assert words(shown) == ["First steps", "Where to begin.", "1 hour 5 minutes", "2 steps"]
    assert links(shown) == ["/train/modules/first-steps/"]


def test_workshops_are_not_numbered():
    shown = show.workshop_list([some.workshop()])
    assert shown.startswith('<ul class="training-list">')
    assert words(shown)[2:] == ["1 day", "1 module", "6 to 12 people"]


def test_an_event_says_what_when_and_for_whom():
    shown = show.event_list([some.event()])
    assert words(shown) == [
        *["Feb", "4", "2027"],
        "Listening Day",
        "Thursday 4 February 2027",
        "A day to listen.",
        "Observance, for: Everyone in policing",
    ]
    assert tags(shown, "time") == [{"datetime": "2027-02-04"}]
    assert links(shown) == ["/events/listening-day/"]


def test_the_calendar_leaf_is_hidden_from_screen_readers_which_hear_the_date_once():
    leaf = tags(show.event_list([some.event()]), "p")[0]
    assert leaf == {"class": "event-leaf", "aria-hidden": "true"}


def test_an_event_carries_the_moment_it_is_over_with_its_offset_from_utc():
    winter, summer = some.event(), some.event(date=dt.date(2027, 7, 1), start="10:00", end="12:00")
    ends = [item["data-end"] for item in tags(show.event_list([winter, summer]), "li")]
    assert ends == ["2027-02-05T00:00:00+00:00", "2027-07-01T12:00:00+01:00"]


def test_the_filter_finds_an_event_online_and_in_person_when_its_sessions_are_both():
    (item,) = tags(show.event_list([evenings()]), "li")
    assert item["data-online"] == "yes no"
    (online,) = tags(show.event_list([some.event(where={"online": True})]), "li")
    assert online["data-online"] == "yes"
    (unsaid,) = tags(show.event_list([some.event()]), "li")
    assert unsaid["data-online"] == "no"


def test_a_cancelled_event_says_so_in_words():
    shown = show.event_list([some.event(status="cancelled")])
    assert "Cancelled" in words(shown)
    assert "Cancelled" not in words(show.event_list([some.event()]))


def test_an_event_on_several_days_or_with_clock_times_says_them():
    several = some.event(end_date=dt.date(2027, 2, 6))
    assert show.event_when(several) == "4 to 6 February 2027"
    timed = some.event(start="10:00", end="12:30")
    assert show.event_when(timed) == "Thursday 4 February 2027, 10:00 to 12:30"


def test_a_source_gives_its_finding_its_limits_and_its_use_before_its_citation():
    shown = show.reference_list([some.reference()])
    assert words(shown) == [
        "Writer, 2020",
        "Qualitative study",
        *["What it says", "People like to be listened to."],
        *["Its limits", "Nine people."],
        *["How we use it", "The module on listening"],
        "Writer A. On listening. 2020. ISBN 978-0-00-000000-0.",
        "DOI 10.1000/182",
        ": Writer, 2020",
    ]
    assert links(shown) == ["https://doi.org/10.1000/182"]


def test_a_citation_leads_to_its_source_in_the_list():
    source = some.reference()
    anchors = [item.get("id") for item in tags(show.reference_list([source]), "li")]
    assert links(show.cite(source)) == [f"/evidence/#{anchors[0]}"]


def test_forces_stand_below_their_region_and_lead_to_their_pages():
    empty = some.REGION.model_copy(update={"name": "Nowhere"})
    shown = show.force_groups([(some.REGION, [some.force()]), (empty, [])])
    assert words(shown) == ["The North", "Y Gogledd", "Northshire & Isle of Wŷr Constabulary"]
    assert links(shown) == ["/forces/northshire/"]
    assert tags(shown, "span") == [{"class": "also", "lang": "cy"}]


def gallery():
    judged = (("talk", Verdict("not-yet", "Once trained.")),)
    return show.poster_gallery(
        [show.Design(some.poster(), "Once trained.")], [show.GalleryForce(some.force(), judged)]
    )


def test_the_gallery_shows_each_design_with_its_words_and_its_condition():
    read = words(gallery())
    assert 'alt="The poster reads: Need to talk? Talk to one of us."' in gallery()
    assert read.index("Talk to us") < read.index("Once trained.")


def test_the_gallery_leads_to_each_force_and_its_pack_without_script():
    assert links(gallery())[-2:] == ["/forces/northshire/#posters", "/posters/packs/northshire.zip"]


def test_the_gallery_tells_its_script_which_posters_a_force_may_put_up():
    assert 'data-leaves="talk:not-yet"' in gallery()


def test_a_force_sees_what_it_may_put_up_before_what_it_may_not():
    judged = [
        (some.poster(id="later", title="Later"), Verdict("not-yet", "Not confirmed.")),
        (some.poster(), Verdict("now", "Confirmed.")),
    ]
    shown = show.force_posters(some.force(), judged)
    read = words(shown)
    assert read.index("You can put these up now") < read.index("Confirmed.")
    assert read.index("Confirmed.") < read.index("Not yet: 1")
    assert links(shown) == [
        "/posters/#talk",
        "/posters/talk/northshire-a4.pdf",
        "/posters/#later",
        "/posters/later/northshire-a4.pdf",
    ]
    assert shown.index("<details") > shown.index("Confirmed.")


def test_the_files_for_a_wall_are_in_sight_and_the_others_below_a_fold():
    poster = some.poster(sizes=("a4", "a3", "a5"))
    shown = show.force_posters(some.force(), [(poster, Verdict("now", "Confirmed."))])
    in_sight, fold = shown.split("<details")
    assert links(in_sight)[1:] == [f"/posters/talk/northshire-{one}.pdf" for one in ("a4", "a3")]
    assert links(fold) == ["/posters/talk/northshire-a5.pdf"]


def test_a_download_says_what_it_is_before_it_is_opened():
    shown = show.downloads(some.DOWNLOADS)
    other = "Another format, or larger print?"
    assert words(shown) == ["Poster, A4", "PDF", ", A4, 1 page", other]
    assert links(shown) == ["/posters/talk/northshire-a4.pdf", "/about/formats/"]
