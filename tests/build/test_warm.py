"""What is made warm, after edits of every kind, equals what is made clean, byte for byte."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT, real_project

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

ORDERS = """
import sys
from dataclasses import replace
from pathlib import Path

from peerhub.hub import Hub
from peerhub.orders.briefing import print_briefing
from peerhub.orders.events import print_event_papers
from peerhub.orders.pictures import draw_pictures
from peerhub.orders.posters import print_posters
from peerhub.orders.reading import print_reading
from peerhub.orders.tools import print_tools
from peerhub.training.run import make_materials

root = Path(sys.argv[1])
hub, site = Hub.open(root), root / "site"
whole = hub.catalogue
some = {item.module for day in whole.workshops[0].days for item in day.items
        if hasattr(item, "module")}
small = replace(whole, workshops=whole.workshops[:1], posters=whole.posters[:3],
                modules=tuple(one for one in whole.modules if one.id in some))
print_posters(root, small, site, only={"kent", "gwent"})
draw_pictures(root, small, site)
print_tools(root, whole, hub.tools(), site)
print_reading(root, whole, *hub.reading(), site)
print_event_papers(root, replace(whole, events=whole.events[:6]), site)
print_briefing(root, whole, site)
make_materials(root, small, hub.stamp).set_in_place(site)
"""
"""All orders of the hub, each for a part of it: two forces, three designs, one workshop."""


def edit(root: Path) -> None:
    for name, old, new in EDITS:
        file = root / name
        text = file.read_text(encoding="utf-8")
        changed = re.sub(old, new, text, count=1)
        assert changed != text, name
        file.write_text(changed, encoding="utf-8")


def with_fewer_sizes(posters: str) -> str:
    """Leave designs two sizes at most of those they have: in another their words may not fit."""
    for size in ("a3", "a3-shop", "a5", "wallet", "large"):
        posters = re.sub(rf"(?m)^(  sizes: .*), {size}(?=[,\]])", r"\1", posters)
    return posters


def test_fewer_sizes_are_sizes_that_designs_have():
    """The night's test of whole sites stopped at a design that has no screen."""
    text = (ROOT / "data" / "posters.yml").read_text(encoding="utf-8")
    left = re.findall(r"(?m)^  sizes: (.*)$", with_fewer_sizes(text))
    had = re.findall(r"(?m)^  sizes: (.*)$", text)
    assert left == ["[a4, screen]" if "screen" in one else "[a4]" for one in had]


def made(root: Path, *command: str) -> dict[str, str]:
    """Carry a command out in a project and return the digest of each file of its site."""
    done = subprocess.run(
        [sys.executable, *command],
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


def differing(warm: dict[str, str], clean: dict[str, str]) -> set[str]:
    return {one for one in warm.keys() | clean.keys() if warm.get(one) != clean.get(one)}


@pytest.mark.nightly
def test_what_is_printed_warm_after_edits_of_every_kind_is_what_is_printed_clean(tmp_path):
    warm, clean = real_project(tmp_path / "warm"), real_project(tmp_path / "clean")
    before = made(warm, "-c", ORDERS, str(warm))
    endings = {Path(one).suffix for one in before}
    assert endings >= {".pdf", ".docx", ".odt", ".pptx", ".odp", ".epub", ".webp", ".png", ".zip"}
    edit(warm)
    edit(clean)
    after, anew = made(warm, "-c", ORDERS, str(warm)), made(clean, "-c", ORDERS, str(clean))
    changed = {Path(one).suffix for one in differing(before, after)}
    assert changed >= {".pdf", ".docx", ".odt", ".zip"}
    assert differing(after, anew) == set()


@pytest.mark.nightly
def test_a_warm_build_after_edits_of_every_kind_is_a_clean_one(tmp_path):
    """Two whole sites from nothing, with fewer sizes of posters: a quarter of an hour alone."""
    warm, clean = real_project(tmp_path / "warm"), real_project(tmp_path / "clean")
    for root in (warm, clean):
        file = root / "data" / "posters.yml"
        file.write_text(with_fewer_sizes(file.read_text(encoding="utf-8")), encoding="utf-8")
    before = made(warm, "-m", "peerhub", "--root", str(warm), "build")
    edit(warm)
    edit(clean)
    after, anew = (made(one, "-m", "peerhub", "--root", str(one), "build") for one in (warm, clean))
    assert after != before
    assert differing(after, anew) == set()
