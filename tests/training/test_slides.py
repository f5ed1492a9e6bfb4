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
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from peerhub.bundle import bundled, unbundled
from peerhub.catalogue.safety import HARD
from peerhub.models.training import LETTERS, NOW, POINTS
from peerhub.questions.knowledge_check import knowledge_check
from peerhub.questions.materials import training_materials
from peerhub.training.look import (
    BODY_HIGH,
    BODY_WIDE,
    DOT,
    NARROW,
    OFFICE,
    PAPER_SLIDE,
    SIZES,
    deck_size,
    fits,
    height,
    side_art,
    size_of,
    time_gone,
)
from peerhub.training.odp import odp
from peerhub.training.pptx import pptx
from peerhub.training.slides import DeckSlide


@pytest.fixture(scope="module")
def decks(curriculum, desk):
    return {module.id: desk.words.deck(module) for module in curriculum.modules}


def pictured(desk, deck) -> dict[str, bytes]:
    """Return the pictures of a deck."""
    return {place: desk.pictures.png(place) for place in desk.pictures.shown(deck)}


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.nightly)])
def files(request, decks, desk) -> dict[str, bytes]:
    """The PowerPoint file of every module that the build makes one for, or of some by day.

    These are every twelfth, the longest, and the one that other tests open.
    """
    longest = max(decks, key=lambda one: len(decks[one].slides))
    some = {"listening", longest, *list(decks)[::12]}
    return {
        identity: pptx(deck, pictured(desk, deck))
        for identity, deck in decks.items()
        if request.param == "all" or identity in some
    }


@pytest.fixture(scope="module")
def open_file(decks, desk) -> bytes:
    """The OpenDocument file of one module."""
    return odp(decks["listening"], pictured(desk, decks["listening"]))


@pytest.fixture(scope="module")
def shows(files):
    return {identity: Presentation(io.BytesIO(file)) for identity, file in files.items()}


def test_there_are_slides_for_every_module_of_the_build(curriculum, decks):
    made = {
        one.source
        for one in training_materials(curriculum.modules, curriculum.workshops)
        if one.format == "PPTX" and one.belongs_to == "module"
    }
    assert made == set(decks)


def test_every_slide_of_every_module_has_a_title_notes_and_british_english(decks, shows):
    for identity, show in shows.items():
        deck = decks[identity]
        assert show.core_properties.language == "en-GB", identity
        for slide, told in zip(show.slides, deck.slides, strict=True):
            assert slide.shapes.title.text_frame.text == told.title, identity
            assert slide.notes_slide.notes_text_frame.text == "\n".join(told.notes)
            for part in (slide, slide.notes_slide):
                for run in part.element.iter(qn("a:r")):
                    assert run.find(qn("a:rPr")).get("lang") == "en-GB"


def test_whatever_is_drawn_has_words_for_those_who_cannot_see_it_or_is_marked_as_decoration(
    decks, shows
):
    for identity, show in shows.items():
        for slide, told in zip(show.slides, decks[identity].slides, strict=True):
            drawn = [
                shape._element._nvXxPr.cNvPr
                for shape in slide.shapes
                if not shape.has_text_frame or not shape.text_frame.text
            ]
            said = [one.get("descr") for one in drawn if not one.xpath(".//*[@val='1']")]
            assert all(said), (identity, told.title)
            wanted = [] if told.gone is None else [time_gone(decks[identity], told).said]
            wanted += [told.drawing.said] if told.drawing else []
            assert said == wanted, (identity, told.title)


def test_every_deck_shows_a_drawing_in_the_whole_place_below_its_title(decks, shows):
    for identity, show in shows.items():
        slides = zip(show.slides, decks[identity].slides, strict=True)
        shown = [(slide, told) for slide, told in slides if told.drawing]
        assert shown, identity
        for slide, told in shown:
            (picture,) = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
            assert picture.name == told.drawing.title
            assert max(picture.width.cm / BODY_WIDE, picture.height.cm / BODY_HIGH) > 0.99
            assert told.drawing.says.split()[0] in slide.notes_slide.notes_text_frame.text


def test_all_lines_of_a_deck_are_set_in_one_size(decks, shows):
    for identity, show in shows.items():
        sizes = {
            run.font.size.pt
            for slide in list(show.slides)[1:]
            for place in slide.placeholders
            if place.placeholder_format.idx == 1
            for paragraph in place.text_frame.paragraphs
            for run in paragraph.runs
        }
        assert sizes == {deck_size(decks[identity])}, identity


def test_a_slide_with_room_beside_its_words_has_a_picture_there(decks):
    for identity, deck in decks.items():
        for slide in deck.slides:
            if slide.kind in ("opening", "drawing"):
                continue
            alone = not side_art(slide, deck_size(deck))
            full = height(slide, deck_size(deck), OFFICE, NARROW) > OFFICE.high
            assert alone == full, (identity, slide.title)
            assert fits(slide, deck_size(deck)), (identity, slide.title)


def test_the_room_sees_what_is_asked_and_the_trainer_the_answers(curriculum, decks):
    for module in curriculum.modules:
        check = knowledge_check(curriculum.texts[module.id])
        shown = [one for one in decks[module.id].slides if one.kind == "questions"]
        if not any(step.method == "quiz" for step in module.steps):
            assert shown == []
            continue
        assert sum(len(one.lines) for one in shown) == len(check) > 0, module.id
        for slide in shown:
            for asked, answer in zip(slide.lines, slide.notes, strict=True):
                number = asked.split(".")[0]
                assert answer.startswith(f"{number}. ")
                assert len(answer) > len(number) + 2


def test_the_file_has_our_own_picture_and_lists_the_master_of_its_notes(files):
    parts = dict(unbundled(files["listening"]))
    picture = Image.open(io.BytesIO(parts["docProps/thumbnail.jpeg"]))
    assert picture.size == (256, 144)
    assert picture.getpixel((250, 4)) == pytest.approx((20, 38, 74), abs=6)
    assert b'Target="docProps/thumbnail.jpeg"' in parts["_rels/.rels"]
    assert b'Extension="jpeg"' in parts["[Content_Types].xml"]
    listed = re.search(rb'<p:notesMasterId r:id="(\w+)"', parts["ppt/presentation.xml"])[1]
    related = parts["ppt/_rels/presentation.xml.rels"].decode()
    assert re.search(rf'<Relationship [^>]*Id="{listed.decode()}"[^>]*>', related)[0].count("notes")


def test_the_slides_on_paper_show_the_same_time_as_those_that_can_be_changed(curriculum, desk):
    module = curriculum.module_by_id["listening"]
    paper = desk.setter.fill("slides", "A", desk.words.slides(desk.words.deck(module)))
    steps = [one for one in desk.words.deck(module).slides if one.gone is not None]
    said = re.findall(r"<title>(\d+) of (\d+) minutes have passed when this step starts<", paper)
    assert said == [(str(one.gone), str(module.minutes)) for one in steps]
    parts = [float(width) for width in re.findall(r'<rect width="([\d.]+)%" height="100%"', paper)]
    assert parts[1::2] == [round(max(one.gone / module.minutes, DOT) * 100, 2) for one in steps]
    assert set(parts[::2]) == {100}


def test_the_same_deck_gives_the_same_bytes_in_both_formats(decks, desk):
    deck = decks["confidentiality"]
    shown = pictured(desk, deck)
    assert pptx(deck, shown) == pptx(deck, shown)
    assert odp(deck, shown) == odp(deck, shown)


def test_what_is_for_the_trainer_is_in_the_notes_and_never_on_the_slide(curriculum, decks):
    for module in curriculum.modules:
        slides = [one for one in decks[module.id].slides if one.gone is not None]
        for slide, step in zip(slides, module.steps, strict=True):
            shown = " ".join((*slide.lines, slide.now))
            noted = " ".join(slide.notes)
            for said in (" ".join(step.trainer.split()), " ".join(step.people.split())):
                assert said in noted
                assert said not in shown


def test_a_slide_shows_the_points_of_its_step_and_then_what_to_do_now(curriculum, decks, shows):
    for module in (curriculum.module_by_id[identity] for identity in shows):
        steps = [
            (slide, made)
            for slide, made in zip(decks[module.id].slides, shows[module.id].slides, strict=True)
            if slide.gone is not None
        ]
        for (slide, made), step in zip(steps, module.steps, strict=True):
            assert (*slide.lines, slide.now) == step.slide
            said = made.placeholders[1].text_frame
            assert [one.text for one in said.paragraphs] == list(step.slide)
            assert all(run.font.bold for run in said.paragraphs[-1].runs)


def test_slides_speak_to_the_room_and_not_about_it(curriculum):
    """'They' may be a colleague whom people speak of, and never who does what the slide asks."""
    about_the_room = re.compile(r"^(?:Now: )?(?:They|Their)\b|\btheir own\b")
    found = [
        point
        for module in curriculum.modules
        for step in module.steps
        for point in step.slide
        if about_the_room.search(point)
    ]
    assert found == []


def test_no_slide_gives_away_an_answer_to_the_knowledge_check(curriculum):
    for module in curriculum.modules:
        for step in module.steps:
            if step.method == "quiz":
                shown = " ".join(step.slide).lower()
                for answer in answers(curriculum.texts[module.id].trainer):
                    assert answer.lower() not in shown, (module.id, step.title)


def answers(notes: str) -> list[str]:
    """Return each sentence of two words or more in the answers to a knowledge check."""
    _, _, below = notes.partition("### Answers to the knowledge check")
    lines = re.findall(r"^\d+\. (.+)$", below, re.MULTILINE)
    assert lines
    parts = [part.strip(' ."') for line in lines for part in re.split(r"[.:;?!]", line)]
    return [part for part in parts if len(part.split()) > 1]


def test_a_deck_that_speaks_of_something_hard_shows_the_way_to_help(curriculum, decks):
    hard = [
        module.id
        for module in curriculum.modules
        if any(HARD.search(" ".join(step.slide)) for step in module.steps)
    ]
    assert "asking-about-suicide" in hard
    for identity, deck in decks.items():
        (shown,) = [one for one in deck.slides if one.title == "Need to talk now?"]
        assert "Emergency services: call 999" in shown.lines
        if identity in hard:
            assert curriculum.module_by_id[identity].content_note


@pytest.mark.parametrize("how", [OFFICE, PAPER_SLIDE])
def test_the_fullest_slide_that_a_module_may_have_fits_in_letters_that_can_be_read(how, decks):
    point = ("word " * 20)[: LETTERS - 1] + "s"
    full = DeckSlide("A", (point,) * (POINTS - 1), (), now=(NOW + point)[:LETTERS])
    assert height(full, SIZES[-1], how) <= how.high
    assert size_of([full], how) < SIZES[0]
    assert size_of([DeckSlide("A", ("Few words.",), ())], how) == SIZES[0]
    assert {deck_size(deck) for deck in decks.values()} == {26}


def test_every_style_an_office_program_falls_back_on_is_in_british_english(files, open_file):
    for name, part in unbundled(files["listening"]):
        if name.endswith(".xml"):
            said = set(re.findall(rb'\b(?:lang|altLang)="([^"]*)"', part))
            assert said <= {b"en-GB"}, name
            if re.search(r"slide(Master|Layout)|notesMaster|presentation\.xml", name):
                assert said == {b"en-GB"}, name
    for name, part in unbundled(open_file):
        if name in ("styles.xml", "content.xml"):
            assert set(re.findall(rb'fo:language="([^"]*)"', part)) == {b"en"}, name
            assert set(re.findall(rb'fo:country="([^"]*)"', part)) == {b"GB"}, name


def test_the_open_format_holds_the_same_titles_and_its_notes(decks, open_file):
    deck = decks["listening"]
    content = zipfile.ZipFile(io.BytesIO(open_file)).read("content.xml").decode()
    assert content.count("<draw:page ") == len(deck.slides)
    assert content.count("<presentation:notes") == len(deck.slides)
    assert content.count('presentation:class="title"') == len(deck.slides)


def test_a_bundle_says_nothing_of_when_it_was_made():
    made = bundled([("a.txt", b"A"), ("b/c.txt", b"C")])
    assert made == bundled(unbundled(made))


@pytest.mark.slow
def test_libreoffice_opens_the_slides_of_every_module(decks, files, open_file, tmp_path):
    for identity, file in files.items():
        (tmp_path / f"{identity}.pptx").write_bytes(file)
    (tmp_path / "open.odp").write_bytes(open_file)
    opened_by_libreoffice(tmp_path)
    for name, deck in [*((one, decks[one]) for one in files), ("open", decks["listening"])]:
        pages = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        assert len(pages) == len(deck.slides), name
        for page, slide in zip(pages, deck.slides, strict=True):
            text = " ".join(page.get_textpage().get_text_bounded().split())
            assert slide.title.split()[0] in text, name
            if slide.gone is not None:
                assert lowest(page) < BAR, (name, slide.title)


BAR = 17.8
"""Centimetres from the top of a slide to the bar that says how much time is gone."""


def lowest(page) -> float:
    """Return how far down a slide its words reach, in centimetres."""
    text = page.get_textpage()
    bottom = min(text.get_rect(number)[1] for number in range(text.count_rects()))
    return (page.get_height() - bottom) / page.get_height() * 19.05


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
