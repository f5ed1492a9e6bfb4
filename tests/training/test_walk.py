"""From an unpacked pack to the last form: nothing is missing, and nothing is printed twice."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections import Counter

import lxml.html
import pytest

from peerhub.models import Stamp
from peerhub.questions.materials import KIND_NAMES, pack_parts
from peerhub.questions.printed_forms import printed_forms
from peerhub.training.pack import START, pack, places

SHOWN_OR_LOOKED_UP = {"timetable", "slides", "day-slides", "handout", "room-sheets", "spreadsheet"}
"""What a pack has to look things up, to show, or for a session by itself; a day's file has it."""

STAMP = Stamp("2026.1", dt.date(2026, 11, 28))


@pytest.fixture(scope="module", params=["supporter-foundations", "supporter-course"])
def walk(request, curriculum, desk):
    """A workshop, the parts of its pack, and the words of the print list of each of its days."""
    workshop = curriculum.workshop_by_id[request.param]
    parts = pack_parts(workshop, curriculum.module_by_id)
    days = [desk.words.of(one)["list"] for one in parts if one.kind == "day-print"]
    return workshop, parts, days


def test_every_day_has_its_sheets_and_its_slides_in_the_pack(walk):
    workshop, parts, days = walk
    assert len(days) == len(workshop.days)
    for kind, form in (("day-print", "PDF"), ("day-slides", "PPTX"), ("day-slides", "ODP")):
        held = [one.day for one in parts if (one.kind, one.format) == (kind, form)]
        assert held == list(range(1, len(days) + 1))
    names = Counter(places(parts).values())
    assert set(names.values()) == {1}
    assert len(names) == len(parts)


def test_every_pack_opens_below_a_path_of_200_letters(curriculum):
    """Windows opens no path of more than 259 letters; one stands between folder and name."""
    for workshop in curriculum.workshops:
        names = places(pack_parts(workshop, curriculum.module_by_id)).values()
        assert len({*names}) == len(names)
        assert max(len(f"{workshop.id}-pack/{name}") for name in names) <= 58, workshop.id


def test_all_that_is_printed_is_on_a_list_once(walk):
    _, parts, days = walk
    papers = {one.kind for one in parts if one.format == "PDF"} - {"day-print"}
    listed = Counter(item["kind"] for day in days for item in day["items"])
    own = Counter(name for day in days for name, _, _ in day["own_files"])
    papers -= {one for one in ("observation",) if not listed[one]}  # a room sheet has its lines
    for kind in papers - SHOWN_OR_LOOKED_UP:
        times = listed[kind] or own[KIND_NAMES[kind]]
        assert times == (len(days) if kind == "run-sheet" else 1), kind
        assert not (listed[kind] and own[KIND_NAMES[kind]]), kind


def test_every_sheet_of_every_module_is_printed_on_one_day(walk, curriculum):
    workshop, _, days = walk
    wanted = Counter(
        need.sheet
        for module in workshop.module_ids
        for need in curriculum.module_by_id[module].sheets
        if not need.file
    )
    printed = Counter(
        item["what"] for day in days for item in day["items"] if item["kind"] == "room-sheets"
    )
    assert printed == wanted


def test_no_list_to_mark_is_printed_twice(walk):
    _, _, days = walk
    for day in days:
        rooms = [str(one["sheet"]["words"]) for one in day["items"] if one.get("sheet")]
        for form in (one["form"] for one in day["items"] if one.get("form")):
            lines = [str(one["said"]) for one in form["lines"]["items"]]
            assert lines
            assert not [one for one in rooms if all(line in one for line in lines)]


def test_a_pack_on_a_disk_has_one_link_to_each_of_its_files_and_none_astray(walk, desk, tmp_path):
    workshop, parts, _ = walk
    contents = {one.path: one.name.encode() for one in parts}
    made = pack(workshop, contents, desk.words, desk.setter, STAMP, "BEGIN:VCALENDAR")
    zipfile.ZipFile(io.BytesIO(made)).extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    page = lxml.html.parse(str(folder / START)).getroot()
    leads = Counter(one.get("href") for one in page.iter("a") if ":" not in one.get("href"))
    files = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    assert set(leads) == files - {START, "start.css"}
    assert set(leads.values()) == {1}


def test_the_walk_names_the_page_to_start_from_and_all_that_is_printed(curriculum):
    body = curriculum.bodies["train/first-workshop.md"]
    days = [line.split(":")[0][3:] for line in body.splitlines() if line.startswith("## ")]
    assert days[:4] == ["Monday", "Tuesday", "Wednesday", "Thursday"]
    assert f"`{START}`" in body
    workshop = curriculum.workshop_by_id["supporter-foundations"]
    for form in printed_forms(curriculum, workshop):
        assert form.name.lower() in body.lower(), form.name
