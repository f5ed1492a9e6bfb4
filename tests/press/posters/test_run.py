"""A run of the press: what it makes, what it leaves alone, and what stands when it fails."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import shutil

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.posters.run import press
from peerhub.press.posters.task import Task
from peerhub.progress import Progress
from tests.press.samples import job, jobs, materials_at, reworded


@pytest.fixture
def places(tmp_path):
    return tmp_path / "out", tmp_path / "store"


def contents(folder):
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def told(report):
    return report.rendered, report.reused, report.files


def test_every_poster_stands_at_its_address(places):
    out, store = places
    report = press(jobs(2, ("a4", "a3")), out, store, workers=1)
    assert told(report) == (4, 0, 4)
    assert list(contents(out)) == [
        "posters/talk-to-a-peer-supporter/force-0-a3.pdf",
        "posters/talk-to-a-peer-supporter/force-0-a4.pdf",
        "posters/talk-to-a-peer-supporter/force-1-a3.pdf",
        "posters/talk-to-a-peer-supporter/force-1-a4.pdf",
    ]


def test_nothing_changed_nothing_rendered_nothing_touched(places):
    out, store = places
    press(jobs(2), out, store, workers=1)
    times = {file: file.stat().st_mtime_ns for file in out.rglob("*.pdf")}
    assert told(press(jobs(2), out, store, workers=1)) == (0, 2, 2)
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*.pdf")} == times


def test_a_lost_site_is_set_again_from_the_store(places):
    out, store = places
    press(jobs(2), out, store, workers=1)
    before = contents(out)
    shutil.rmtree(out)
    assert told(press(jobs(2), out, store, workers=1)) == (0, 2, 2)
    assert contents(out) == before


def test_a_preview_draws_a_few_changed_posters_but_never_many(places):
    out, store = places
    kept = press(jobs(3), out, store, workers=1, at_most=2)
    assert (kept.rendered, kept.files, kept.left_out) == (0, 0, 3)
    assert contents(out) == {}
    press(jobs(3), out, store, workers=1)
    shutil.rmtree(out)
    mended = press(
        [*jobs(2), reworded(jobs(3)[2], scan="Scan me, or go to")], out, store, workers=1, at_most=2
    )
    assert (mended.rendered, mended.reused, mended.left_out) == (1, 2, 0)


def test_a_run_says_in_a_line_what_it_did(places):
    report = press(jobs(1), *places, workers=1)
    assert re.fullmatch(r"Posters: 1 made, 0 unchanged \(\d+\.\d s\)\.", str(report))


def test_one_force_changed_renders_exactly_its_posters(places):
    out, store = places
    sizes = ("a4", "a3")
    press(jobs(3, sizes), out, store, workers=1)
    before = contents(out)
    changed = [*jobs(3, sizes)[:2], job("force-2", "Force Two Constabulary", sizes)]
    assert told(press(changed, out, store, workers=1)) == (2, 4, 6)
    after = contents(out)
    assert {name for name in after if after[name] != before[name]} == {
        "posters/talk-to-a-peer-supporter/force-2-a3.pdf",
        "posters/talk-to-a-peer-supporter/force-2-a4.pdf",
    }


def test_a_size_asked_for_later_renders_that_size_only(places):
    out, store = places
    press(jobs(1, ("a4",)), out, store, workers=1)
    both = press(jobs(1, ("a4", "a3")), out, store, workers=1)
    assert told(both) == (1, 1, 2)


def test_a_size_made_alone_is_the_same_as_made_with_others(tmp_path):
    press(jobs(1, ("a3",)), tmp_path / "one", tmp_path / "store-1", workers=1)
    press(jobs(1, ("a4", "a3")), tmp_path / "two", tmp_path / "store-2", workers=1)
    alone, both = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert alone.items() <= both.items()


def test_a_stopped_run_is_taken_up_where_it_stopped(places, monkeypatch):
    out, store = places
    press(jobs(1), out, store, workers=1)
    before = contents(out)
    real = Task.make
    calls = []

    def stop_at_the_third(task):
        calls.append(task)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(task)

    monkeypatch.setattr(Task, "make", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        press(jobs(4), out, store, workers=1)
    assert contents(out) == before
    monkeypatch.undo()
    assert told(press(jobs(4), out, store, workers=1)) == (1, 3, 4)


def test_a_damaged_entry_is_made_again(places):
    out, store = places
    press(jobs(2), out, store, workers=1)
    before = contents(out)
    entry = sorted(store.glob("*.pdf"))[0]
    entry.write_bytes(entry.read_bytes()[:1000])
    shutil.rmtree(out)
    assert told(press(jobs(2), out, store, workers=1)) == (1, 1, 2)
    assert contents(out) == before


def test_many_hands_make_the_same_posters_as_one(tmp_path):
    many = jobs(7)
    press(many, tmp_path / "one", tmp_path / "store-1", workers=1)
    report = press(many, tmp_path / "two", tmp_path / "store-2", workers=2)
    assert told(report) == (7, 0, 7)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_two_runs_at_once_leave_whole_posters_and_one_store(places):
    out, store = places
    context = multiprocessing.get_context("spawn")
    runs = [
        context.Process(target=press, args=(jobs(3), out, store), kwargs={"workers": 1})
        for _ in range(2)
    ]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [one.exitcode for one in runs] == [0, 0]
    assert told(press(jobs(3), out, store, workers=1)) == (0, 3, 3)
    assert {file.suffix for file in out.parent.rglob("*") if file.is_file()} == {".pdf", ".shell"}
    assert all(content.endswith(b"%%EOF\n") for content in contents(out).values())


def test_a_fault_in_another_process_is_the_same_clear_line(places):
    out, store = places
    long = "The Very Long and Quite Unlikely Name of a Constabulary that Nobody Could Ever Print"
    with pytest.raises(PressError) as fault:
        press([*jobs(7), job("long", long)], out, store, workers=2)
    assert str(fault.value) == (
        f"The words of the poster talk-to-a-peer-supporter for {long} "
        "do not fit their place (force). Use fewer or shorter words there."
    )
    assert not out.exists()


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("fonts/AtkinsonHyperlegibleNext-Regular.ttf", "font file"),
        ("posters/talk/poster.html", "template"),
    ],
)
def test_a_missing_file_stops_the_run_before_anything_is_written(file, kind, tmp_path):
    home = materials_at(tmp_path / "materials")
    (home / file).unlink()
    out, store = tmp_path / "out", tmp_path / "store"
    with pytest.raises(PressError, match=f"^The {kind} "):
        press(jobs(2), out, store, workers=1, materials=home)
    assert not out.exists()
    assert not store.exists()


def test_two_posters_for_one_place_are_refused(places):
    with pytest.raises(PressError) as fault:
        press([job(), job(name="Southshire Police")], *places, workers=1)
    assert str(fault.value) == (
        "Two posters would stand at posters/talk-to-a-peer-supporter/northshire-a4.pdf. "
        "Give each design and each force an id of its own."
    )


def test_an_unknown_size_is_refused(places):
    with pytest.raises(PressError) as fault:
        press([job(sizes=("a0",))], *places, workers=1)
    assert str(fault.value) == (
        "The poster talk-to-a-peer-supporter asks for the size 'a0'. "
        "Use one of these: a4, a3, a3-shop, a5, wallet, screen, large."
    )


def test_a_full_disk_leaves_the_old_posters(places, monkeypatch):
    out, store = places
    press(jobs(1), out, store, workers=1)
    before = contents(out)

    def full(file, content):
        raise PressError(f"{file} cannot be written: no space left on device.")

    monkeypatch.setattr("peerhub.press.engine.store.write_whole", full)
    with pytest.raises(PressError, match="no space left on device"):
        press(jobs(2), out, store, workers=1)
    assert contents(out) == before


def test_no_posters_asked_for_is_no_fault(places):
    assert told(press([], *places)) == (0, 0, 0)


def test_progress_is_shown_only_when_asked_for_and_there_is_work(places, capfd):
    out, store = places
    told = io.StringIO()
    telling = Progress(told, ["posters"])
    telling.begin("posters")
    press(jobs(1), out, store, workers=1)
    press(jobs(1), out, store, workers=1, progress=telling)
    press(jobs(2), out, store, workers=1, progress=telling)
    telling.end()
    assert told.getvalue() == "Step 1 of 1: posters\nStep 1 of 1: posters, 1 of 1 PDFs\n"
    assert capfd.readouterr() == ("", "")


def test_posters_unused_for_long_leave_the_store(places):
    out, store = places
    press(jobs(2), out, store, workers=1)
    for entry in store.glob("*.pdf"):
        os.utime(entry, (0, 0))
    press(jobs(1), out, store, workers=1)
    assert len(list(store.glob("*.pdf"))) == 2, "what a site is linked to was dropped"
    (out / jobs(2)[1].path("a4")).unlink()
    press(jobs(1), out, store, workers=1)
    assert len(list(store.glob("*.pdf"))) == 1


def test_another_design_stands_beside_the_first(places):
    out, store = places
    other = reworded(job(), id="talk-again", title="Talk again")
    press([job(), other], out, store, workers=1)
    assert sorted(contents(out)) == [
        "posters/talk-again/northshire-a4.pdf",
        "posters/talk-to-a-peer-supporter/northshire-a4.pdf",
    ]
