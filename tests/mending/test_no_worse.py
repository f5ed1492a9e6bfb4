"""Mending a project with any one fault: never worse, nothing lost, and nothing to do again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.mending.run import mend, write
from tests.faults.field_rows import PAGE
from tests.faults.planted_rows import ROWS
from tests.projects import EVENT, problems, small_project

TODAY = dt.date(2026, 11, 28)
REMARK = "# A remark: “kept”, as it is – 9.30"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    root = small_project(tmp_path_factory.mktemp("worse"), events=EVENT)
    (root / "docs/records.md").write_text(PAGE, encoding="utf-8")
    return root


def kept(root: Path) -> dict[str, bytes]:
    files = [*(root / "data").glob("*.yml"), *(root / "docs").glob("*.md")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(("file", "old", "new"), [row[:3] for row in ROWS])
def test_a_project_with_a_fault_is_no_worse_after_it_is_mended(project, file, old, new):
    sound = kept(project)
    text = sound[file].decode().replace(old, new.replace("«", ""), 1)
    if file.startswith("data/"):
        text = f"{REMARK}\n{text}{REMARK}\n"
    (project / file).write_text(text, encoding="utf-8")
    try:
        before, held = problems(project), kept(project)
        write(mend(project, TODAY))
        after, mended = problems(project), kept(project)
        assert len(after) <= len(before)
        assert {name for name in held if held[name] != mended[name]} <= {file}
        assert mended[file].decode().count(REMARK) == text.count(REMARK)
        assert mended[file].count(b"\n") == held[file].count(b"\n")
        assert mend(project, TODAY).changes == []
    finally:
        for name, content in sound.items():
            (project / name).write_bytes(content)
