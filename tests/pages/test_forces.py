"""A force's page: its purpose, and the order of what stands on it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from peerhub.catalogue import Catalogue, load
from peerhub.models import PeerSupport
from peerhub.pages.force_help import record_to_fill_in
from peerhub.pages.forces import force_page
from peerhub.questions.nearest_helpers import NearestHelpers
from tests.nation import record
from tests.projects import FORCES, ROOT, problems, small_project

NOBODY = NearestHelpers(())

OLD = {
    "confirmed_on": dt.date(2020, 1, 1),
    "selection_criteria_adopted_on": dt.date(2019, 1, 1),
    "training_delivered_on": dt.date(2019, 1, 1),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


def heads(text: str) -> list[str]:
    return re.findall(r"^## ([^{\n]*?)(?: \{.*)?$", text, re.MULTILINE)


@pytest.mark.parametrize("partner", ["jersey", "guernsey", "isle-of-man", "national-crime-agency"])
def test_a_partner_s_page_promises_no_posters(catalogue, partner):
    held = catalogue.force_by_id[partner]
    text = force_page(catalogue, held, NOBODY)
    assert "poster" not in text.lower()
    lead = f"Where people at {held.name} can turn for help, and how to tell us what to change here."
    assert f"{lead}\n{{: .lead }}" in text


def test_a_force_s_page_says_what_it_has(catalogue):
    text = force_page(catalogue, catalogue.force_by_id["kent"], NOBODY)
    assert "Peer support at Kent Police: what is recorded, posters to print" in text


def test_what_can_go_up_stands_first_then_help_then_where_the_force_stands(catalogue):
    found = heads(force_page(catalogue, catalogue.force_by_id["kent"], NOBODY))
    assert found[:3] == ["Posters", "Need to talk now?", "Where this force stands"]
    assert found.count("Need to talk now?") == 1


def put_in(tmp_path, known, **filled) -> list[str]:
    """The problems of a project in which an editor put the lines of a page, some filled in."""
    lines = record_to_fill_in(known).split("\n")
    for field, value in filled.items():
        lines = [
            f"    {field}: {value}" if line.startswith(f"    {field}:") else line for line in lines
        ]
    lines = [line for line in lines if "None" not in line]
    return problems(small_project(tmp_path, forces=FORCES + "\n".join(lines) + "\n"))


def test_an_editor_s_lines_hold_every_field_and_no_blank_passes_the_check(tmp_path):
    told = put_in(tmp_path, None)
    assert len(told) == len(PeerSupport.model_fields)
    assert {line.split(":")[1] for line in told} == {str(27 + at) for at in range(len(told))}


def test_lines_that_are_filled_in_and_thinned_out_pass_the_check(tmp_path):
    filled = dict.fromkeys(PeerSupport.model_fields)
    filled |= {"confirmed_on": "2026-11-01", "source": "Letter from the wellbeing lead"}
    assert put_in(tmp_path, None, **filled) == []


def test_what_is_recorded_stands_in_the_lines_and_only_its_day_and_source_are_asked_again(tmp_path):
    known = record(
        confirmed_on=dt.date(2026, 10, 1),
        phone="01632 960001",
        mailbox="peer.support@northfold.police.uk",
    )
    gone = {field: None for field in PeerSupport.model_fields if getattr(known, field) is None}
    fresh = {"confirmed_on": "2026-11-01", "source": "Letter from the wellbeing lead"}
    assert put_in(tmp_path, known, **gone, **fresh) == []
    assert record_to_fill_in(known).split("\n")[1:6] == [
        "    confirmed_on: …",
        "    source: …",
        '    mailbox: "peer.support@northfold.police.uk"',
        '    phone: "01632 960001"',
        "    intranet: …",
    ]


def test_a_dropped_record_is_not_given_away_to_editors_and_partners_have_no_lines(catalogue):
    old = record(**OLD)
    held = catalogue.force_by_id["kent"].model_copy(update={"peer_support": old})
    text = force_page(catalogue, held, NOBODY)
    assert "peer_support:" in text
    assert "peer.support@northfold" not in text
    assert "peer_support:" not in force_page(catalogue, catalogue.force_by_id["jersey"], NOBODY)
