"""What a poster in both languages is given to say, as the data has it."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.press import WELSH, UrgentLine
from peerhub.press.orders import NATIONS_CY, orders
from tests.press.samples import ROOT, STAMP


@pytest.fixture(scope="module")
def urgent():
    """The urgent lines of each force in each language."""
    return {(job.facts.id, job.language): job.facts.urgent for job in orders(load(ROOT), STAMP)}


def test_a_force_in_wales_has_each_urgent_line_in_welsh_as_a_draft(urgent):
    lines = {line.label: line for line in urgent["gwent", WELSH]}
    assert lines["NHS 111 Wales, press 2"] == UrgentLine(
        "NHS 111 Wales, press 2", "111", label_cy="Ffoniwch 111 a gwasgwch 2", is_draft=True
    )
    assert lines["Shout"].reach_cy == "Tecstiwch SHOUT i 85258"
    assert lines["Samaritans"] == UrgentLine("Samaritans", "116 123")


def test_a_force_in_several_nations_has_their_names_in_welsh(urgent):
    notes = {line.note: line.note_cy for line in urgent["ministry-of-defence-police", WELSH]}
    assert notes == {"": "", **NATIONS_CY}


def test_a_poster_in_english_holds_no_welsh_so_that_none_of_it_makes_it_again(urgent):
    for (_, language), lines in urgent.items():
        for line in lines if language != WELSH else ():
            assert (line.label_cy, line.reach_cy, line.note_cy, line.is_draft) == (
                "",
                "",
                "",
                False,
            )


def test_every_urgent_line_in_wales_says_in_welsh_whatever_is_not_a_name_or_a_number(urgent):
    names = {"Samaritans", "Shout"}
    for (_, language), lines in urgent.items():
        for line in lines if language == WELSH else ():
            assert line.said_cy or line.label in names
            assert line.reach_cy or not line.reach.startswith("Text")
