"""Recipes: what can change a file's bytes changes its key, and nothing else does."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path

import pytest
from markupsafe import Markup

from peerhub.models import Stamp
from peerhub.press.engine import recipe as recipes
from peerhub.press.engine.recipe import canonical, reached, recipe, versions
from tests.projects import ROOT

SETTER, OFFICE = "peerhub.press.engine.setter", "peerhub.press.engine.office"


def test_the_same_words_are_the_same_letters_in_whatever_order_they_were_given():
    assert canonical({"b": (1, None), "a": "ŵ"}) == canonical(OrderedDict(a="ŵ", b=[1, None]))
    assert canonical(Stamp("2026.1", dt.date(2026, 11, 23))) == (
        '{"commit":null,"date":"2026-11-23","edition":"2026.1","revision":null}'
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("&amp;", Markup("&amp;")),
        (["ab", "c"], ["a", "bc"]),
        (1, "1"),
        (b"one", b"two"),
        (range(3), range(4)),
    ],
)
def test_words_that_print_otherwise_have_other_letters(one, other):
    assert canonical(one) != canonical(other)


def test_what_nothing_can_be_filled_with_is_refused():
    with pytest.raises(TypeError, match="object is nothing that a file can be filled with"):
        canonical({"a": object()})


def test_the_words_the_drawing_module_and_the_files_are_each_part_of_a_key(tmp_path):
    style = tmp_path / "a.css"
    style.write_text("p { margin: 0 }", encoding="utf-8")
    before = recipe(SETTER, "words", (style,))
    assert recipe(SETTER, "words", (style,)) == before
    assert len({before, recipe(OFFICE, "words", (style,)), recipe(SETTER, "others", (style,))}) == 3
    style.write_text("p { margin: 1px }", encoding="utf-8")
    assert recipe(SETTER, "words", (style,)) != before


def test_a_key_counts_every_library_that_draws_and_those_below_it():
    drawing = versions(SETTER)
    assert {"weasyprint", "pydyf", "pikepdf", "cssselect2", "tinycss2", "lxml"} <= set(drawing)
    assert {"fonttools", "pyphen", "jinja2", "weasyprint pango", "pikepdf qpdf"} <= set(drawing)
    assert "python-pptx" not in drawing
    assert "pypandoc-binary pandoc" in versions(OFFICE)
    assert {"python-pptx", "lxml"} <= set(versions("peerhub.training.pptx"))


def test_another_version_of_any_of_them_is_another_key(monkeypatch):
    before = recipe(SETTER, "words")
    real = recipes.version
    recipes.made_with.cache_clear()
    monkeypatch.setattr(recipes, "version", lambda name: "0" if name == "pyphen" else real(name))
    after = recipe(SETTER, "words")
    recipes.made_with.cache_clear()
    assert after != before


def test_a_module_reaches_what_it_imports_and_what_that_imports():
    assert {SETTER, "peerhub.press.engine.conform", "peerhub.press.engine.metadata"} <= reached(
        SETTER
    )
    assert "peerhub.questions.needs" in reached("peerhub.training.pptx")
    assert not {one for one in reached(SETTER) if one.startswith("peerhub.feeds")}


KEYS = """
import json, sys
from pathlib import Path
from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.training.make import Desk
from peerhub.questions.materials import training_materials
root = Path(sys.argv[1])
held = load(root)
desk = Desk(held, Stamp(held.site.edition, held.site.dated), root / "materials")
wanted = training_materials([held.module_by_id["listening"]], [])
print(json.dumps({one.path.rpartition("/")[2]: desk.key(one) for one in wanted}))
"""


def keys(source: Path) -> dict[str, str]:
    told = subprocess.run(
        [sys.executable, "-c", KEYS, str(ROOT)],
        env={"PYTHONPATH": str(source), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


@pytest.mark.slow
def test_an_edit_changes_the_keys_of_what_it_can_change_and_no_other(tmp_path):
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    before = keys(source)

    def moved_by(name: str, old: str, new: str) -> set[str]:
        file = source / "peerhub" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, name
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        after = keys(source)
        file.write_text(text, encoding="utf-8")
        return {one for one in before if after[one] != before[one]}

    papers = {one for one in before if one.endswith(".pdf")}
    assert moved_by("press/engine/conform.py", "PRINTED = 4", "PRINTED = 5") == papers
    assert moved_by("feeds/changes.py", '"""', '"""Of late: ') == set()
    colon, comma = "{self.what}: {many}", "{self.what}, {many}"
    slides = {"listening-slides.pptx", "listening-slides.odp"}
    assert slides <= moved_by("questions/needs.py", colon, comma)
