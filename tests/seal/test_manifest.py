"""The list of every file: what it keeps, and what it refuses to read."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace

import pytest

from peerhub.seal import known as known_files
from peerhub.seal.known import known_scripts
from peerhub.seal.list_parts import digest_of
from peerhub.seal.make import recipe_of, seal_site, sealed
from peerhub.seal.manifest import FORMAT, Earlier, Manifest, UnreadableManifest, listed
from peerhub.seal.verdict import FileVerdict, judge

ABOUT = Manifest("Peer Support Hub", "https://hub.police.uk/", "2026.1", "2026-11-23")
ONE = replace(ABOUT, files={"a.pdf": "11", "b.html": "22", "c.pdf": "33"})


def parts(texts):
    """Return what reads the parts among some texts by path."""
    held = {path[len("manifest/") : -len(".json")]: text.encode() for path, text in texts.items()}
    return lambda digests: {one: held[one] for one in digests if one in held}


def read(texts) -> Manifest:
    return Manifest.from_texts(texts["manifest.json"], parts(texts))


def test_it_reads_what_it_wrote():
    held = replace(ONE, recipe={"src": "44"}, earlier={"55": Earlier("d.pdf", "2026-01-01")})
    assert read(held.texts()) == held


def test_one_of_the_first_shape_which_held_all_its_files_is_read():
    first = {
        "format": 1,
        "hub": "Peer Support Hub",
        "address": "https://hub.police.uk/",
        "edition": "2026.1",
        "dated": "2026-11-23",
        "recipe": {},
        "editions": {"2026.1": "99"},
        "files": {"a.pdf": "11", "b.html": "22", "c.pdf": "33"},
        "earlier": {"55": ["d.pdf", "2026-01-01"]},
    }
    assert Manifest.from_texts(json.dumps(first), parts({})) == replace(
        ONE, editions={"2026.1": "99"}, earlier={"55": Earlier("d.pdf", "2026-01-01")}
    )
    old = json.dumps({"format": 1, "files": {"a.pdf": "11"}}).encode()
    assert listed("2026.1", old, parts({})) == {"2026.1/a.pdf": "11"}


def test_a_part_that_is_missing_or_changed_is_told_by_its_name():
    texts = ONE.texts()
    (name,) = texts.keys() - {"manifest.json"}
    for damaged in ({}, {name: texts[name].replace("11", "12")}):
        told = re.escape(f"its part {name} is not beside it, or is damaged")
        with pytest.raises(UnreadableManifest, match=told):
            read({**texts, name: "", **damaged})


def test_a_changed_file_changes_what_names_it_and_its_own_part_alone():
    files = {f"posters/{number}.pdf": f"{number:064}" for number in range(2000)}
    one = replace(ABOUT, files=files).texts()
    two = replace(ABOUT, files={**files, "posters/7.pdf": "7" * 64, "new.pdf": "8" * 64}).texts()
    fresh = [text for path, text in two.items() if one.get(path) != text]
    assert 2 <= len(fresh) <= 3
    assert len("".join(fresh)) < len("".join(two.values())) / 5


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": "a"}', "null"])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(UnreadableManifest, match="damaged, or no manifest"):
        Manifest.from_texts(text, parts({}))


def test_one_of_a_newer_program_is_refused():
    newer = json.dumps({**json.loads(ONE.texts()["manifest.json"]), "format": FORMAT + 1})
    with pytest.raises(UnreadableManifest, match="Use that version"):
        Manifest.from_texts(newer, parts({}))


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
    assert replace(two, earlier={}).after(two).texts() == two.texts()


def test_a_site_is_sealed_with_every_file_of_it(tmp_path):
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "assets/hub.css", "poster.pdf"):
        (tmp_path / name).write_text(name)
    texts = seal_site(tmp_path, ABOUT)
    held = read(texts)
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
    (script,) = known_scripts(held, {"a.pdf": "A guide"}).values()
    known = json.loads(script.removeprefix("const hubKnown = ").removesuffix(";\n"))
    assert known["current"] == {"1" * 32: ["a.pdf", "A guide"]}
    assert known["old"] == {"2" * 32: ["2026.1/a.pdf", ""], "4" * 32: ["c.pdf", "2026-01-01"]}


def test_of_too_many_files_each_is_known_by_the_part_that_its_digest_names(monkeypatch):
    digests = {f"{number:02}.pdf": digest_of(str(number)) for number in range(90)}
    held = replace(ABOUT, files=digests, earlier={"4" * 64: Earlier("c.pdf", "2026-01-01")})
    monkeypatch.setattr(known_files, "MOST", 40)
    scripts = known_scripts(held, {"07.pdf": "A guide"})
    head = json.loads(scripts.pop(known_files.PATH).removeprefix("const hubKnown = ")[:-2])
    assert head["digits"] == 1
    found = {}
    for start in head["starts"]:
        script = scripts.pop(f"about/verify/known/{start}.js")
        part = json.loads(script.removeprefix(f'hubKnown.parts["{start}"] = ')[:-2])
        for digest, said in {**part["current"], **part["old"]}.items():
            assert digest.startswith(start)
            found[digest] = said
    assert scripts == {}
    assert {digest: path for digest, (path, _) in found.items()} == {
        **{digest[:32]: path for path, digest in digests.items()},
        "4" * 32: "c.pdf",
    }
    assert found[digests["07.pdf"][:32]] == ["07.pdf", "A guide"]
    texts, whole = sealed(held, lambda _: b"")
    again, _ = sealed(whole, lambda _: b"")
    assert {path for path in texts if known_files.is_known(path)} <= set(whole.files)
    assert again == texts


def test_each_kept_edition_has_a_list_of_its_own_which_no_later_edition_changes():
    kept = {"2026.1/a.pdf": "1" * 64, "2026.1/train/index.html": "2" * 64}
    first, _ = sealed(replace(ABOUT, files={"a.pdf": "3" * 64, **kept}), lambda _: b"")
    second = {"a.pdf": "4" * 64, "2026.2/a.pdf": "5" * 64, **kept}
    later, whole = sealed(replace(ABOUT, files=second), lambda _: b"")
    assert later["2026.1/manifest.json"] == first["2026.1/manifest.json"]
    assert listed("2026.1", later["2026.1/manifest.json"].encode(), parts(later)) == kept
    held = read(later)
    assert set(held.files) == {"a.pdf", "about/verify/known.js"}
    assert set(held.editions) == {"2026.1", "2026.2"}
    assert held == whole
    with pytest.raises(UnreadableManifest, match="damaged, or no list of an edition"):
        listed("2026.1", b"[]", parts({}))


def test_a_pack_that_a_browser_put_together_is_known_and_remembered(tmp_path):
    pack = b"PK and the Peer Support Hub"
    digest = hashlib.sha256(pack).hexdigest()
    for folder in ("", "2025.1/"):
        told = tmp_path / f"{folder}posters/packs/kent.parts.json"
        told.parent.mkdir(parents=True)
        told.write_text(json.dumps({"sha256": digest, "page": "forces/kent/"}))
    texts = seal_site(tmp_path, ABOUT)
    whole = read(texts)
    assert whole.put_together == {digest: "forces/kent/"}
    assert judge("kent.zip", pack, whole).verdict is FileVerdict.CURRENT
    assert f'"{digest[:32]}":["forces/kent/",""]' in texts["about/verify/known.js"]
    of_old = replace(whole, put_together={digest: "2025.1/forces/kent/"})
    judged = judge("kent.zip", pack, of_old)
    assert judged.verdict is FileVerdict.OLD
    assert judged.why.startswith("It is of edition 2025.1.")
    later = replace(ABOUT, dated="2027-01-01").after(whole)
    assert later.earlier[digest] == Earlier("forces/kent/", "2026-11-23")
    assert judge("kent.zip", pack, later).verdict is FileVerdict.OLD
    assert judge("kent.zip", pack + b".", whole).verdict is FileVerdict.CHANGED
    again, _ = sealed(
        replace(later, files=whole.files), lambda path: (tmp_path / path).read_bytes()
    )
    assert digest not in read(again).earlier
