"""A bag of a small site: what is in it, where its links lead, what it says of itself."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from peerhub.bundle import unbundled
from peerhub.offline.bag import bag, script
from peerhub.offline.chosen import Choice, left_out
from peerhub.offline.pages import Bag, led, on_disk, with_type
from peerhub.offline.templates import Facts, note, notice

ADDRESS = "https://hub.police.uk/"
FACTS = Facts("Peer Support Hub", "2026.1", "23 November 2026", ADDRESS, False, 2)
PATHS = (
    "index.html",
    "train/index.html",
    "assets/js/search.js",
    "manifest.json",
    "_headers",
    "hosting/nginx.conf",
    "posters/make/poster-maker.zip",
    "posters/talk/picture.webp",
    "posters/talk/picture-cy.webp",
    "posters/talk/kent-a4.pdf",
    "posters/talk/kent-a4.webp",
    "posters/talk/north-wales-a4-cy.pdf",
    "posters/packs/kent.zip",
    "posters/packs/surrey.parts.json",
    "materials/tools/help-card.pdf",
    "materials/modules/listening/slides.pptx",
    "materials/modules/loss/slides.pptx",
    "materials/workshops/basics/basics-pack.zip",
    "materials/workshops/other/other-pack.parts.json",
    "materials/workshops/basics/basics-workbook.pdf",
    "materials/workshops/other/other-workbook.pdf",
    "social/train.png",
)


def held(choice: Choice) -> set[str]:
    return {path for path in PATHS if choice.holds(path)}


def test_pages_tools_and_materials_are_always_in_and_posters_only_when_asked_for():
    plain = held(Choice())
    lessons = {path for path in PATHS if path.startswith("materials/")}
    packs = {"basics/basics-pack.zip", "other/other-pack.parts.json"}
    assert lessons - plain == {f"materials/workshops/{one}" for one in packs}
    assert {"index.html", "posters/make/poster-maker.zip", "posters/talk/picture.webp"} < plain
    assert not any("kent" in path or "wales" in path or "surrey" in path for path in plain)
    kent = held(Choice(forces=("kent",)))
    own = {"posters/talk/kent-a4.pdf", "posters/talk/kent-a4.webp", "posters/packs/kent.zip"}
    assert kent - plain == own
    assert held(Choice(forces=("north",))) == plain | {"posters/talk/north-wales-a4-cy.pdf"}


def test_what_is_for_hosts_is_in_no_bag_and_is_not_missed():
    whole = Choice(is_all=True)
    assert held(whole) == set(PATHS) - {
        "manifest.json",
        "_headers",
        "hosting/nginx.conf",
        "social/train.png",
    }
    assert left_out(PATHS, whole) == ()


def test_chosen_workshops_bring_their_modules_and_no_others():
    basics = held(Choice(workshops={"basics": ("listening",)}))
    assert left_out(PATHS, Choice(workshops={"basics": ("listening",)}))[0] == (
        "materials/modules/loss/slides.pptx"
    )
    assert {"materials/modules/listening/slides.pptx", "materials/tools/help-card.pdf"} < basics
    assert "materials/workshops/basics/basics-pack.zip" in basics
    assert "materials/workshops/other/other-workbook.pdf" not in basics


IN = Bag(frozenset({"index.html", "train/index.html", "a.pdf", "ŵ b.pdf"}), ADDRESS, "", "x.js")


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../?q=a#b", "../index.html?q=a#b"),
        ("../a.pdf", "../a.pdf"),
        ("../%C5%B5%20b.pdf", "../%C5%B5%20b.pdf"),
        ("../assets/x.css?v=1", f"{ADDRESS}assets/x.css?v=1"),
        ("../posters/", f"{ADDRESS}posters/"),
        ("#part", "#part"),
        ("?q=a", "?q=a"),
        ("", ""),
        ("tel:999", "tel:999"),
        ("https://other.example/", "https://other.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_an_address_leads_to_a_file_of_the_bag_or_to_the_web(written, leads):
    assert led(written, "train/index.html", IN) == leads


def test_a_page_says_what_it_is_and_asks_nothing_of_the_disk_that_it_refuses():
    page = (
        "<head><meta content=\"font-src 'self'; x\">\n"
        '<link rel="preload" href="../assets/f.woff2" as="font">\n</head>'
        '<body><main id="main"><script src="../assets/js/a.js"></script></main></body>'
    )
    made = on_disk(page, "train/index.html", replace(IN, notice='<a href="{up}../READ">'))
    assert "preload" not in made
    assert "font-src 'self' data:" in made
    assert '<main id="main">\n<a href="../../READ">' in made
    assert made.count('<script src="../x.js" defer></script>') == 1
    plain = on_disk('<main id="main"></main></body>', "index.html", IN)
    assert "script" not in plain


def test_type_comes_inside_the_styles(tmp_path):
    (tmp_path / "a.woff2").write_bytes(b"type")
    style = b'@font-face{src:url("a.woff2?v=0123456789ab")}b{background:url("data:image/x")}'
    assert with_type(style, tmp_path) == (
        b'@font-face{src:url("data:font/woff2;base64,dHlwZQ==")}b{background:url("data:image/x")}'
    )


def test_the_same_site_gives_the_same_bytes_and_every_file_has_its_sum(tmp_path):
    (tmp_path / "materials").mkdir()
    (tmp_path / "index.html").write_text('<main id="main"><a href="materials/a.pdf"></main></body>')
    (tmp_path / "materials/a.pdf").write_bytes(b"%PDF")
    made = bag(tmp_path, Choice(), FACTS, "hub-2026.1")
    assert bag(tmp_path, Choice(), FACTS, "hub-2026.1") == made
    files = dict(unbundled(made))
    assert list(files)[:2] == ["hub-2026.1/START-HERE.html", "hub-2026.1/READ-FIRST.txt"]
    sums = files.pop("hub-2026.1/SHA256SUMS").decode().splitlines()
    assert sums == [
        f"{hashlib.sha256(content).hexdigest()}  {name.removeprefix('hub-2026.1/')}"
        for name, content in files.items()
    ]


def test_the_note_says_which_edition_it_is_how_to_check_it_and_what_is_missing():
    text = note(FACTS)
    assert text.startswith("Peer Support Hub, edition 2026.1, 23 November 2026\r\n")
    assert "2 files of the hub are not in this copy" in text
    assert f"The newest hub is at {ADDRESS}" in text
    assert "sha256sum -c SHA256SUMS" in text
    assert "CC BY 4.0" in text
    assert "Every page and every file" in note(replace(FACTS, left_out=0))


def test_an_address_that_is_only_an_example_is_said_to_be_one():
    example = replace(FACTS, address="https://hub.example/", is_example=True)
    assert "https://hub.example/, is only an example." in note(example)
    assert "hub.example" not in notice(example)
    assert "no address on the web yet" in notice(example)


def test_names_cannot_break_out_of_the_script():
    text = script(['posters/a"b.pdf', "ŵ.pdf"], ADDRESS)
    assert 'new Set(["posters/a\\"b.pdf","\\u0175.pdf"])' in text
