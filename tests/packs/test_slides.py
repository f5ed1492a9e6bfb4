"""Slides: each has a title, its notes, its language; the trainer's words stay in the notes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from peerhub.packs.bundle import bundled, unbundled
from peerhub.packs.odp import odp
from peerhub.packs.pptx import pptx


@pytest.fixture(scope="module")
def decks(curriculum, desk):
    return {module.id: desk.words.deck(module) for module in curriculum.modules}


def test_every_slide_of_every_module_has_a_title_notes_and_british_english(decks):
    for identity, deck in decks.items():
        show = Presentation(io.BytesIO(pptx(deck)))
        for slide, told in zip(show.slides, deck.slides, strict=True):
            assert slide.shapes.title.text_frame.text == told.title, identity
            assert slide.notes_slide.notes_text_frame.text == "\n".join(told.notes)
            for part in (slide, slide.notes_slide):
                for run in part.element.iter(qn("a:r")):
                    assert run.find(qn("a:rPr")).get("lang") == "en-GB"


def test_every_drawn_shape_has_words_for_those_who_cannot_see_it(decks):
    for slide in Presentation(io.BytesIO(pptx(decks["listening"]))).slides:
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name


def test_the_same_deck_gives_the_same_bytes_in_both_formats(decks):
    deck = decks["confidentiality"]
    assert pptx(deck) == pptx(deck)
    assert odp(deck) == odp(deck)


def test_what_the_trainer_says_is_in_the_notes_and_never_on_the_slide(curriculum, decks):
    for module in curriculum.modules:
        shown = " ".join(line for slide in decks[module.id].slides for line in slide.lines)
        noted = " ".join(note for slide in decks[module.id].slides for note in slide.notes)
        for step in module.steps:
            said = " ".join(step.trainer.split())
            assert said in noted
            assert said not in shown


def test_the_open_format_holds_the_same_titles_and_its_notes(decks):
    deck = decks["listening"]
    content = zipfile.ZipFile(io.BytesIO(odp(deck))).read("content.xml").decode()
    assert content.count("<draw:page ") == len(deck.slides)
    assert content.count("<presentation:notes") == len(deck.slides)
    assert content.count('presentation:class="title"') == len(deck.slides)


def test_a_bundle_says_nothing_of_when_it_was_made():
    made = bundled([("a.txt", b"A"), ("b/c.txt", b"C")])
    assert made == bundled(unbundled(made))


@pytest.mark.slow
def test_libreoffice_opens_the_slides_of_both_formats(decks, tmp_path):
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: run make test, or apt-get install libreoffice-impress"
    deck = decks["listening"]
    (tmp_path / "powerpoint.pptx").write_bytes(pptx(deck))
    (tmp_path / "open.odp").write_bytes(odp(deck))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            "powerpoint.pptx",
            "open.odp",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    import pypdfium2

    for name in ("powerpoint.pdf", "open.pdf"):
        pages = pypdfium2.PdfDocument(Path(tmp_path / name))
        assert len(pages) == len(deck.slides)
        for page, slide in zip(pages, deck.slides, strict=True):
            text = " ".join(page.get_textpage().get_text_bounded().split())
            assert slide.title.split()[0] in text
