"""Ace finds no fault in a book, and is heard when there is one."""

from __future__ import annotations

import zipfile

import pytest

from tests.inspection.ace import faults, report, version


def part(url, *outcomes):
    """Return what a report says of one part of a book: a rule for each outcome."""
    held = [
        {"earl:test": {"dct:title": f"rule-{number}"}, "earl:result": {"earl:outcome": one}}
        for number, one in enumerate(outcomes)
    ]
    return {"earl:testSubject": {"url": url}, "assertions": held}


def test_faults_stand_with_their_part_of_the_book():
    whole = {"assertions": [part("nav.xhtml"), part("ch001.xhtml", "pass", "fail")]}
    assert faults(whole) == ["ch001.xhtml: rule-1"]


@pytest.mark.nightly
@pytest.mark.slow
def test_ace_finds_no_fault_in_a_guide_and_one_where_its_language_is_gone(built_site, tmp_path):
    place = "materials/workshops/awareness-briefing/awareness-briefing-trainer-guide.epub"
    good = built_site / place
    whole = report(good)
    assert faults(whole) == []
    assert version(whole).count(".") == 2
    bad = tmp_path / "bad.epub"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for one in old.infolist():
            content = old.read(one)
            if one.filename.endswith(".opf"):
                content = content.replace(b"schema:accessibilityFeature", b"schema:about")
            new.writestr(one, content)
    assert any("metadata-accessibilityfeature" in one for one in faults(report(bad)))
