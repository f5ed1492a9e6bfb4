"""A site that stands is known as what a build would make, or as what it would not."""

from __future__ import annotations

import os

import pytest

from peerhub.unchanged import inputs, note, stands


@pytest.fixture
def project(tmp_path):
    """A project of a few files with a site that was built of them."""
    for name, text in {
        "data/forces.yml": "forces: []\n",
        "docs/index.md": "# Home\n",
        "overrides/main.html": "<main></main>\n",
        "mkdocs.yml": "site_name: Hub\n",
        "site/index.html": "<h1>Home</h1>\n",
        "site/forces/kent/index.html": "<h1>Kent</h1>\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    note(tmp_path, tmp_path / "site", inputs(tmp_path))
    return tmp_path


def is_current(root):
    return stands(root, root / "site", inputs(root))


def test_what_was_just_built_stands(project):
    assert is_current(project)


@pytest.mark.parametrize("name", ["data/forces.yml", "overrides/main.html", "mkdocs.yml"])
def test_a_changed_source_is_seen(project, name):
    (project / name).write_text("changed\n", encoding="utf-8")
    assert not is_current(project)


def test_a_new_source_one_that_went_and_one_that_moved_are_seen(project):
    (project / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    assert not is_current(project)
    (project / "docs" / "new.md").unlink()
    assert is_current(project)
    (project / "docs" / "index.md").rename(project / "docs" / "other.md")
    assert not is_current(project)
    (project / "docs" / "other.md").unlink()
    assert not is_current(project)


@pytest.mark.parametrize("harm", ["gone", "cut", "altered", "added", "emptied"])
def test_a_site_that_is_not_whole_is_seen(project, harm):
    page = project / "site" / "forces" / "kent" / "index.html"
    if harm == "gone":
        page.unlink()
    elif harm == "cut":
        os.truncate(page, 3)
    elif harm == "altered":
        page.write_text("<h1>Kant</h1>\n", encoding="utf-8")
        os.utime(page, ns=(1, 1))
    elif harm == "added":
        page.with_name("more.html").touch()
    else:
        for file in sorted((project / "site").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
    assert not is_current(project)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"inputs": 1}'])
def test_a_note_that_cannot_be_read_says_nothing(project, text):
    (kept,) = (project / ".cache" / "standing").glob("*.json")
    kept.write_text(text, encoding="utf-8")
    assert not is_current(project)


def test_each_site_has_a_note_of_its_own(project):
    other = project / "other"
    other.mkdir()
    assert not stands(project, other, inputs(project))
    assert is_current(project)


def test_compiled_files_of_python_are_no_sources(project):
    (project / "src" / "__pycache__").mkdir(parents=True)
    (project / "src" / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"1")
    assert is_current(project)
