"""The list of every file: what it keeps, and what it refuses to read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from peerhub.seal.known import known_script
from peerhub.seal.make import recipe_of, seal_site, sealed
from peerhub.seal.manifest import Earlier, Manifest, UnreadableManifest, listed

ABOUT = Manifest("Peer Support Hub", "https://hub.police.uk/", "2026.1", "2026-11-23")
ONE = replace(ABOUT, files={"a.pdf": "11", "b.html": "22", "c.pdf": "33"})


def test_it_reads_what_it_wrote():
    held = replace(ONE, recipe={"src": "44"}, earlier={"55": Earlier("d.pdf", "2026-01-01")})
    assert Manifest.from_json(held.to_json()) == held


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": "a"}', "null"])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(UnreadableManifest, match="damaged, or no manifest"):
        Manifest.from_json(text)


def test_one_of_a_newer_program_is_refused():
    newer = json.dumps({**json.loads(ONE.to_json()), "format": 2})
    with pytest.raises(UnreadableManifest, match="Use that version"):
        Manifest.from_json(newer)


def test_it_remembers_what_was_handed_out_before():
    two = replace(ABOUT, dated="2027-01-01", files={"a.pdf": "66", "c.pdf": "33"}).after(ONE)
    assert two.earlier == {"11": Earlier("a.pdf", "2026-11-23")}
    three = replace(ABOUT, dated="2027-06-01", files={"a.pdf": "77"}).after(two)
    assert three.earlier == {
        "11": Earlier("a.pdf", "2026-11-23"),
        "33": Earlier("c.pdf", "2027-01-01"),
        "66": Earlier("a.pdf", "2027-01-01"),
    }


def test_what_comes_back_is_current_again_and_nothing_new_changes_nothing():
    two = replace(ABOUT, files={"a.pdf": "66"}).after(ONE)
    assert "11" not in replace(ABOUT, files={"a.pdf": "11"}).after(two).earlier
    assert replace(two, earlier={}).after(two).to_json() == two.to_json()


def test_a_site_is_sealed_with_every_file_of_it(tmp_path):
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "assets/hub.css", "poster.pdf"):
        (tmp_path / name).write_text(name)
    texts = seal_site(tmp_path, ABOUT)
    held = Manifest.from_json(texts["manifest.json"])
    assert set(held.files) == {
        "index.html",
        "assets/hub.css",
        "poster.pdf",
        "about/verify/known.js",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    assert seal_site(tmp_path, ABOUT) == texts


def test_the_recipe_changes_with_each_source_and_each_version(tmp_path):
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "index.md"
    page.write_text("one")
    first = recipe_of(tmp_path, {"weasyprint pango": "15014"})
    (tmp_path / "docs" / "index.pyc").write_text("left by a program")
    assert recipe_of(tmp_path, {"weasyprint pango": "15014"}) == first
    page.write_text("two")
    second = recipe_of(tmp_path, {"weasyprint pango": "15015"})
    assert {key for key in first if first[key] != second[key]} == {"docs", "weasyprint pango"}


def test_the_page_knows_files_by_their_titles_and_old_ones_of_editions():
    held = replace(
        ABOUT,
        files={
            "a.pdf": "1" * 64,
            "2026.1/a.pdf": "2" * 64,
            "2026.1/b.pdf": "1" * 64,
            "x.html": "3",
        },
        earlier={"4" * 64: Earlier("c.pdf", "2026-01-01")},
    )
    script = known_script(held, {"a.pdf": "A guide"})
    known = json.loads(script.removeprefix("const hubKnown = ").removesuffix(";\n"))
    assert known["current"] == {"1" * 32: ["a.pdf", "A guide"]}
    assert known["old"] == {"2" * 32: ["2026.1/a.pdf", ""], "4" * 32: ["c.pdf", "2026-01-01"]}


def test_each_kept_edition_has_a_list_of_its_own_which_no_later_edition_changes():
    kept = {"2026.1/a.pdf": "1" * 64, "2026.1/train/index.html": "2" * 64}
    first, _ = sealed(replace(ABOUT, files={"a.pdf": "3" * 64, **kept}), lambda _: b"")
    second = {"a.pdf": "4" * 64, "2026.2/a.pdf": "5" * 64, **kept}
    later, whole = sealed(replace(ABOUT, files=second), lambda _: b"")
    assert later["2026.1/manifest.json"] == first["2026.1/manifest.json"]
    assert listed("2026.1", later["2026.1/manifest.json"].encode()) == kept
    held = Manifest.from_json(later["manifest.json"])
    assert set(held.files) == {"a.pdf", "about/verify/known.js"}
    assert set(held.editions) == {"2026.1", "2026.2"}
    assert held == whole
    with pytest.raises(UnreadableManifest, match="damaged, or no list of an edition"):
        listed("2026.1", b"[]")
