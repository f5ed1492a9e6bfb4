"""Pages to read elsewhere: sound EPUB 3 and plain text, whole, and under one revision."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.models.page import Withdrawn
from peerhub.orders.reading import print_reading
from peerhub.pages.reading import reading_sums, reading_texts
from peerhub.questions.reading import reading_file, reading_paths
from tests.epub import faults
from tests.projects import ROOT

PAGE = "guidance/confidentiality.md"


@pytest.fixture(scope="module")
def hub():
    return load(ROOT)


@pytest.fixture(scope="module")
def small(hub):
    return replace(hub, pages={PAGE: hub.pages[PAGE]}, revisions={})


def printed(catalogue, root):
    texts, sums = reading_texts(catalogue), reading_sums(catalogue)
    return print_reading(root, catalogue, texts, sums, root / "site")


def test_pages_that_work_by_a_script_or_were_withdrawn_stay_where_they_are(hub):
    found = reading_paths(hub)
    assert "guidance/selection/scoring-sheet.md" in found
    assert "leaders/journal.md" not in found
    assert "support.md" not in found
    assert len({reading_file(one, "TXT") for one in found}) == len(found)
    gone = Withdrawn(on=dt.date(2026, 11, 28), why="It is taught no more.")
    pages = {**hub.pages, PAGE: hub.pages[PAGE].model_copy(update={"withdrawn": gone})}
    assert set(found) - set(reading_paths(replace(hub, pages=pages))) == {PAGE}


def test_each_page_has_its_words_and_numbers_in_both_formats(small, tmp_path):
    report = printed(small, tmp_path)
    assert (report.rendered, report.files) == (2, 2)
    text = (tmp_path / "site" / reading_file(PAGE, "TXT")).read_text(encoding="utf-8")
    assert text.startswith(small.pages[PAGE].title)
    for said in ("Samaritans: 116 123", "Emergency services: 999", "revision 1, ", "CC BY 4.0."):
        assert said in " ".join(text.split())
    assert "{{" not in text
    with zipfile.ZipFile(tmp_path / "site" / reading_file(PAGE, "EPUB")) as book:
        pages = "".join(book.read(one).decode() for one in book.namelist() if "xhtml" in one)
    for said in ("Four suggested limits", "116 123", "revision 1, "):
        assert said in pages
    assert printed(small, tmp_path).rendered == 0


@pytest.mark.nightly
def test_every_book_breaks_no_rule(hub, tmp_path):
    printed(hub, tmp_path)
    books = sorted((tmp_path / "site").rglob("*.epub"))
    assert len(books) == len(reading_paths(hub))
    wrong = {one.name: found for one in books if (found := faults(one))}
    assert wrong == {}


def test_changed_words_are_the_next_revision_of_their_page_alone(small):
    before = reading_sums(small)
    changed = replace(small, bodies={**small.bodies, PAGE: small.bodies[PAGE] + "\n\nOne more."})
    after = reading_sums(changed)
    assert before.keys() == after.keys() == {"page/guidance/confidentiality"}
    assert before != after
