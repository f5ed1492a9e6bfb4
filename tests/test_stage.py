"""A staged hub needs no program: another engine makes the same pages of it."""

from __future__ import annotations

import re
import runpy

import pytest

from peerhub.catalogue import Issues
from peerhub.finish.addresses import relative_addresses
from peerhub.finish.voids import plain_voids
from peerhub.preview.work import Preview
from peerhub.stage import NOTE, StageStopped, stage
from tests.preview.scratch import whole_project
from tests.projects import ROOT
from tests.staged_site import built

DIGEST = re.compile(r"\?v=[0-9a-f]{12}")
"""What a build adds to an address, so that a browser may keep what stands there."""
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)


def main_of(html: str) -> str:
    return DIGEST.sub("", MAIN.search(html)[0])


def finished(path: str, html: str) -> str:
    """Return a page with its addresses made relative, the one step that no engine takes."""
    if path == "404.html":
        return html
    return relative_addresses(plain_voids(html), path.removesuffix("index.html"))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small hub with one page of every kind."""
    return whole_project(tmp_path_factory.mktemp("stage") / "hub")


@pytest.fixture(scope="module")
def staged(project):
    """The same, staged."""
    folder = project.parent / "staged"
    assert stage(project, folder) == len(list((folder / "docs").rglob("*.md")))
    return folder


def test_an_engine_that_knows_no_hub_makes_the_same_pages(project, staged):
    site = project.parent / "site"
    engine = runpy.run_path(str(ROOT / "hooks" / "preview.py"))["OpenEngine"](project, site)
    preview = Preview(project, site, engine)
    preview.show()
    preview.engine.set_rest()
    ours = {one.relative_to(site).as_posix(): one for one in site.rglob("*.html")}
    theirs = dict(built(staged))
    assert theirs.keys() == ours.keys()
    for path, html in theirs.items():
        assert main_of(finished(path, html)) == main_of(ours[path].read_text("utf-8")), path


def test_everything_that_is_no_page_stands_beside(staged):
    docs = staged / "docs"
    assert (docs / "assets" / "hub.css").is_file()
    assert (docs / "assets" / "fonts" / "hub-400.woff2").is_file()
    assert (docs / "api" / "v1" / "forces.json").is_file()
    assert list(docs.rglob("*.pdf"))
    assert "{{" not in "".join(page.read_text("utf-8") for page in docs.rglob("*.md"))


def test_a_staged_folder_is_staged_anew_and_any_other_is_left_alone(project, staged, tmp_path):
    (staged / "docs" / "old.md").write_text("old")
    stage(project, staged, prints=False)
    assert not (staged / "docs" / "old.md").exists()
    assert list(staged.rglob("*.pdf")) == []
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StageStopped, match=r"holds something else\. Name a new folder"):
        stage(project, tmp_path)
    with pytest.raises(StageStopped, match="holds something else"):
        stage(project, tmp_path / "thesis.txt")
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_hub_with_a_fault_stages_nothing_and_keeps_what_was_staged(project, staged):
    page = project / "docs" / "support.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("{: .lead }", ""), "utf-8")
    try:
        with pytest.raises(Issues, match=r"docs/support\.md:8:1"):
            stage(project, staged)
    finally:
        page.write_text(text, "utf-8")
    assert (staged / NOTE).is_file()
    assert [one.name for one in staged.parent.iterdir() if one.name.startswith(".")] == []


@pytest.mark.nightly
def test_every_page_of_the_real_hub_is_the_same(built_site, tmp_path):
    stage(ROOT, tmp_path / "staged")
    theirs = dict(built(tmp_path / "staged"))
    ours = {one.relative_to(built_site).as_posix(): one for one in built_site.rglob("*.html")}
    assert theirs.keys() == ours.keys()
    differ = [
        path
        for path, html in theirs.items()
        if main_of(finished(path, html)) != main_of(ours[path].read_text("utf-8"))
    ]
    assert differ == []
