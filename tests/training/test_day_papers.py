"""What is printed for a day: the run sheet, the print list, and the sheets in the day's order."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from peerhub.questions.materials import workshop_materials
from peerhub.questions.moments import moments
from peerhub.questions.timetable import timetable
from peerhub.training.make import Desk


def of_kind(curriculum, identity, kind, day=None, form=None):
    return next(
        one
        for one in workshop_materials(curriculum.workshop_by_id[identity])
        if one.kind == kind and one.day == day and form in (None, one.format)
    )


def pages(pdf: bytes) -> list[str]:
    return [one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(pdf)]


def longer(curriculum, identity: str, minutes: int):
    """Return the curriculum with the first step of a module longer."""
    module = curriculum.module_by_id[identity]
    first = module.steps[0].model_copy(update={"minutes": module.steps[0].minutes + minutes})
    changed = module.model_copy(
        update={"steps": (first, *module.steps[1:]), "minutes": module.minutes + minutes}
    )
    return replace(
        curriculum, modules=tuple(changed if one is module else one for one in curriculum.modules)
    )


def test_run_sheet_slides_and_guide_tell_one_clock_and_move_together(curriculum, desk):
    later = Desk(longer(curriculum, "confidentiality", 7), desk.stamp, desk.setter.home)
    workshop = curriculum.workshop_by_id["supporter-foundations"]
    for made, hub in ((desk, curriculum), (later, later.catalogue)):
        (plan,) = timetable(workshop, hub.module_by_id)
        steps = moments(plan, hub.module_by_id)
        clock = [one.start for one in steps]
        words = made.words.of(of_kind(hub, workshop.id, "run-sheet"))
        lines = [line for line in words["runs"][0]["lines"] if not line["head"]]
        assert [line["start"] for line in lines] == clock
        slides = made.words.deck_of(of_kind(hub, workshop.id, "day-slides", 1)).slides
        for moment, line in zip(steps, lines, strict=True):
            slide = slides[line["slide"] - 1]
            assert moment.start in slide.kicker
            assert slide.notes[0].startswith(f"{moment.start} to {moment.end}.")
        guide = made.words.of(of_kind(hub, workshop.id, "trainer-guide"))
        told = [step["clock"] for module in guide["modules"] for step in module["steps"]]
        assert told == [one.start for one in steps if one.step]
    kinds = ("run-sheet", "day-print", "day-slides", "trainer-guide")
    for one in workshop_materials(workshop):
        if one.kind in kinds:
            assert desk.key(one) != later.key(one), one.path


def test_the_print_list_is_in_the_order_of_the_day_and_names_nothing_twice(curriculum, desk):
    words = desk.words.of(of_kind(curriculum, "supporter-foundations", "day-print", 1))
    items = [(one["mark"], one["what"], one["many"]) for one in words["list"]["items"]]
    assert items == [
        ("", "Run sheet", "2 copies"),
        ("", "Attendance sheet", "1 copy"),
        ("S1", "Request cards", "4 sets"),
        ("S2", "Pile cards", "3 sets"),
        ("S3", "Scene cards", "3 sets"),
        ("S4", "Monthly tally sheet", "1 copy"),
        ("S5", "Steering script", "2 copies"),
        ("S6", "Topic cards", "4 sets"),
        ("S7", "Demonstration scripts", "2 copies"),
        ("S8", "Five skills", "4 copies"),
        ("S9", "Observer sheet", "12 copies"),
        ("", "Evaluation form", "12 copies"),
        ("", "Certificate of attendance", "12 copies"),
    ]
    own = [what for what, _, _ in words["list"]["own_files"]]
    assert own == ["Trainer guide", "Participant workbook"]


def test_each_form_of_a_workshop_is_printed_on_one_of_its_days(curriculum, desk):
    for workshop in curriculum.workshops:
        kinds = [
            item["kind"]
            for number in range(1, len(workshop.days) + 1)
            for item in desk.words.of(of_kind(curriculum, workshop.id, "day-print", number))[
                "list"
            ]["items"]
        ]
        for form in workshop.forms:
            is_room_sheet = form == "observation"  # handed out as the module's own sheet
            assert kinds.count(form) == (not is_room_sheet), (workshop.id, form)
        assert kinds.count("run-sheet") == len(workshop.days)


def test_loose_cards_say_how_often_to_print_their_page(curriculum, desk):
    words = desk.words.of(of_kind(curriculum, "supporter-course", "day-print", 4))
    (card,) = [one for one in words["list"]["items"] if one["what"] == "First-day card"]
    on_paper = card["sheet"]["share"]
    assert card["many"] == f"12 cards: print {-(-12 // on_paper)}"


@pytest.mark.slow
def test_the_print_list_tells_the_pages_on_which_things_stand(curriculum, desk):
    made = desk.make(of_kind(curriculum, "awareness-briefing", "day-print", 1))
    told = pages(made)
    rows = re.findall(
        r"^(S\d+)? ?(.+?) \d+ (?:copy|copies|cards?).*? (\d+) (\d+) (?:yes|no)",
        " ".join(told[0].split()).replace(" no ", " no\n").replace(" yes ", " yes\n"),
        re.MULTILINE,
    )
    assert len(rows) >= 4
    for _, what, first, last in rows:
        assert int(first) <= int(last) <= len(told)
        title = what.split("page Cut ")[-1]
        assert title.split(":")[0] in told[int(first) - 1]
    assert int(rows[-1][3]) == len(told)


@pytest.mark.slow
@pytest.mark.parametrize("identity", ["supporter-course", "annual-refresher"])
def test_a_day_has_a_run_sheet_of_one_or_two_pages(curriculum, desk, identity):
    workshop = curriculum.workshop_by_id[identity]
    material = of_kind(curriculum, identity, "run-sheet")
    told = pages(desk.make(material))
    starts = [n for n, text in enumerate(told) if any(day.title in text for day in workshop.days)]
    assert len(starts) == len(workshop.days)
    for first, following in zip(starts, [*starts[1:], len(told)], strict=True):
        assert 1 <= following - first <= 2
    for plan in timetable(workshop, curriculum.module_by_id):
        for moment in moments(plan, curriculum.module_by_id):
            assert any(moment.title in " ".join(text.split()) for text in told), moment.title


def test_no_page_of_a_print_file_is_empty(curriculum, desk):
    made = desk.make(of_kind(curriculum, "after-a-suicide-session", "day-print", 1))
    assert all(len(text.split()) > 5 for text in pages(made))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == len(pages(made))
