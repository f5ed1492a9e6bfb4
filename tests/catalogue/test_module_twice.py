"""A workshop teaches each module once."""

from __future__ import annotations

import shutil

from tests.projects import ROOT, problems


def test_a_module_that_a_workshop_has_twice_is_told_at_its_second_place(tmp_path):
    for name in ("data", "docs", "materials"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "data" / "workshops.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "- module:" in line)
    file.write_text("\n".join([*lines[: at + 1], *lines[at:]]), encoding="utf-8")
    said = [one for one in problems(tmp_path) if "twice; the first is on day 1" in one]
    assert len(said) == 1
    assert said[0].startswith(f"data/workshops.yml:{at + 2}:")
