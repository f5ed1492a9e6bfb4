"""A run makes what is missing, and nothing else; a pack works from a disk."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from peerhub.bundle import list_path, told_anew
from peerhub.models import Stamp
from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import training_materials
from peerhub.training.make import CHAPTER, Desk
from peerhub.training.pack import START
from peerhub.training.run import STORE, make_materials

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))

CALENDARS = {"awareness-briefing": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packs")]


@pytest.fixture(scope="module")
def small(curriculum):
    """The curriculum with its shortest workshop, and that one's module."""
    workshop = curriculum.workshop_by_id["awareness-briefing"]
    modules = tuple(one for one in curriculum.modules if one.id in workshop.module_ids)
    return replace(
        curriculum, modules=modules, workshops=(workshop,), briefings=(), as_of=STAMP.date
    )


@pytest.fixture(scope="module")
def run(small, tmp_path_factory):
    root = tmp_path_factory.mktemp("run")
    # In this process alone: one that has run Java, for veraPDF, may never come back from a fork.
    return root, make_materials(root, small, STAMP, calendars=CALENDARS, workers=1)


def test_everything_promised_is_made_and_a_second_run_makes_nothing(small, run):
    root, first = run
    wanted = {
        one.path for one in training_materials(small.modules, small.workshops, small.briefings)
    }
    assert set(first.contents) == wanted
    assert first.left_out == frozenset()
    again = make_materials(root, small, STAMP, calendars=CALENDARS)
    assert again.rendered == 0
    assert again.contents == first.contents


def test_files_are_set_in_place_by_link_and_stand_on_the_disk_once(run, tmp_path):
    root, first = run
    beside = tmp_path if tmp_path.stat().st_dev == root.stat().st_dev else root / "beside"
    first.set_in_place(beside)
    for path, content in first.contents.items():
        assert (beside / path).read_bytes() == content
        assert (beside / path).samefile(first.entries[path])


def test_what_a_warm_run_makes_of_an_edit_is_what_a_clean_one_makes(small, run, tmp_path):
    """One word in the module's text, one in its plan: all formats, office files included.

    Of the chapters of guide and workbook, those of the module are set again, and no other.
    """
    warm, _ = run
    chapters = set((warm / STORE).glob(f"*{CHAPTER}"))
    (module,) = small.modules
    steps = (module.steps[0].model_copy(update={"trainer": "Say welcome."}), *module.steps[1:])
    text = small.texts[module.id]
    words = {"participant": f"{text.participant}\n\nOne more sentence."}
    edited = replace(
        small,
        modules=(module.model_copy(update={"steps": steps}),),
        texts={**small.texts, module.id: text.model_copy(update=words)},
    )
    after = make_materials(warm, edited, STAMP, calendars=CALENDARS, workers=1)
    clean = make_materials(tmp_path, edited, STAMP, calendars=CALENDARS, workers=1)
    assert 0 < after.rendered < clean.rendered
    assert {path.rpartition(".")[2] for path in clean.contents} >= {"pdf", "pptx", "docx", "zip"}
    assert after.contents == clean.contents
    anew = set((warm / STORE).glob(f"*{CHAPTER}")) - chapters
    assert (len(chapters), len(anew)) == (5, 2)


def test_a_preview_makes_nothing_and_says_what_it_left_out(small, tmp_path):
    shown = make_materials(tmp_path, small, STAMP, make=False)
    assert shown.rendered == 0
    assert len(shown.left_out) == len(
        training_materials(small.modules, small.workshops, small.briefings)
    )


def test_where_packs_are_not_kept_a_list_of_its_parts_stands_in_the_place_of_each(
    small, run, tmp_path
):
    root, first = run
    apart = replace(small, site=small.site.model_copy(update={"packs": "in-browser"}))
    lists = make_materials(root, apart, STAMP, calendars=CALENDARS)
    path = next(one for one in first.contents if one.endswith("-pack.zip"))
    assert (lists.rendered, lists.facts) == (0, first.facts)
    assert lists.contents.keys() ^ first.contents.keys() == {path, list_path(path)}
    lists.set_in_place(tmp_path)
    told = tmp_path / list_path(path)
    said = json.loads(told.read_bytes())
    assert said["sha256"] == hashlib.sha256(first.contents[path]).hexdigest()
    own = {one["name"].split("/")[1] for one in said["parts"] if "text" in one}
    assert own == {START, "start.css", "timetable.ics"}

    def read(at: str) -> bytes:
        return (told.parent / at).read_bytes()

    assert told_anew(told.read_bytes(), read, lambda _, text: text) == told.read_bytes()
    left = make_materials(tmp_path / "empty", apart, STAMP, make=False).left_out
    assert {path, list_path(path)} <= left


@pytest.mark.nightly
def test_changing_one_step_changes_what_is_made_of_its_module_and_no_other(curriculum):
    module = curriculum.module_by_id["listening"]
    steps = list(module.steps)
    steps[0] = steps[0].model_copy(update={"minutes": steps[0].minutes + 5})
    changed = module.model_copy(update={"steps": tuple(steps), "minutes": module.minutes + 5})
    modules = tuple(changed if one is module else one for one in curriculum.modules)
    before = Desk(curriculum, STAMP, HOME)
    after = Desk(replace(curriculum, modules=modules), STAMP, HOME)
    moved = set()
    for old, new in zip(
        training_materials(curriculum.modules, curriculum.workshops),
        training_materials(modules, curriculum.workshops),
        strict=True,
    ):
        if old.kind != "pack" and before.key(old) != after.key(new):
            moved.add(old.source)
    assert moved == {"listening"} | {
        one.id for one in curriculum.workshops if "listening" in one.module_ids
    }


def test_a_pack_opens_from_a_disk_with_no_request_and_no_broken_link(run, tmp_path, chromium):
    _, made = run
    (pack,) = [path for path in made.contents if path.endswith("-pack.zip")]
    (tmp_path / "pack.zip").write_bytes(made.contents[pack])
    with zipfile.ZipFile(tmp_path / "pack.zip") as opened:
        opened.extractall(tmp_path)
    start = next(tmp_path.rglob(START))
    page = chromium.new_page()
    asked, complaints = [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(start.as_uri())
    assert all(url.startswith("file:") for url in asked)
    assert len(asked) == 2
    assert complaints == []
    links = page.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href'))")
    files = [link for link in links if not re.match(r"tel:", link)]
    assert len(files) >= 14
    for link in files:
        assert (start.parent / link).is_file(), link
    assert "timetable.ics" in files
    calendar = start.parent / "timetable.ics"
    assert calendar.read_bytes().decode() == CALENDARS["awareness-briefing"]
    held = [path for path in Path(start.parent).rglob("*") if path.is_file()]
    assert len(held) == len(files) + 2
    page.close()
