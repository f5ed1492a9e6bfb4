"""A preview sets the pages that changed and no other, and keeps the last good ones over a fault."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from peerhub.preview.work import Preview
from tests.preview.scratch import whole_project
from tests.projects import ROOT


class Counting:
    """The real engine, which tells what it was asked to set."""

    def __init__(self, root: Path, site: Path) -> None:
        self.engine = runpy.run_path(str(ROOT / "hooks" / "preview.py"))["OpenEngine"](root, site)
        self.begin = self.engine.begin
        self.set_rest = self.engine.set_rest
        self.asked: list[str] = []

    def set_page(self, path: str) -> None:
        self.asked.append(path)
        self.engine.set_page(path)


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Preview:
    """A small hub that is shown for the first time."""
    folder = tmp_path_factory.mktemp("preview")
    root = whole_project(folder / "hub")
    preview = Preview(root, folder / "site", Counting(root, folder / "site"))
    assert preview.show().faults == ()
    return preview


@pytest.fixture
def edited(preview):
    """Changes a file of the hub, and puts it back at the end."""
    before: dict[Path, str | None] = {}

    def edit(name: str, old: str, new: str) -> None:
        path = preview.root / name
        text = path.read_text(encoding="utf-8") if path.exists() else None
        before.setdefault(path, text)
        assert text is None or old in text
        path.write_text((text or old).replace(old, new), encoding="utf-8")

    yield edit
    for path, text in before.items():
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    preview.show()


def read(preview: Preview, path: str) -> str:
    return (preview.site / path / "index.html").read_text(encoding="utf-8")


def test_nothing_is_set_while_nothing_changes(preview):
    assert preview.show() == preview.show()
    assert preview.show().pages == ()


def test_a_word_in_a_page_sets_that_page_alone(preview, edited):
    edited("docs/about/privacy.md", "for tests.\n{", "for trials.\n{")
    preview.engine.asked.clear()
    assert preview.show().pages == ("about/privacy.md",)
    assert preview.engine.asked == ["about/privacy.md"]
    assert "This page is for trials." in read(preview, "about/privacy")


def test_a_forces_name_sets_what_shows_it_and_no_more(preview, edited):
    edited("data/forces.yml", "name: Eastshire Police", "name: Ŵynnshire Police")
    shown = preview.show().pages
    assert "forces/eastshire.md" in shown
    assert "about/privacy.md" not in shown
    assert "Ŵynnshire Police" in read(preview, "forces/eastshire")


def test_a_number_that_every_page_shows_sets_every_page(preview, edited):
    edited("data/services.yml", "last_checked: 2026-11-01", "last_checked: 2026-11-02")
    edited("data/site.yml", "name: Hub\n", "name: The other hub\n")
    assert "about/privacy.md" in preview.show().pages
    assert "The other hub" in read(preview, "about/privacy")


def test_a_fault_keeps_every_page_and_is_told_until_it_is_mended(preview, edited):
    before = read(preview, "forces/eastshire")
    edited("data/forces.yml", "  name: Eastshire Police", "  nam: Eastshire Police")
    for _ in range(2):
        shown = preview.show()
        assert shown.pages == ()
        assert shown.faults[0].startswith(
            "data/forces.yml:9:3: force 'eastshire' has an unknown key 'nam'."
        )
    assert read(preview, "forces/eastshire") == before
    assert preview.follow() == preview.follow()  # nothing to follow a page that was not set
    edited("data/forces.yml", "  nam: Eastshire Police", "  name: Eastshire Constabulary")
    shown = preview.show()
    assert shown.faults == ()
    assert "Eastshire Constabulary" in read(preview, "forces/eastshire")


def test_a_page_that_is_new_is_shown_and_one_that_goes_is_not(preview, edited):
    text = (preview.root / "docs" / "about" / "privacy.md").read_text(encoding="utf-8")
    edited("docs/about/cookies.md", text, text)
    assert "about/cookies.md" in preview.show().pages
    assert "This page is for tests." in read(preview, "about/cookies")
    (preview.root / "docs" / "about" / "cookies.md").unlink()
    preview.show()
    assert not (preview.site / "about" / "cookies" / "index.html").exists()
    (preview.root / "docs" / "about" / "cookies.md").touch()


def test_a_call_that_cannot_be_carried_out_is_told_with_its_place(preview, edited):
    edited("docs/support.md", 'services("urgent")', 'servces("urgent")')
    (told, *_) = preview.show().faults
    assert told.startswith("docs/support.md:11:1: there is nothing called 'servces'")
