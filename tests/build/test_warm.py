"""A warm build of the whole hub, after edits of every kind, equals a clean one byte for byte."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import real_project

EDITS = (
    ("data/forces.yml", r"name: Kent Police", "name: Kent Invented Police"),
    ("data/modules.yml", r"(trainer: [^\n]*?)\.\n", r"\1 indeed.\n"),
    ("docs/train/modules/listening.md", r"\n## Trainer notes", "\n\nOne more.\n\n## Trainer notes"),
    ("docs/about/privacy.md", r"\Z", "\n"),
    ("materials/tools/tool.css", r"\{", "{ /* another */"),
    ("materials/posters/family.css", r"\{", "{ /* another */"),
    ("src/peerhub/press/engine/office.py", r'"""', '"""Of late: '),
)
"""A fact, a step, a text, a page, a style of tools, one of posters, and the program."""


def edit(root: Path) -> None:
    for name, old, new in EDITS:
        file = root / name
        text = file.read_text(encoding="utf-8")
        changed = re.sub(old, new, text, count=1)
        assert changed != text, name
        file.write_text(changed, encoding="utf-8")


def built(root: Path) -> dict[str, str]:
    """Build a project and return the digest of each file of its site."""
    done = subprocess.run(
        [sys.executable, "-m", "peerhub", "--root", str(root), "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = (one for one in (root / "site").rglob("*") if one.is_file())
    return {
        one.relative_to(root / "site").as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in files
    }


@pytest.mark.nightly
def test_a_warm_build_after_edits_of_every_kind_is_a_clean_one(tmp_path):
    warm, clean = real_project(tmp_path / "warm"), real_project(tmp_path / "clean")
    before = built(warm)
    edit(warm)
    edit(clean)
    after, anew = built(warm), built(clean)
    assert after != before
    assert {one for one in after.keys() | anew.keys() if after.get(one) != anew.get(one)} == set()
