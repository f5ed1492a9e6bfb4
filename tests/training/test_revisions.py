"""A file says its own revision: it changes with its words, and with nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from peerhub.catalogue.material_ledger import (
    PLACE,
    Revision,
    read_material_ledger,
    unrevised,
    write_material_ledger,
)
from peerhub.editions.snapshot import snapshot
from peerhub.models import Stamp
from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import module_materials, training_materials
from peerhub.training.make import Desk
from peerhub.training.revisions import material_sums, name_of

FIRST, LATER = dt.date(2026, 11, 23), dt.date(2027, 5, 3)


@pytest.fixture(scope="module")
def sums(curriculum):
    return material_sums(curriculum)


def held(sums, day=FIRST):
    return {name: Revision(1, day, total) for name, total in sums.items()}


def reworded(curriculum):
    """Return the curriculum with another word in what participants read of its first module."""
    first = curriculum.modules[0].id
    text = curriculum.texts[first]
    changed = text.model_copy(update={"participant": f"{text.participant}\n\nOne more sentence."})
    return first, replace(curriculum, texts={**curriculum.texts, first: changed})


def test_words_that_change_raise_what_shows_them_and_nothing_else(curriculum, sums):
    first, changed = reworded(curriculum)
    after = material_sums(changed)
    raised = {name for name, total in after.items() if sums[name] != total}
    teaching = {one.id for one in curriculum.workshops if first in one.module_ids}
    assert f"module/{first}/text" in raised
    assert {name.split("/")[1] for name in raised} == {first, *teaching}
    assert {name.split("/")[2] for name in raised} <= {
        "text",
        "workbook",
        "trainer-guide",
        "pack",
        "package",
    }


def test_no_sum_waits_for_markdown_or_changes_with_what_sets_it(monkeypatch, curriculum, sums):
    monkeypatch.setattr("markdown.Markdown.convert", lambda *_: pytest.fail("set for a sum"))
    monkeypatch.setattr("peerhub.training.look.LINE", "ffffff")
    assert material_sums(curriculum) == sums


def test_an_address_of_the_hub_is_among_the_words(curriculum, sums):
    site = curriculum.site.model_copy(update={"address": "https://elsewhere.example/"})
    moved = material_sums(replace(curriculum, site=site))
    linking = {one.id for one in curriculum.modules if "](/" in curriculum.texts[one.id].trainer}
    assert linking
    assert all(moved[f"module/{one}/text"] != sums[f"module/{one}/text"] for one in linking)


def test_every_material_has_a_line_and_a_change_gives_it_the_next_number(
    tmp_path, curriculum, sums
):
    write_material_ledger(tmp_path, sums, FIRST)
    ledger, _ = read_material_ledger(tmp_path)
    wanted = training_materials(curriculum.modules, curriculum.workshops, curriculum.briefings)
    assert set(ledger) == {name_of(one) for one in wanted}
    name = next(iter(sums))
    changed = {**sums, name: "0" * 12}
    assert unrevised(ledger, sums) == []
    assert unrevised(ledger, changed) == [name]
    write_material_ledger(tmp_path, changed, LATER)
    again, _ = read_material_ledger(tmp_path)
    assert again[name] == Revision(2, LATER, "0" * 12)
    assert {key: one for key, one in again.items() if one.number > 1} == {name: again[name]}


def test_a_material_that_has_gone_keeps_its_number(tmp_path):
    write_material_ledger(tmp_path, {"module/a/handout": "1"}, FIRST)
    write_material_ledger(tmp_path, {}, LATER)
    write_material_ledger(tmp_path, {"module/a/handout": "2"}, LATER)
    assert read_material_ledger(tmp_path)[0]["module/a/handout"] == Revision(2, LATER, "2")


def test_a_broken_line_is_named_with_its_remedy(tmp_path):
    write_material_ledger(tmp_path, {"module/a/handout": "1"}, FIRST)
    with (tmp_path / PLACE).open("a") as file:
        file.write("module/b/handout two 2026-11-23 x\n")
    (issue,) = read_material_ledger(tmp_path)[1].issues
    assert issue.as_text() == (
        "data/ledger/materials.txt:4:1: this line of the ledger cannot be read. "
        "Bring the file back: git checkout -- data/ledger/materials.txt."
    )


def test_a_file_is_the_same_in_every_edition_and_says_its_revision(curriculum, sums):
    """The edition's name and day reach none of its formats."""
    known = replace(curriculum, revisions=held(sums))
    later = replace(known, as_of=LATER, making="2027.1")
    first = curriculum.modules[0]
    for one in module_materials(first):
        before = Desk(known, Stamp("2026.1", FIRST), HOME)
        after = Desk(later, Stamp("2027.1", LATER), HOME)
        assert before.key(one) == after.key(one), one.path
        if one.format in ("ODT", "PPTX"):
            assert before.make(one) == after.make(one), one.path
    handout = next(one for one in module_materials(first) if one.kind == "handout")
    template, words = Desk(later, Stamp("2027.1", LATER), HOME)._words(handout)
    assert template == "handout"
    assert words["imprint"].startswith("Peer Support Hub, revision 1, 23 November 2026.")
    assert words["foot"].endswith(": handout. Peer Support Hub, revision 1, 23 November 2026.")


def test_words_that_the_ledger_does_not_hold_yet_are_the_next_revision(curriculum, sums):
    _, changed = reworded(replace(curriculum, revisions=held(sums), as_of=LATER))
    handout = next(one for one in module_materials(changed.modules[0]) if one.kind == "handout")
    stamp = Desk(changed, Stamp("2027.1", LATER), HOME).revisions.stamp(handout)
    assert (stamp.named, stamp.date) == ("revision 2", LATER)


def test_an_edition_lists_its_revisions(curriculum):
    known = replace(curriculum, revisions={"module/a/handout": Revision(3, FIRST, "x")})
    assert '"module/a/handout": 3' in snapshot(known, "2027.1", "2027-05-03")
