"""Slides: each has a title, its notes, its language; the trainer's words stay in the notes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from peerhub.packs.bundle import bundled, unbundled
from peerhub.packs.look import DOT
from peerhub.packs.odp import odp
from peerhub.packs.pptx import pptx
from peerhub.questions.materials import training_materials


@pytest.fixture(scope="module")
def decks(curriculum, desk):
    return {module.id: desk.words.deck(module) for module in curriculum.modules}


@pytest.fixture(scope="module")
def files(decks) -> dict[str, bytes]:
    """The PowerPoint file of every module that the build makes one for."""
    return {identity: pptx(deck) for identity, deck in decks.items()}


@pytest.fixture(scope="module")
def shows(files):
    return {identity: Presentation(io.BytesIO(file)) for identity, file in files.items()}


def test_there_are_slides_for_every_module_of_the_build(curriculum, decks):
    made = {
        one.source
        for one in training_materials(curriculum.modules, curriculum.workshops)
        if one.format == "PPTX"
    }
    assert made == set(decks)


def test_every_slide_of_every_module_has_a_title_notes_and_british_english(decks, shows):
    for identity, deck in decks.items():
        show = shows[identity]
        assert show.core_properties.language == "en-GB", identity
        for slide, told in zip(show.slides, deck.slides, strict=True):
            assert slide.shapes.title.text_frame.text == told.title, identity
            assert slide.notes_slide.notes_text_frame.text == "\n".join(told.notes)
            for part in (slide, slide.notes_slide):
                for run in part.element.iter(qn("a:r")):
                    assert run.find(qn("a:rPr")).get("lang") == "en-GB"


def test_every_drawn_shape_of_every_module_has_words_for_those_who_cannot_see_it(decks, shows):
    for identity, show in shows.items():
        drawn = [
            (number, shape._element._nvXxPr.cNvPr.get("descr"))
            for number, slide in enumerate(show.slides)
            for shape in slide.shapes
            if not shape.has_text_frame or not shape.text_frame.text
        ]
        steps = [
            number for number, one in enumerate(decks[identity].slides) if one.gone is not None
        ]
        assert [number for number, _ in drawn] == sorted([0, *steps, *steps]), identity
        assert all(said for _, said in drawn), identity


def test_the_slides_on_paper_show_the_same_time_as_those_that_can_be_changed(curriculum, desk):
    module = curriculum.module_by_id["listening"]
    paper = desk.setter.fill("slides", "A", desk.words.slides(module))
    steps = [one for one in desk.words.deck(module).slides if one.gone is not None]
    said = re.findall(r"<title>(\d+) of (\d+) minutes have passed when this step starts<", paper)
    assert said == [(str(one.gone), str(module.minutes)) for one in steps]
    parts = [float(width) for width in re.findall(r'<rect width="([\d.]+)%" height="100%"', paper)]
    assert parts[1::2] == [round(max(one.gone / module.minutes, DOT) * 100, 2) for one in steps]
    assert set(parts[::2]) == {100}


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
def test_libreoffice_opens_the_slides_of_every_module(decks, files, tmp_path):
    for identity, file in files.items():
        (tmp_path / f"{identity}.pptx").write_bytes(file)
    (tmp_path / "open.odp").write_bytes(odp(decks["listening"]))
    opened_by_libreoffice(tmp_path)
    for name, deck in [*decks.items(), ("open", decks["listening"])]:
        pages = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        assert len(pages) == len(deck.slides), name
        for page, slide in zip(pages, deck.slides, strict=True):
            text = " ".join(page.get_textpage().get_text_bounded().split())
            assert slide.title.split()[0] in text, name


def opened_by_libreoffice(folder: Path) -> None:
    """Have LibreOffice open every file of a folder, in one process, and print it as PDF."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: run make test, or apt-get install libreoffice-impress"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    shows = sorted(one.name for one in folder.iterdir() if one.is_file())
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *shows],
        cwd=folder,
        check=True,
        capture_output=True,
    )
