"""Lines of what to bring stand for needs that modules have, word for word."""

from __future__ import annotations

import shutil

import pytest

from tests.projects import ROOT, problems, small_project

LINE = "- {{id: chairs, kind: rooms, words: {words}, means: [{means}]}}\n"


@pytest.fixture
def told(tmp_path):
    """A function that returns the problems of a project with modules and one line to bring."""

    def check(words: str, means: str) -> list[str]:
        project = small_project(tmp_path)
        for name in ("modules.yml", "evidence.yml"):
            shutil.copy(ROOT / "data" / name, project / "data" / name)
        shutil.copytree(ROOT / "docs/train/modules", project / "docs/train/modules")
        text = "things:\n" + LINE.format(words=words, means=means) + "workshops: []\n"
        (project / "data/workshops.yml").write_text(text, encoding="utf-8")
        return [one for one in problems(project) if "workshops.yml" in one]

    return check


def test_a_line_for_needs_that_modules_have_is_sound(told):
    assert told("Some chairs", "A room with chairs that move") == []


def test_a_line_in_a_needs_own_words_needs_no_more(told):
    assert told("A room with chairs that move", "") == []


def test_a_need_that_was_reworded_is_told_with_the_nearest(told):
    (line,) = told("Some chairs", "A room with chairs that moves")
    assert line.startswith("data/workshops.yml:2:")
    assert "no module needs 'A room with chairs that moves'" in line
    assert "Did you mean 'A room with chairs that move'?" in line


def test_a_line_that_stands_for_nothing_is_told(told):
    (line,) = told("A unicycle", "")
    assert "no module needs 'A unicycle'" in line
    assert "Say below 'means' for which needs it stands, or take it out." in line


def test_a_file_of_workshops_may_be_without_the_list(tmp_path):
    assert problems(small_project(tmp_path)) == []
