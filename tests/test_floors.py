"""The house stands on its floors: the contracts of pyproject.toml hold, and they would tell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

ENGINES = {"mkdocs", "properdocs", "material", "mkdocs_macros", "mike"}
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(tmp_path):
    """A copy of the program, to break."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "peerhub", tmp_path / "src" / "peerhub", ignore=ignored)
    return tmp_path


def test_every_contract_holds():
    told = lint(ROOT)
    assert "0 broken" in told.stdout, told.stdout + told.stderr


def test_what_would_break_the_house_is_told(house):
    for name, line in (
        ("press/engine/fit.py", "from peerhub.press.posters.job import Job"),
        ("feeds/api.py", "from peerhub.pages import generated"),
        ("models/force.py", "import os"),
        ("questions/due.py", "import mkdocs"),
    ):
        path = house / "src" / "peerhub" / name
        path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    (house / "src" / "peerhub" / "attic.py").write_text('"""On no floor."""\n')
    told = lint(house).stdout
    assert "The engine of the press knows no poster BROKEN" in told
    assert "Models open no file BROKEN" in told
    assert "The program knows no site engine and no theme BROKEN" in told
    assert "Each floor stands on those below it BROKEN" in told
    assert "attic" in told


def test_the_whole_program_loads_without_the_engine_being_loaded():
    source = ROOT / "src" / "peerhub"
    modules = [
        ".".join(path.relative_to(source.parent).with_suffix("").parts)
        for path in source.rglob("*.py")
        if path.stem not in ("__main__", "__init__")
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"print(sorted({ENGINES!r} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(source.parent), "PATH": "/usr/bin:/bin"},
        check=True,
    )
    assert told.stdout.strip() == "[]"
