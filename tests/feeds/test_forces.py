"""The forces for other programs say what the page says, and never a small count."""

from __future__ import annotations

import csv
import io

from peerhub.catalogue import Catalogue, load
from peerhub.feeds.forces import TABLE, forces_table, standing_facts
from peerhub.questions.national_picture import national_picture
from tests.nation import REGIONS, TODAY, force, picture, record
from tests.projects import ROOT


def rows(*forces):
    site = load(ROOT).site
    found = Catalogue(site=site, regions=tuple(REGIONS.values()), forces=forces, as_of=TODAY)
    return list(csv.DictReader(io.StringIO(forces_table(found)[TABLE])))


def facts(**changes):
    (one,) = national_picture([force(peer_support=record(**changes))], TODAY).standings
    return standing_facts(one)


def test_every_row_has_every_column_and_partners_have_no_stage():
    found = rows(*(one.force for one in picture().standings))
    assert [row["stage"] for row in found] == [
        "Peer Support Force", "working towards", "not recorded", "",
    ]  # fmt: skip
    assert found[0]["selection_criteria_adopted_on"] == "met 2026-03-01"
    assert found[1]["record"] == "stale"
    assert found[3]["counts_as_uk_force"] == "no"
    assert all(None not in row and None not in row.values() for row in found)


def test_a_small_count_is_in_words_everywhere():
    (row,) = rows(force(peer_support=record(trained_supporters=3)))
    assert row["trained_supporters"] == "fewer than 5"
    confirmed = facts(trained_supporters=3)["confirmed"]
    assert confirmed["trained_supporters"] is None
    assert confirmed["trained_supporters_in_words"] == "fewer than 5"


def test_a_dropped_record_leaves_nothing_behind():
    import datetime as dt

    old = {
        "confirmed_on": dt.date(2025, 1, 1),
        "selection_criteria_adopted_on": None,
        "training_delivered_on": None,
    }
    held = facts(**old)
    assert (held["stage"], held["record"]) == ("not recorded", "dropped")
    assert "confirmed" not in held
    (row,) = rows(force(peer_support=record(**old)))
    assert (row["confirmed_on"], row["mailbox"], row["trained_supporters"]) == ("", "", "")


def test_no_cell_can_be_taken_for_a_formula():
    (row,) = rows(force(name="=1+1", peer_support=record(source="-letter")))
    assert (row["name"], row["source"]) == ("'=1+1", "'-letter")
