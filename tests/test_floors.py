"""The house stands on its floors: who may import whom."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

SOURCE = ROOT / "src" / "peerhub"
FLOORS = ("models", "catalogue", "questions", "components", "feeds", "press", "pages", "hub", "cli")
ENGINES = {"mkdocs", "properdocs", "material", "mkdocs_macros", "mike"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.stem)
def test_no_module_names_the_site_engine_or_its_theme(path):
    assert {name.split(".")[0] for name in imported(path)} & ENGINES == set()


def test_the_whole_program_loads_without_the_engine_being_loaded():
    modules = [
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        for path in SOURCE.rglob("*.py")
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
        env={"PYTHONPATH": str(SOURCE.parent), "PATH": "/usr/bin:/bin"},
        check=True,
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("floor", "may_not"),
    [
        ("models", ("catalogue", "questions", "components", "pages", "press", "feeds", "hub")),
        ("questions", ("components", "pages", "press", "feeds", "finish", "hub", "cli")),
        ("catalogue", ("questions", "components", "pages", "press", "feeds", "hub", "cli")),
        ("components", ("pages", "press", "feeds", "hub", "cli")),
        (
            "press",
            ("catalogue", "orders", "training", "pages", "components", "feeds", "hub", "cli"),
        ),
        ("pages", ("press", "orders", "training", "hub", "cli")),
        ("training", ("pages", "feeds", "hub", "cli")),
        ("orders", ("pages", "components", "feeds", "hub", "cli")),
        ("maker", ("pages", "training", "feeds", "hub", "cli", "demonstration")),
        ("preview", ("components", "training", "orders", "feeds", "finish", "cli", "publish")),
        ("mending", ("pages", "components", "training", "orders", "press", "feeds", "cli")),
        ("publish", ("pages", "components", "training", "orders", "press", "feeds", "cli")),
    ],
)
def test_each_floor_imports_only_those_below_it(floor, may_not):
    for path in (SOURCE / floor).rglob("*.py"):
        reached = {name.split(".")[1] for name in imported(path) if name.startswith("peerhub.")}
        assert reached & set(may_not) == set(), path


@pytest.mark.parametrize(
    ("floor", "may"),
    [
        ("feeds", {"catalogue", "models", "questions", "words"}),
        ("finish", set()),
        ("hosts", set()),
        ("offline", {"bundle", "catalogue", "hub", "words"}),
        ("seal", set()),
        ("editing", {"catalogue", "models", "questions", "words"}),
        ("faults", set()),
        ("proofread", {"catalogue", "faults", "filling", "models"}),
        ("searching", {"catalogue", "feeds", "models", "questions", "words"}),
        ("editions", {"catalogue", "faults", "models", "questions"}),
    ],
)
def test_these_floors_import_nothing_but(floor, may):
    paths = list((SOURCE / floor).rglob("*.py"))
    assert paths
    for path in paths:
        reached = {name.split(".")[1] for name in imported(path) if name.startswith("peerhub.")}
        assert reached - may <= {floor}, path


def test_every_floor_has_a_rule():
    rules = Path(__file__).read_text(encoding="utf-8")
    floors = [path.parent.name for path in SOURCE.glob("*/__init__.py")]
    assert len(floors) >= 12
    assert [floor for floor in floors if f'("{floor}", ' not in rules] == []


def test_models_open_no_file():
    for path in (SOURCE / "models").rglob("*.py"):
        assert {"pathlib", "os", "io", "yaml"} & imported(path) == set(), path
