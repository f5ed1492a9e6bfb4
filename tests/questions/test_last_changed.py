"""The day of a page's last change comes of the data and the ledgers, and is never guessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from peerhub.catalogue import load
from peerhub.catalogue.material_ledger import Revision
from peerhub.models.page import address_of
from peerhub.questions.last_changed import last_changed, unlisted
from tests.nation import record
from tests.projects import ROOT

FOUND = load(ROOT)
DAY = dt.date(2027, 4, 5)


def test_a_module_changed_on_the_newest_day_of_its_materials():
    revisions = {
        "module/listening/slides": Revision(2, dt.date(2027, 1, 5), "a"),
        "module/listening/handout": Revision(1, dt.date(2026, 12, 1), "b"),
        "card/help-card": Revision(9, dt.date(2027, 9, 9), "c"),
    }
    days = last_changed(replace(FOUND, revisions=revisions))
    assert days["/train/modules/listening/"] == dt.date(2027, 1, 5)
    assert days["/train/modules/listening/trainer/"] == dt.date(2027, 1, 5)
    assert dt.date(2027, 9, 9) not in days.values()


def test_a_page_written_by_hand_changed_when_the_ledger_first_held_its_words():
    revisions = {
        "page/guidance/roles/index": Revision(2, dt.date(2027, 1, 5), "a"),
        "text/about/privacy": Revision(1, dt.date(2027, 2, 6), "b"),
        "text/index": Revision(1, dt.date(2027, 3, 7), "c"),
    }
    days = last_changed(replace(FOUND, revisions=revisions))
    assert days["/guidance/roles/"] == dt.date(2027, 1, 5)
    assert days["/about/privacy/"] == dt.date(2027, 2, 6)
    assert days["/"] == dt.date(2027, 3, 7)


def test_every_page_written_by_hand_is_in_the_ledger():
    written = {address_of(path) for path, one in FOUND.pages.items() if not one.withdrawn}
    assert written - last_changed(FOUND).keys() == set()


def test_help_changed_when_a_number_was_last_looked_up():
    looked = max(one.last_checked for one in FOUND.services if one.is_published)
    days = last_changed(replace(FOUND, revisions={}))
    assert days["/support/"] == days["/cy/support/"] == looked


def test_a_force_s_page_changed_when_the_force_confirmed_in_each_language_it_has_one_in():
    told = {"peer_support": record(confirmed_on=DAY)}
    forces = tuple(
        one.model_copy(update=told) if one.id in ("gwent", "kent") else one for one in FOUND.forces
    )
    days = last_changed(replace(FOUND, forces=forces, revisions={}))
    assert {one: day for one, day in days.items() if "/forces/" in one} == {
        "/forces/gwent/": DAY,
        "/cy/forces/gwent/": DAY,
        "/forces/kent/": DAY,
    }


def test_what_nobody_wrote_down_has_no_day():
    days = last_changed(FOUND)
    assert "/forces/kent/" not in days
    assert max(days.values()) <= dt.date(2027, 12, 31)


def test_a_page_that_moved_is_listed_under_its_new_address_alone():
    path, meta = next(iter(FOUND.pages.items()))
    moved = replace(FOUND, pages={path: meta.model_copy(update={"moved_from": ("/old/",)})})
    assert unlisted(moved) == {"/old/"}
