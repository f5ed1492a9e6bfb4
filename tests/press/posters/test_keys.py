"""Keys: everything that can change a poster changes its key, and nothing else does."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters import keys as keys_module
from peerhub.press.posters.keys import Keys
from peerhub.press.posters.template_files import Materials
from tests.press.samples import ROOT, SIX, STAMP, in_welsh, job, materials_at, reworded


def key_of(one=None, size="a4", home: Path = HOME) -> str:
    return Keys(Materials(home)).key(one or job(), size)


def test_the_same_poster_has_the_same_key():
    assert key_of() == key_of()


def test_a_key_is_the_same_in_another_process():
    code = "from tests.press.posters.test_keys import key_of; print(key_of())"
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == key_of()


@pytest.mark.parametrize(
    "other",
    [
        job(name="Southshire Police"),
        job(other_name="Heddlu Northshire"),
        job(mailbox="peer.support@northshire.example"),
        job(phone="01632 960001"),
        job(intranet="https://intranet.northshire.example/"),
        job(page="https://peer-support.example/forces/elsewhere/"),
        job(urgent=SIX),
        replace(job(), code_page="https://peer-support.example/posters/current/t1/#northshire"),
        reworded(job(), headline=("Want to", "talk?")),
        reworded(job(), hours="Day or night"),
        replace(job(), stamp=replace(STAMP, edition="2026.2")),
        replace(job(), stamp=replace(STAMP, date=dt.date(2026, 11, 24))),
        replace(job(), stamp=replace(STAMP, revision=2)),
    ],
)
def test_other_words_facts_or_edition_have_another_key(other):
    assert key_of(other) != key_of()


def test_another_size_has_another_key():
    assert key_of(size="a3") != key_of(size="a4")


def test_asking_for_one_size_more_changes_no_key():
    assert key_of(job(sizes=("a4", "a3"))) == key_of(job(sizes=("a4",)))


@pytest.mark.parametrize(
    "file",
    [
        "posters/print.css",
        "posters/family.css",
        "posters/base.html",
        "posters/foot.svg",
        "posters/talk/poster.html",
        "posters/talk/poster.css",
        "posters/talk/art.svg",
        "fonts/AtkinsonHyperlegibleNext-Regular.ttf",
        "fonts/AtkinsonHyperlegibleNext-Bold.ttf",
        "fonts/AtkinsonHyperlegibleNext-ExtraBold.ttf",
    ],
)
def test_one_byte_more_in_a_file_of_the_press_changes_the_key(file, tmp_path):
    home = materials_at(tmp_path)
    before = key_of(home=home)
    with (home / file).open("ab") as changed:
        changed.write(b" ")
    assert key_of(home=home) != before


@pytest.mark.parametrize("ending", ["html", "css"])
@pytest.mark.parametrize("shape", ["a5", "wallet", "screen", "large"])
def test_a_template_of_another_shape_changes_the_keys_of_that_shape_only(shape, ending, tmp_path):
    home = materials_at(tmp_path)
    sizes = ("a4", "a3", "a3-shop", "a5", "wallet", "screen", "large")
    before = {size: key_of(size=size, home=home) for size in sizes}
    with (home / f"posters/{shape}.{ending}").open("ab") as changed:
        changed.write(b" ")
    assert [size for size in sizes if key_of(size=size, home=home) != before[size]] == [shape]


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("screen-both.html", ["screen"]),
        ("large-both.css", ["large"]),
        ("parts-both.html", ["a4", "a5", "screen", "large"]),
        ("talk/art-both.svg", ["a4", "a5", "screen", "large"]),
    ],
)
def test_what_is_for_both_languages_changes_no_key_of_one_in_english(file, changed, tmp_path):
    home, sizes = materials_at(tmp_path), ("a4", "a5", "screen", "large")

    def keys(one):
        return {size: key_of(one, size, home) for size in sizes}

    english, both = keys(job()), keys(in_welsh(job()))
    with (home / "posters" / file).open("ab") as more:
        more.write(b" ")
    assert keys(job()) == english
    assert [size for size, key in keys(in_welsh(job())).items() if key != both[size]] == changed


def test_where_the_materials_stand_does_not_matter(tmp_path):
    assert key_of(home=materials_at(tmp_path)) == key_of()


def test_another_version_of_a_library_changes_the_key(monkeypatch):
    before = key_of()
    monkeypatch.setattr(keys_module, "made_with", lambda _: "weasyprint 0")
    assert key_of() != before


def test_other_code_changes_the_key(monkeypatch):
    before = key_of()
    monkeypatch.setattr(keys_module, "code", lambda _: "other")
    assert key_of() != before


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("fonts/AtkinsonHyperlegibleNext-Bold.ttf", "font file"),
        ("posters/print.css", "print style"),
        ("posters/family.css", "print style"),
        ("posters/base.html", "template"),
        ("posters/talk/poster.css", "print style"),
        ("posters/talk/poster.html", "template"),
    ],
)
def test_a_missing_file_is_named_with_what_to_do(file, told, tmp_path):
    home = materials_at(tmp_path)
    (home / file).unlink()
    with pytest.raises(PressError) as fault:
        key_of(home=home)
    assert str(fault.value) == (
        f"The {told} {Path(file).name} is missing from {(home / file).parent}. "
        "Put it back (git restore brings a deleted file back), then run again."
    )


def test_a_layout_that_does_not_exist_is_named(tmp_path):
    home = materials_at(tmp_path)
    with pytest.raises(PressError) as fault:
        key_of(reworded(job(), layout="shout"), home=home)
    assert "The template poster.html is missing from" in str(fault.value)
    assert "/posters/shout." in str(fault.value)
