"""The command `peerhub evaluate`: from a folder of sheets to the picture, whole or not at all."""

from __future__ import annotations

import os

import pytest

from peerhub.cli import main
from peerhub.evaluation import evaluating
from peerhub.evaluation.evaluating import BOOK, NOTE, PAGE, TABLE
from peerhub.evaluation.layout import layout_of
from peerhub.evaluation.make import evaluation_sheets
from peerhub.questions.evaluation_kit import ODS, XLSX
from tests.evaluation.filling import filled
from tests.evaluation.test_merging import invented, typed
from tests.real_hub import ROOT, read_once

MADE = {PAGE, TABLE, BOOK, NOTE}
TO = (
    "It is in {}: national-picture.html, national-picture.csv and national-picture.ods. No sheet "
    "was changed or sent."
)


@pytest.fixture(scope="module")
def catalogue():
    return read_once(ROOT)


@pytest.fixture(scope="module")
def sheets(catalogue) -> dict[str, bytes]:
    """Four sheets of the real kit, with invented counts."""
    kit, blank = layout_of(catalogue), evaluation_sheets(catalogue)
    told = list(invented(kit, 4).items())[:4]
    forms = [(ODS, "ods"), (XLSX, "xlsx")] * 2
    return {
        f"{letter}.{form}": filled(blank[path], typed(kit, force, one))
        for letter, (force, one), (path, form) in zip("abcd", told, forms, strict=True)
    }


@pytest.fixture
def folder(tmp_path, sheets):
    made = tmp_path / "sheets"
    made.mkdir()
    for name, content in sheets.items():
        (made / name).write_bytes(content)
    return made


@pytest.fixture
def evaluate(monkeypatch, capsys, catalogue):
    """Run the command; return its status, what it prints and what it complains of."""
    monkeypatch.setattr("peerhub.cli._opened", lambda _: catalogue)

    def run(*words):
        status = main(["evaluate", *map(str, words)])
        said = capsys.readouterr()
        return status, said.out.splitlines(), said.err.splitlines()

    return run


def names(folder) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_sound_sheets_become_a_picture_beside_their_folder(folder, evaluate, sheets):
    out = folder.with_name("sheets-picture")
    assert evaluate(folder) == (
        0,
        ["The picture is made of 4 of 4 sheets.", TO.format(out)],
        [],
    )
    assert names(out) == MADE
    assert names(folder.parent) == {"sheets", "sheets-picture"}
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == sheets


def test_a_refused_sheet_is_named_and_the_others_go_on(folder, evaluate, tmp_path):
    (folder / "names.txt").write_text("Jo Bloggs")
    (folder / "older").mkdir()
    for left in (".DS_Store", ".~lock.a.ods#", "~$b.xlsx", "Thumbs.db"):
        (folder / left).write_text("x")
    out = tmp_path / "deep" / "picture"
    assert evaluate(folder, "--to", out) == (
        1,
        [
            "The picture is made of 4 of 5 sheets.",
            "1 sheet left out: names.txt. What to put right stands above.",
            TO.format(out),
        ],
        [
            "names.txt: [not-a-sheet] this is no ODS or XLSX spreadsheet; ask for the sheet of "
            "the kit",
            "Notice: older: this is a folder, and nobody looked into it",
        ],
    )
    assert names(out) == MADE


def test_the_same_sheets_are_the_same_picture_in_place_of_the_old_one(folder, evaluate, tmp_path):
    out = tmp_path / "picture"
    evaluate(folder, "--to", out)
    first = {one.name: one.read_bytes() for one in out.iterdir()}
    (out / PAGE).write_text("changed")
    assert evaluate(folder, "--to", out)[0] == 0
    assert {one.name: one.read_bytes() for one in out.iterdir()} == first
    assert names(tmp_path) == {"sheets", "picture"}


@pytest.mark.parametrize("beside", [{"report.odt"}, {NOTE, "report.odt"}, {PAGE}])
def test_a_folder_that_holds_anything_else_is_left_alone(folder, evaluate, tmp_path, beside):
    out = tmp_path / "mine"
    out.mkdir()
    for name in beside:
        (out / name).write_text("mine")
    assert evaluate(folder, "--to", out) == (
        1,
        [],
        [f"{out} holds something else. Name a new folder with --to, or empty this one."],
    )
    assert {one.read_text() for one in out.iterdir()} == {"mine"}
    assert names(out) == beside


def test_the_sheets_own_folder_and_a_file_are_no_place_for_a_picture(folder, evaluate, sheets):
    for out in (folder, folder / "a.ods"):
        status, _, said = evaluate(folder, "--to", out)
        assert (status, len(said)) == (1, 1)
        assert said[0].startswith(f"{out} holds something else.")
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == sheets


def test_too_few_sheets_write_nothing(folder, evaluate):
    (folder / "c.ods").unlink()
    (folder / "d.xlsx").write_bytes(b"")
    status, told, said = evaluate(folder)
    assert (status, told) == (1, [])
    assert said[1:] == [
        "Only 2 of the sheets can be used, and a picture takes 3 forces or more; ask for the rest, "
        "or for those that are left out. Nothing was written."
    ]
    for one in ("a.ods", "b.xlsx"):
        (folder / one).write_bytes(b"")
    assert evaluate(folder)[2][-1] == (
        "None of 3 sheets can be used. What to put right stands above. Nothing was written."
    )
    assert names(folder.parent) == {"sheets"}


def test_no_folder_and_an_empty_one_are_told(evaluate, tmp_path):
    missing = tmp_path / "missing"
    assert evaluate(missing)[2] == [
        f"{missing} cannot be read: no such file or directory. Name the folder with the sheets."
    ]
    assert evaluate(tmp_path)[2] == [
        f"There is no file in {tmp_path}. Put the forces' sheets into it."
    ]


def test_a_pipe_is_not_waited_for_and_no_name_breaks_a_line(folder, evaluate):
    os.mkfifo(folder / "pipe.ods")
    (folder / "two\nlines\x1b[31m.ods").write_bytes(b"")
    (folder / "gone.ods").symlink_to("nowhere")
    status, _, said = evaluate(folder)
    assert status == 1
    assert [line.partition("]")[0] + "]" for line in said] == [
        "gone.ods: [not-a-sheet]",
        "pipe.ods: [not-a-sheet]",
        "two?lines?[31m.ods: [not-a-sheet]",
    ]


def test_a_file_that_may_not_be_opened_is_told_and_the_others_go_on(folder, evaluate, monkeypatch):
    opened = type(folder).open

    def refuse(path, *words, **more):
        if path.name == "a.ods":
            raise PermissionError(13, "Permission denied")
        return opened(path, *words, **more)

    monkeypatch.setattr(type(folder), "open", refuse)
    assert evaluate(folder)[2] == [
        "a.ods: [unreadable] the file cannot be opened here; ask for the right to read it, or save "
        "it again"
    ]


def test_a_picture_that_cannot_be_written_leaves_the_old_one(folder, evaluate, monkeypatch):
    evaluate(folder)
    out = folder.with_name("sheets-picture")
    first = {one.name: one.read_bytes() for one in out.iterdir()}
    rename = type(folder).rename

    def full(path, target):
        if path.name == "new":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(type(folder), "rename", full)
    assert evaluate(folder)[2] == [
        f"{out} cannot be written: no space left on device. Free some space, or name another "
        "folder with --to."
    ]
    assert {one.name: one.read_bytes() for one in out.iterdir()} == first
    assert names(folder.parent) == {"sheets", "sheets-picture"}


def test_no_more_is_read_of_a_file_than_a_sheet_may_have(folder, evaluate):
    with (folder / "huge.ods").open("wb") as huge:
        huge.truncate(40_000_000_000)
    (line,) = evaluate(folder)[2]
    assert line.startswith("huge.ods: [too-large] ")
    assert evaluating.shown("Ŵyn.ods") == "Ŵyn.ods"
