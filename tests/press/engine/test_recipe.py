"""Recipes: what can change a file's bytes changes its key, and nothing else does."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections import OrderedDict
from importlib.metadata import packages_distributions
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


def test_what_is_installed_is_known_as_python_itself_tells_it():
    known = recipes._distributions()
    told = packages_distributions()
    drawing = {name.split(".")[0] for name in recipes._upstream(OFFICE)} & set(told)
    assert {"pikepdf", "weasyprint", "pypandoc", "lxml"} <= drawing
    assert {name: known[name] for name in drawing} == {name: set(told[name]) for name in drawing}


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
    assert {"peerhub.training.look", "peerhub.models"} <= reached("peerhub.training.pptx")
    assert not {one for one in reached(SETTER) if one.startswith("peerhub.feeds")}


KEYS = """
import json, sys
from pathlib import Path
from peerhub.catalogue import load
from peerhub.models import ToolText
from peerhub.orders import briefing, pictures
from peerhub.orders.cards import cards
from peerhub.orders.drafts import papers
from peerhub.orders.events import event_papers
from peerhub.orders.posters import orders
from peerhub.orders.tools import tool_drafts
from peerhub.pages.tools import tool_texts
from peerhub.press.engine import office, recipe, setter
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters import screens
from peerhub.press.posters.keys import Keys
from peerhub.press.posters.template_files import Materials
from peerhub.questions.materials import training_materials
from peerhub.training.make import Desk

root, home = Path(sys.argv[1]), HOME.parent
held = load(root)
job = next(one for one in orders(held) if "a4" in one.sizes)
drafts = [*tool_drafts(held, tool_texts(held))[:1], *cards(held), next(event_papers(held))]
ready = papers(held, drafts)
tool = office.OfficeDocument("a", "A", "<p>a</p>", ready[0].stamp)
told, stamp = briefing.stamped_briefing(held)
materials = training_materials([held.module_by_id["listening"]], [])


def keys():
    for one in (recipe.code, recipe._sum):
        one.cache_clear()
    poster = Keys(Materials(HOME)).key(job, "a4")
    desk = Desk(held, stamp, HOME)
    return {
        "poster": poster,
        "picture": recipe.recipe(pictures.__name__, poster),
        "screen": screens.screen_key(b"a"),
        "tool.docx": office._key(tool, "docx"),
        "briefing": briefing._key(told, stamp),
        **{one.path.rpartition("/")[2]: setter._Setter(HOME).key(one) for one in ready},
        **{one.path.rpartition("/")[2]: desk.key(one) for one in materials},
    }


before = keys()
moved = [sorted(before)]
for name, old, new in json.load(sys.stdin):
    file = home / name
    text = file.read_text(encoding="utf-8")
    assert old in text, name
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = keys()
    moved.append([one for one in sorted(before) if after[one] != before[one]])
    file.write_text(text, encoding="utf-8")
print(json.dumps([moved, before]))
"""


def moved_by(home: Path, *edits: tuple[str, str, str]) -> tuple[list[set[str]], dict[str, str]]:
    """Return every kind of file, then those whose keys each edit changes; and the keys before."""
    told = subprocess.run(
        [sys.executable, "-c", KEYS, str(ROOT)],
        input=json.dumps(edits),
        env={"PYTHONPATH": str(home / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    moved, keys = json.loads(told.stdout)
    return [set(one) for one in moved], keys


@pytest.mark.slow
def test_an_edit_changes_the_keys_of_what_it_can_change_and_no_other(tmp_path):
    for name in ("src", "materials"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    remark, said = "/* Of late. */", '"""Of late: '
    (every, *moved), before = moved_by(
        tmp_path,
        ("src/peerhub/press/engine/conform.py", '"""', said),
        ("src/peerhub/press/posters/imprint.py", '"""', said),
        ("src/peerhub/press/engine/office.py", '"""', said),
        ("src/peerhub/training/pptx.py", '"""', said),
        ("src/peerhub/feeds/changes.py", '"""', said),
        ("src/peerhub/pages/events.py", '"""', said),
        ("materials/posters/family.css", "{", f"{{ {remark}"),
        ("materials/tools/tool.css", "{", f"{{ {remark}"),
        ("materials/training/training.css", "{", f"{{ {remark}"),
        ("materials/briefing/briefing.css", "{", f"{{ {remark}"),
    )
    (conform, imprint, written, shown, feed, page, poster, tool, training, brief) = moved
    posters = {"poster", "picture"}
    papers = {one for one in every if one.endswith(".pdf")}
    assert {one.rpartition(".")[2] for one in every if "." in one} >= {"pdf", "docx", "pptx"}
    assert conform >= papers | posters | {"briefing"}
    assert not conform & {"tool.docx", "listening-slides.pptx"}
    assert imprint == posters
    assert written == {one for one in every if one.endswith((".docx", ".odt"))}
    assert {"listening-slides.pptx"} <= shown < {one for one in every if "slides" in one}
    assert feed == page == set()
    assert poster == posters
    assert tool == {one for one in papers if not one.startswith(("listening", "joining"))} - {
        one for one in papers if "planner" in one
    }
    assert training == {one for one in papers if one.startswith("listening")}
    assert brief == {"briefing"}

    needs = tmp_path / "src/peerhub/questions/needs.py"
    text = needs.read_text(encoding="utf-8")
    assert "{self.what}: {many}" in text
    needs.write_text(text.replace("{self.what}: {many}", "{self.what}, {many}"), encoding="utf-8")
    _, after = moved_by(tmp_path)
    assert {one for one in before if after[one] != before[one]} >= {
        "listening-slides.pptx",
        "listening-slides.odp",
    }
