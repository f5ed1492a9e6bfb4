"""What posters are given to say; and the line of the data that is told when one cannot be made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.orders.posters import orders, placed
from peerhub.press.engine.errors import PressError
from peerhub.press.posters.job import UrgentLine
from tests.press.samples import WELSH
from tests.projects import ROOT

KENT = "The words of the poster talk-to-a-peer-supporter for Kent Police do not fit their place"


@pytest.mark.parametrize(
    ("place", "file", "line"),
    [
        ("headline", "posters.yml", "- id: talk-to-a-peer-supporter"),
        ("name", "forces.yml", "  name: Kent Police"),
        ("force", "forces.yml", "  name: Kent Police"),
    ],
)
def test_words_that_do_not_fit_are_told_by_their_place_in_the_data(place, file, line):
    told = str(placed(PressError(f"{KENT} ({place}).", "Use fewer."), ROOT, load(ROOT)))
    where, _, said = told.partition(": ")
    name, number, _ = where.split(":")
    assert name == f"data/{file}"
    assert (ROOT / name).read_text(encoding="utf-8").splitlines()[int(number) - 1] == line
    assert said == f"{KENT} ({place}). Use fewer."


def test_any_other_fault_of_the_press_is_told_as_it_is():
    error = PressError("The fonts are missing.", "Bring them back.")
    assert placed(error, ROOT, load(ROOT)) is error


@pytest.fixture(scope="module")
def urgent():
    """The urgent lines of each force in each language."""
    return {(job.facts.id, job.language): job.facts.urgent for job in orders(load(ROOT))}


def test_a_force_in_wales_has_each_urgent_line_in_welsh_as_a_draft(urgent):
    lines = {line.label: line for line in urgent["gwent", WELSH]}
    assert lines["NHS 111 Wales, press 2"] == UrgentLine(
        "NHS 111 Wales, press 2", "111", other_label="Ffoniwch 111 a gwasgwch 2", is_draft=True
    )
    assert lines["Shout"].other_reach == "Tecstiwch SHOUT i 85258"
    assert lines["Samaritans"] == UrgentLine("Samaritans", "116 123")


def test_a_force_in_several_nations_has_their_names_in_welsh(urgent):
    notes = {line.note: line.other_note for line in urgent["ministry-of-defence-police", WELSH]}
    assert notes == {"": "", **load(ROOT).languages[0].places}


def test_a_poster_in_english_holds_no_welsh_so_that_none_of_it_makes_it_again(urgent):
    for (_, language), lines in urgent.items():
        for line in lines if language != WELSH else ():
            assert (line.other_label, line.other_reach, line.other_note, line.is_draft) == (
                "",
                "",
                "",
                False,
            )


def test_every_urgent_line_in_wales_says_in_welsh_whatever_is_not_a_name_or_a_number(urgent):
    names = {"Samaritans", "Shout"}
    for (_, language), lines in urgent.items():
        for line in lines if language == WELSH else ():
            assert line.other_said or line.label in names
            assert line.other_reach or not line.reach.startswith("Text")


@pytest.mark.parametrize(
    ("address", "english", "welsh"),
    [
        ("https://hub.example/", "Example only:", "Enghraifft yn unig:"),
        ("https://hub.police.uk/", "Scan, or go to", "Sganiwch, neu ewch i"),
    ],
)
def test_a_poster_says_when_the_address_on_it_is_only_an_example(address, english, welsh):
    found = load(ROOT)
    site = found.site.model_copy(update={"address": address})
    jobs = orders(replace(found, site=site))
    assert {job.design.scan for job in jobs} == {english}
    assert {job.design.other.scan for job in jobs if job.design.other} == {welsh}
