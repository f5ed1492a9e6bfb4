"""`peerhub recall`: what holds a number is found, it is taken back, and it stays out."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.recalled import PLACE, read_recalls
from peerhub.cli import main
from peerhub.publish.errors import PublishStopped
from peerhub.publish.holdings import in_served, kind_of
from peerhub.publish.targets.folder import FolderTarget
from tests.projects import SMALL, problems, small_project
from tests.publish.sites import NEW, OLD, Shelf, hub, taken, write

LESSON = "train__modules__listening"
LESSON_PATH = "train/modules/listening/index.html"
CHANGED = SMALL["services.yml"].replace(OLD, NEW).replace("2026-11-01", "2026-11-20")
SNAPSHOT = {
    "edition": "2026.1",
    "dated": "2026-11-23",
    "modules": [{"id": "listening", "title": "Listening well"}],
    "services": {"helpline": {"title": "Helpline", "ways": [OLD]}},
}


def project(folder: Path) -> Path:
    """Return a project in which the helpline had the old number, and has the new one."""
    root = small_project(folder, services=CHANGED)
    for place, text in (
        ("data/editions/2026.1.json", json.dumps(SNAPSHOT)),
        ("data/ledger/posters.txt", "T1 talk 123456789abc 03001312789,999\n"),
    ):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text)
    write(root / "site", NEW)
    return root


def zipped(name: str, content: bytes | str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


def run(root: Path, capsys, *arguments: str) -> tuple[int, str, str]:
    status = main(["--root", str(root), "recall", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_every_file_that_holds_a_number_is_listed(tmp_path, capsys):
    root = project(tmp_path)
    slides = zipped("ppt/slides/slide1.xml", "<a:p><a:t>0300 1</a:t><a:t>31 2789</a:t></a:p>")
    for path, content in {
        "events/calendar.ics": b"DESCRIPTION:Ring 0300 1\r\n 31 2789",
        "api/v1/services.json": b'{"phone": "0300\\u00a0131 2789"}',
        "materials/modules/listening-slides.pptx": slides,
        "materials/workshops/day/pack.zip": zipped("slides.pptx", slides),
        "train/other.html": b'<p data-plan="0300%20131%202789"></p>',
        "assets/other.js": b"0300 131 27890",
    }.items():
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_bytes(content)
    (root / "docs/a.md").write_text("Text\n\nRing +44 300 131 2789.\n")
    status, out, _ = run(root, capsys, "03001312789")
    assert status == 0
    assert out.splitlines() == [
        "Posters with the code T1 bear it, wherever they hang.",
        "typed: docs/a.md:3:6",
        "current: calendar: events/calendar.ics",
        "current: data file: api/v1/services.json",
        "current: file: train/other.html",
        "current: pack: materials/workshops/day/pack.zip",
        "current: slides: materials/modules/listening-slides.pptx",
        "The number of Helpline that ends in 789: 5 served files, and 1 place in the sources.",
    ]


def test_a_picture_is_listed_with_the_pdf_of_its_name():
    tree = {"posters/t/a.pdf": "a", "posters/t/a.png": "b", "posters/t/other.png": "b"}
    found = in_served(tree, frozenset(), lambda _: b"Ring 0300 131 2789", taken("number", OLD))
    assert [one.path for one in found] == ["posters/t/a.pdf", "posters/t/a.png"]


def test_it_looks_into_every_edition_that_is_published(tmp_path, capsys):
    root, shelf = project(tmp_path), Shelf()
    shelf.publish(write(tmp_path / "1", OLD, **{LESSON: f"<p>{OLD}</p>"}), hub(OLD), "2026.1")
    target = FolderTarget(tmp_path / "served")
    with target.held():
        target.publish(shelf.now, shelf.contents)
    _, out, _ = run(root, capsys, OLD, "--to", str(tmp_path / "served"))
    assert f"edition 2026.1: page: 2026.1/{LESSON_PATH}\n" in out
    assert "current: page: support/index.html\n" in out


def test_what_is_retired_stays_out_for_ever(tmp_path, capsys):
    root = project(tmp_path)
    status, out, _ = run(root, capsys, OLD, "--retire")
    assert status == 0
    assert "/posters/recalled/" in out
    (recall,), _ = read_recalls(root)
    assert (recall.called, recall.codes) == ("Helpline", ("T1",))
    assert recall.sign == "the number of Helpline that ends in 789"
    (root / "materials").mkdir(exist_ok=True)
    (root / "materials/a.html").write_text("<p>\nOr 0300-131-2789</p>")
    services = root / "data/services.yml"
    services.write_text(services.read_text().replace(NEW, "03001312789"))
    day = read_recalls(root)[0][0].on
    said = [one for one in problems(root) if "taken back" in one]
    places = [one.split(": ")[0] for one in said]
    assert places == ["data/services.yml:24:10", "materials/a.html:2:4"]
    assert f"this is a number that was taken back on {day} (Helpline). Take it out" in said[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("999", "999 has too few digits to be one service's own. Give the whole number."),
        (NEW, f"data/services.yml:24:10: {NEW} is still in use. Change it or take it out there"),
        ("01632 960111", "Nothing holds 01632 960111, and no edition ever gave it. Compare it"),
        ("elsewhere.example", "Nothing holds elsewhere.example, and no edition ever gave it."),
        ("hub.example", "data/site.yml:4:20: hub.example is still in use."),
        ("nothing at all", "'nothing at all' is no number, no web address, and no id of a module"),
        ("", "'' is no number, no web address"),
    ],
)
def test_what_cannot_be_taken_back_is_refused(tmp_path, capsys, typed, said):
    root = project(tmp_path)
    status, _, err = run(root, capsys, typed, "--retire")
    assert status == 1
    assert err.startswith(said)
    assert err.count("\n") == 1
    assert not (root / PLACE).exists()


def test_a_number_is_taken_back_once(tmp_path, capsys):
    root = project(tmp_path)
    run(root, capsys, OLD, "--retire")
    status, _, err = run(root, capsys, "03001312789", "--retire")
    assert status == 1
    assert "was taken back on" in err
    assert len(read_recalls(root)[0]) == 1


def test_what_nothing_holds_is_said_with_what_was_read(tmp_path, capsys):
    status, _, err = run(project(tmp_path), capsys, "01632 960111")
    assert status == 1
    assert err.startswith("Nothing holds 01632 960111: 4 served files and the sources were read.")


def test_a_target_that_serves_nothing_is_named(tmp_path, capsys):
    status, _, err = run(project(tmp_path), capsys, OLD, "--to", str(tmp_path / "none"))
    assert status == 1
    assert "serves nothing yet. Publish first: peerhub publish --to …" in err


def test_a_damaged_ledger_of_recalls_is_a_fault(tmp_path):
    root = project(tmp_path)
    (root / PLACE).write_text("[{")
    assert any(
        one.startswith("data/ledger/recalled.json:1:1: the record of what was taken back cannot")
        for one in problems(root)
    )


def test_a_withdrawn_module_takes_its_pages_and_what_teaches_it(tmp_path):
    shelf = Shelf()
    guide = tmp_path / "1/materials/workshops/day/guide.txt"
    site = write(tmp_path / "1", **{LESSON: "<p>A</p>", "train__workshops__day": "<p>The line</p>"})
    guide.parent.mkdir(parents=True)
    guide.write_text("1. The line")
    shelf.publish(site, hub(), "2026.1")
    recall = taken("module", "listening", "The line", folders=("train/modules/listening/",))
    now = shelf.publish(write(tmp_path / "2"), hub(recalls=(recall,)))
    gone = shelf.text(f"2026.1/{LESSON_PATH}")
    assert "It taught the module “The line”, which has been withdrawn." in gone
    assert "2026.1/materials/workshops/day/guide.txt/index.html" in now.tree
    assert "taken down" not in shelf.text("2026.1/train/workshops/day/index.html")


def test_a_withdrawn_source_takes_what_relied_on_it(tmp_path):
    shelf = Shelf()
    shelf.publish(write(tmp_path / "1", **{LESSON: "<p>doi:10.1/Ab.2</p>"}), hub(), "2026.1")
    shelf.publish(write(tmp_path / "2"), hub(recalls=(taken("source", "ab", "10.1/ab.2"),)))
    assert "It relied on a source that has been withdrawn: The line." in shelf.text(
        f"2026.1/{LESSON_PATH}"
    )


def test_a_site_that_holds_what_was_taken_back_is_not_published(tmp_path):
    site = write(tmp_path / "1", OLD)
    with pytest.raises(PublishStopped, match="holds what was taken back on 2026-11-28"):
        Shelf().publish(site, hub(OLD, recalls=(taken("number", OLD),)))


def test_a_withdrawn_module_may_not_stand_in_the_data_again(tmp_path, capsys):
    root = project(tmp_path)
    status, _, _ = run(root, capsys, "listening", "--retire")
    assert status == 0
    (root / "data/modules.yml").write_text("modules:\n- id: listening\n")
    assert any(
        one.startswith("data/modules.yml:2:7: the module 'listening' was withdrawn on")
        for one in problems(root)
    )


def test_a_project_without_a_ledger_has_taken_nothing_back(tmp_path):
    assert load(small_project(tmp_path)).recalls == ()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("train/index.html", "page"),
        ("materials/tools/help-card.pdf", "card"),
        ("posters/talk/east-a4.pdf", "poster"),
        ("materials/modules/x/handout.docx", "handout"),
        ("materials/workshops/x/guide.pdf", "file"),
    ],
)
def test_files_are_called_what_people_call_them(path, kind):
    assert kind_of(path) == kind
