"""The papers of events: to both standards, drawn once, on the pages they should have."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.press.event_orders import event_paper_paths, event_papers, print_event_papers
from tests.invented import catalogue, day, meeting
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
FULL = {
    "title": "Foundations of peer support: a day for Tŷ Gŵyl",
    "where": {"place": "Invented Hall, Room 2", "address": "1 Invented Street", "online": True},
    "access": "Step-free from the street.\n\nTell us what you need.",
    "joining": "Lunch is there.",
    "booking": {"by": "email", "mailbox": "peer.support@northshire.police.uk"},
}


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def pages(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(round(page.mediabox[2]), round(page.mediabox[3])) for page in opened.pages]


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """The papers of one full event and of one observance."""
    out = tmp_path_factory.mktemp("papers")
    whole = catalogue(
        meeting(**FULL, end_date=day("2027-03-10")),
        meeting(id="gone", status="cancelled", revision=1),
        meeting(id="theirs", kind="observance", source="https://w.example/", start=None, end=None),
    )
    print_event_papers(out, whole, STAMP, out / "site")
    assert {path.relative_to(out / "site").as_posix() for path in out.rglob("site/**/*.pdf")} == (
        event_paper_paths(whole)
    )
    return out / "site" / "events"


@pytest.mark.parametrize(
    "name",
    [
        "spring-meeting/joining-instructions.pdf",
        "spring-meeting/door-sign.pdf",
        "planner-2027.pdf",
    ],
)
def test_a_paper_meets_both_standards(printed, name):
    content = (printed / name).read_bytes()
    assert [failed_rules(content, flavour) for flavour in FLAVOURS] == [[], []]


def test_only_events_that_people_come_to_have_papers(printed):
    folders = sorted(path.name for path in printed.iterdir() if path.is_dir())
    assert folders == ["spring-meeting"]


def test_joining_instructions_say_all_that_a_traveller_needs(printed):
    said = words_of((printed / "spring-meeting/joining-instructions.pdf").read_bytes())
    for wanted in (
        FULL["title"],
        "Tuesday 9 March 2027, 10:00 to 12:30",
        "Wednesday 10 March 2027, 10:00 to 12:30",
        "Invented Hall, Room 2, 1 Invented Street",
        "Step-free from the street.",
        "Lunch is there.",
        "peer.support@northshire.police.uk",
        "https://hub.example/events/spring-meeting/",
    ):
        assert wanted in said, wanted


def test_a_door_sign_is_one_sheet_on_its_side(printed):
    content = (printed / "spring-meeting/door-sign.pdf").read_bytes()
    assert pages(content) == [(842, 595)]
    assert "Invented Hall, Room 2" in words_of(content)


def test_the_planner_is_one_a3_sheet_with_every_date_but_the_cancelled(printed):
    content = (printed / "planner-2027.pdf").read_bytes()
    assert pages(content) == [(1191, 842)]
    assert words_of(content).count("Spring meeting") == 1
    assert "day for Tŷ Gŵyl" in words_of(content)


def test_a_year_in_which_every_day_is_full_still_fits_its_sheet(tmp_path):
    title = "International Day for the Elimination of Violence against Women"
    every = [
        meeting(
            id=f"e-{number}-{one}", title=title, date=dt.date(2027, 1, 1) + dt.timedelta(number)
        )
        for number in range(365)
        for one in range(3)
    ]
    whole = catalogue(*every)
    planner = [paper for paper in event_papers(whole, STAMP) if "planner" in paper.path]
    from peerhub.press.paper import print_papers

    print_papers(planner, tmp_path / "site", tmp_path / "store", STAMP)
    content = (tmp_path / "site/events/planner-2027.pdf").read_bytes()
    assert pages(content) == [(1191, 842)]
    assert "and 1 other" in words_of(content)


def test_a_second_run_draws_nothing_and_a_change_draws_only_what_it_touches(tmp_path):
    first = catalogue(meeting(), meeting(id="other", date=day("2028-03-09")))
    made = print_event_papers(tmp_path, first, STAMP, tmp_path / "site")
    assert (made.rendered, made.files) == (6, 6)
    sums = {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in tmp_path.rglob("site/**/*.pdf")
    }
    again = print_event_papers(tmp_path, first, STAMP, tmp_path / "site")
    assert (again.rendered, again.reused) == (0, 6)
    changed = catalogue(meeting(), meeting(id="other", date=day("2028-03-09"), access="A ramp."))
    assert print_event_papers(tmp_path, changed, STAMP, tmp_path / "site").rendered == 2
    elsewhere = print_event_papers(tmp_path / "b", first, STAMP, tmp_path / "b" / "site")
    assert elsewhere.rendered == 6
    for path, known in sums.items():
        twin = tmp_path / "b" / path.relative_to(tmp_path)
        assert hashlib.sha256(twin.read_bytes()).hexdigest() == known


def test_the_words_of_every_real_paper_are_plain_values():
    for paper in event_papers(load(ROOT), STAMP):
        assert json.loads(json.dumps(paper.words)) == paper.words
