"""Finishing, enlarging and saving: the same bytes for a poster, on any sheet of its shape."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.press.engine.conform import POINTS, enlarge, finish, save
from peerhub.press.engine.metadata import Description, properties, xmp
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import SHEETS
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from tests.press.samples import job

ABOUT = Description(
    title="Talk <here> & now: Tŷ Gŵyr",
    subject="A poster",
    date=dt.date(2026, 11, 23),
    edition="2026.1",
    commit="1f2e3d4",
)


@pytest.fixture
def poster():
    pdf = Typesetter(Materials(HOME)).set(job())
    finish(pdf, ABOUT)
    return pdf


def test_a_poster_saved_twice_is_the_same_bytes(poster):
    assert save(poster) == save(poster)


def test_a_page_that_fills_its_sheet_is_left_alone(poster):
    before = save(poster)
    enlarge(poster, SHEETS["a4"])
    assert save(poster) == before


def test_an_enlarged_page_has_the_size_of_its_sheet_in_every_box(poster):
    enlarge(poster, SHEETS["a3"])
    for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
        left, bottom, right, top = (float(side) for side in poster.pages[0].obj[box])
        assert (left, bottom) == (0, 0)
        assert right == pytest.approx(297 * POINTS, abs=0.001)
        assert top == pytest.approx(420 * POINTS, abs=0.001)


def test_metadata_and_properties_say_the_same(poster):
    said = poster.open_metadata()
    assert said["dc:title"] == str(poster.docinfo["/Title"]) == ABOUT.title
    assert said["dc:description"] == str(poster.docinfo["/Subject"]) == "A poster"
    assert said["pdf:Keywords"] == str(poster.docinfo["/Keywords"])
    assert said["pdf:Keywords"] == "Edition 2026.1, commit 1f2e3d4"
    assert said["pdf:Producer"] == str(poster.docinfo["/Producer"]) == "Peer Support Hub"


def test_both_standards_are_claimed(poster):
    said = poster.open_metadata()
    assert said["pdfaid:part"] == "2"
    assert said["pdfaid:conformance"] == "A"
    assert said["pdfuaid:part"] == "1"


def test_without_a_commit_only_the_edition_is_named():
    plain = Description("Title", "Subject", dt.date(2026, 11, 23), "2026.1")
    assert plain.keywords == "Edition 2026.1"
    assert b"commit" not in xmp(plain)
    assert str(properties(plain)["/Keywords"]) == "Edition 2026.1"


def test_a_poster_is_dated_by_its_edition_not_by_the_clock(poster):
    days = {str(poster.docinfo[key]) for key in ("/CreationDate", "/ModDate")}
    assert days == {"D:20261123000000Z"}
    assert poster.open_metadata()["xmp:ModifyDate"] == "2026-11-23T00:00:00Z"
