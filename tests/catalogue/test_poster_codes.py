"""Codes of posters: none is ever used twice."""

from __future__ import annotations

from tests.projects import ROOT, problems, real_project


def test_a_code_that_another_poster_has_is_refused_at_its_place(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "posters.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("code: W2", "code: T2"), encoding="utf-8")
    line = text[: text.index("code: W2")].count("\n") + 1
    assert problems(root) == [
        f"data/posters.yml:{line}:9: the code T2 of 'we-are-here' belongs to "
        "'talk-to-a-peer-supporter' already. "
        "A code is never used twice: give this version the next number."
    ]


def test_a_poster_without_a_title_is_named_with_its_line(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "posters.yml"
    text = (ROOT / "data" / "posters.yml").read_text(encoding="utf-8")
    file.write_text(text.replace("      title: We are here\n", ""), encoding="utf-8")
    (said,) = problems(root)
    assert "poster 'we-are-here' has no 'title'. Add the line 'title: …'." in said
