"""What was found sound is not read again, and whatever decides about it makes it be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerhub.proofread import parts_memory
from peerhub.proofread.parts_memory import NOTE, digest_of_parts, newly_unsound_parts

STYLE = "materials/paper.css"
SCRIPT = "overrides/assets/js/one.js"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Give a project of few parts, and a program beside it that may be changed."""
    for name, text in {
        STYLE: "p { color: red; }\n",
        SCRIPT: "const held = 1;\n",
        "docs/index.md": "Words\n",
        "program/proofread/rule.py": "ONE = 1\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(parts_memory, "PROGRAM", tmp_path / "program")
    read = []

    def reading(root, words):
        read.append(words)
        text = (root / STYLE).read_text()
        return [] if "red" in text else ["a fault"]

    monkeypatch.setattr(parts_memory, "unsound_parts", reading)
    return tmp_path, read


def test_sound_parts_are_read_once(project):
    root, read = project
    assert [newly_unsound_parts(root, {"page"}) for _ in range(3)] == [[], [], []]
    assert len(read) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / STYLE).write_text("p { color: red;  }\n"),
        lambda root: (root / SCRIPT).unlink(),
        lambda root: (root / SCRIPT).rename(root / "overrides/assets/js/two.js"),
        lambda root: (root / "overrides/new.txt").touch(),
        lambda root: (root / "docs/index.md").rename(root / "docs/other.md"),
        lambda root: (root / "program/proofread/rule.py").write_text("ONE = 2\n"),
        lambda root: (root / NOTE).write_bytes(b"\xff\xfe"),
        lambda root: shutil.rmtree(root / ".cache"),
    ],
    ids=["content", "gone", "renamed", "new", "what-it-leads-to", "program", "spoilt", "no-cache"],
)
def test_whatever_decides_about_parts_makes_them_be_read_again(project, change):
    root, read = project
    newly_unsound_parts(root)
    change(root)
    newly_unsound_parts(root)
    assert len(read) == 2


def test_other_words_for_templates_make_them_be_read_again(project):
    root, read = project
    for words in (None, set(), {"page"}, {"page", "nav"}):
        newly_unsound_parts(root, words)
    assert len(read) == 4


def test_a_fault_is_told_each_time_and_never_noted(project):
    root, _ = project
    (root / STYLE).write_text("p { color: blue; }\n")
    assert [newly_unsound_parts(root) for _ in range(2)] == [["a fault"], ["a fault"]]
    assert not (root / NOTE).exists()


def test_a_fault_comes_to_light_after_a_sound_check(project):
    root, _ = project
    assert newly_unsound_parts(root) == []
    (root / STYLE).write_text("p { color: blue; }\n")
    assert newly_unsound_parts(root) == ["a fault"]


def test_where_nothing_can_be_written_everything_is_read(project):
    root, read = project
    (root / ".cache").write_text("a file stands in the way")
    assert [newly_unsound_parts(root) for _ in range(2)] == [[], []]
    assert len(read) == 2


def test_names_and_contents_do_not_run_into_each_other(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    for root, name, text in ((one, "a", "bc"), (two, "ab", "c")):
        (root / "overrides").mkdir(parents=True)
        (root / "overrides" / name).write_text(text)
    assert digest_of_parts(one) != digest_of_parts(two)


def test_the_whole_program_counts():
    assert (parts_memory.PROGRAM / "proofread" / "css_words.txt").is_file()
    assert (Path(parts_memory.PROGRAM) / "filling.py").is_file()
