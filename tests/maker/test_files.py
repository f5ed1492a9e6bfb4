"""What the maker's page loads: the press's own sheets, with slots, and what may fill them."""

from __future__ import annotations

import base64
import json
import re

import pytest

from peerhub.catalogue import load
from peerhub.demonstration import WORDS
from peerhub.hub import Hub
from peerhub.maker import maker_files
from peerhub.maker.files import DATA, STYLE
from peerhub.maker.language_parts import language_path
from peerhub.maker.slot_sheets import slot_sheet
from peerhub.models import Stamp
from peerhub.models.contact import MESSAGES, PATTERNS
from peerhub.orders.posters import orders, text_of
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import ENGLISH
from peerhub.press.posters.template_files import Materials
from tests.projects import ROOT, real_project, small_project

SLOTS = {"force", "mailbox", "phone", "intranet", "place", "page"}


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT)


@pytest.fixture(scope="module")
def stamp(catalogue):
    return Stamp(catalogue.site.edition, catalogue.site.dated)


@pytest.fixture(scope="module")
def files(catalogue):
    return maker_files(catalogue)


@pytest.fixture(scope="module")
def told(files):
    return data(files)


def data(files):
    """Return what the page is told, with what it fetches for other languages put in its place."""
    found = re.fullmatch(r"const posterMaker = (\{.*\});\n", files[DATA])
    whole = json.loads(found[1])
    for path, script in files.items():
        if spoken := re.fullmatch(r"posterMaker\.spoken\.(\w+) = (\{.*\});\n", script):
            assert path == language_path(spoken[1])
            held = json.loads(spoken[2])
            assert not held["art"].keys() & whole["art"].keys()
            whole["art"] |= held["art"]
            for design in whole["designs"]:
                for sheet in design["sheets"]:
                    if sheet["language"] == spoken[1]:
                        sheet |= held["sheets"].pop(f"{design['id']} {sheet['kind']}")
            assert held["sheets"] == {}
    return whole


def test_sheets_in_other_languages_come_when_they_are_asked_for(files):
    script = files[DATA]
    assert "maker-sheets" not in script
    assert "Angen" not in script
    assert "Angen" in files[language_path("cy")]
    assert "Need to" in script


def force(told, identity):
    return next(one for one in told["forces"] if one["id"] == identity)


def test_every_design_has_its_sheet_with_every_slot_and_no_force_in_it(told, catalogue):
    assert [one["id"] for one in told["designs"]] == [one.id for one in catalogue.posters]
    for design in told["designs"]:
        for sheet in design["sheets"]:
            assert set(re.findall(r"\{(\w+)\}", sheet["html"])) == SLOTS
            assert set(re.findall(r"\{(\w+)\}", "".join(sheet["contact"]))) <= {"page"}
            # Nobody writes on a screen.
            lines = [part.count('class="line"') for part in sheet["contact"]]
            assert lines
            assert all(lines) != (sheet["kind"] == "screen")
            assert "<!--" not in sheet["html"]
            assert "Kent" not in sheet["html"]


def test_every_size_of_a_design_can_be_made_but_those_for_a_print_shop(told, catalogue):
    assert list(told["sizes"]) == ["a4", "a3", "a5", "wallet", "screen", "large"]
    for poster, design in zip(catalogue.posters, told["designs"], strict=True):
        assert design["sizes"] == [size for size in poster.sizes if size != "a3-shop"]
        kinds = {told["sizes"][size]["kind"] for size in design["sizes"]}
        for language in ("en", "cy"):
            sheets = [one["kind"] for one in design["sheets"] if one["language"] == language]
            assert sorted(sheets) == sorted(kinds)


def test_a_size_says_its_paper_and_how_cards_stand_on_it(told):
    sizes = told["sizes"]
    assert (sizes["a3"]["width"], sizes["a3"]["height"]) == (297, 420)
    assert sizes["a3"]["enlarged"] == pytest.approx(2**0.5, abs=0.001)
    assert (sizes["a5"]["width"], sizes["a5"]["height"], sizes["a5"]["enlarged"]) == (148, 210, 1)
    wallet = sizes["wallet"]
    assert (wallet["width"], wallet["height"]) == (210, 297)
    assert (wallet["across"], wallet["down"], wallet["cut"]) == (2, 5, [85.6, 54])
    assert sizes["screen"]["width"] / sizes["screen"]["height"] == pytest.approx(16 / 9)
    assert all(one["use"].endswith(".") for one in sizes.values())


def test_a_force_that_works_in_wales_has_both_languages_and_a_draft_says_so(told):
    assert set(force(told, "kent")["urgent"]) == {"en"}
    assert set(force(told, "gwent")["urgent"]) == {"en", "cy"}
    names = {sheet["language"]: sheet["name"] for sheet in told["designs"][0]["sheets"]}
    assert names == {"en": "English", "cy": "Welsh and English (draft)"}
    tongues = {(one["language"], one["lang"]) for one in told["designs"][0]["sheets"]}
    assert tongues == {("en", "en-GB"), ("cy", "cy")}


def test_each_force_has_the_urgent_numbers_that_the_press_prints_for_it(told, catalogue):
    for job in orders(catalogue):
        design = next(one for one in told["designs"] if one["id"] == job.design.id)
        at = force(told, job.facts.id)["urgent"][job.language]
        for sheet in (one for one in design["sheets"] if one["language"] == job.language):
            assert sheet["html"].count("<ul data-urgent></ul>") == len(sheet["urgent"][at])
            lists = [told["lists"][one] for one in sheet["urgent"][at]]
            assert all(one.count("<li") == len(job.facts.urgent) for one in lists)
            for line in job.facts.urgent:
                assert all(line.reach in one or line.other_reach in one for one in lists)
                assert any(line.label in one and f">{line.reach}</b>" in one for one in lists)
                if line.other_reach:
                    listed = "".join(lists)
                    assert listed.index(line.other_reach) < listed.index(f">{line.reach}</b>")


def test_no_force_in_particular_gets_numbers_of_every_nation_and_a_way_to_help(told):
    nobody = told["forces"][0]
    assert (nobody["id"], nobody["line"], set(nobody["urgent"])) == ("", "", {"en"})
    assert all(link.endswith("/support/") for link, _ in nobody["pages"].values())
    (first,) = told["designs"][0]["sheets"][0]["urgent"][nobody["urgent"]["en"]]
    listed = told["lists"][first]
    assert "116 123" in listed
    assert "0300 131 2789" not in listed


def test_the_rule_for_putting_it_up_is_that_of_the_gallery(told):
    leave, why = force(told, "kent")["may"]["talk-to-a-peer-supporter"]
    assert leave == "unknown"
    assert why.startswith("Nothing is recorded for this force.")
    assert force(told, "kent")["may"]["urgent-numbers"][0] == "now"


def test_the_rules_for_contacts_are_handed_over_whole(told):
    rules = told["rules"]
    assert rules["patterns"] == {name: one.pattern for name, one in PATTERNS.items()}
    assert all(rules["messages"][name] == list(said) for name, said in MESSAGES.items())
    assert "gmail.com" in rules["freeMail"]
    assert "peersupport" in rules["roleWords"]


def test_all_art_stands_in_the_page_and_none_is_an_address(files, told):
    used = {
        name for design in told["designs"] for sheet in design["sheets"] for name in sheet["art"]
    }
    assert used == set(told["art"])
    assert told["designs"][0]["sheets"][0]["art"] == ["foot.svg", "talk/art.svg"]
    assert all(art.startswith('<svg aria-hidden="true" ') for art in told["art"].values())
    assert all(not re.search(r"\sid=|<style|<script", art) for art in told["art"].values())
    addresses = set(re.findall(r'url\("([^"]*)"\)', files[STYLE]))
    within = {one for one in addresses if one.startswith("data:image/svg+xml;base64,")}
    assert addresses - within == {
        f"fonts/hub-{one}.woff2" for one in (400, 700, 800, "400-more", "700-more")
    }
    dot = (HOME / "posters" / "dot.svg").read_bytes()
    assert [base64.b64decode(one.partition(",")[2]) for one in within] == [dot]


def test_art_of_other_shapes_lies_behind_the_part_that_their_template_says(told):
    sheets = {
        one["kind"]: (one["art"], one["part"])
        for one in told["designs"][0]["sheets"]
        if one["language"] == "en"
    }
    assert sheets == {
        "poster": (["foot.svg", "talk/art.svg"], None),
        "a5": (["talk/art.svg"], "art"),
        "wallet": (["talk/wallet.svg"], "front"),
        "screen": (["talk/art.svg"], "art"),
        "large": ([], None),
    }


def test_where_two_styles_speak_of_one_sheet_they_come_as_the_press_has_them(files, catalogue):
    rules = [rule for rule in files[STYLE].splitlines() if ") ." in rule]

    def of(scope: str) -> list[int]:
        return [at for at, rule in enumerate(rules) if scope in rule.partition(") ")[0]]

    others = [
        at for kind in ("a5", "wallet", "screen") for at in of(f':where(.sheet[data-shape="{kind}"')
    ]
    for layout in {one.layout for one in catalogue.posters}:
        assert max(of(f'[data-layout="{layout}"]')) < min(others)
    means = [rules[at] for at in of('[data-shape="screen-both"]') if ") .means{" in rules[at]]
    assert ["top:144mm" in rule for rule in means] == [False, True]


def test_the_style_reaches_nothing_but_sheets(files):
    for selectors in re.findall(r"^([^@{}]+)\{", files[STYLE], re.MULTILINE):
        assert selectors.startswith(":where(.sheet")


def test_the_same_catalogue_gives_the_same_bytes(catalogue, files):
    assert maker_files(catalogue) == files


def test_a_demonstration_has_its_band_on_every_sheet(catalogue, told):
    assert told["band"] is None
    assert data(maker_files(catalogue, WORDS))["band"] == WORDS


def test_the_hub_hands_over_both_files_and_a_hub_without_posters_neither(tmp_path):
    assert {DATA, STYLE} <= set(Hub.open(ROOT).files())
    small = load(small_project(tmp_path))
    assert maker_files(small) == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "talk/poster.css",
            '"art.svg"',
            '"gone.svg"',
            "picture gone.svg is missing",
        ),
        ("base.html", 'src="qr:code"', 'src="photo.png"', "a picture that is not the QR code"),
        ("base.html", "<b>{{ line.reach }}</b>", "{{ line.reach }}", "no list of urgent numbers"),
        ("a5.css", '"dot.svg"', '"gone.svg"', "picture gone.svg is missing"),
        ("wallet.html", '"wallet.svg"', '"gone.svg"', "picture gone.svg is missing"),
        ("base.html", "{% for way in ways %}", "{% for way in [] %}", "no way to make contact"),
    ],
)
def test_a_template_that_cannot_be_filled_is_named(tmp_path, catalogue, file, old, new, said):
    materials = real_project(tmp_path / "project") / "materials"
    place = materials / "posters" / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PressError, match=re.escape(said)):
        maker_files(catalogue, materials=materials)


def test_a_sheet_keeps_the_numbers_of_each_force_it_was_asked_for(catalogue, stamp):
    facts = {job.facts.id: job.facts for job in orders(catalogue) if job.language == ENGLISH}
    sheet = slot_sheet(
        Materials(HOME),
        text_of(catalogue.site, catalogue.posters[0]),
        ENGLISH,
        stamp,
        [facts["kent"], facts["northern-ireland"]],
    )
    assert ["Lifeline" in one for (one,) in sheet.urgent] == [False, True]
    assert "Lifeline" not in sheet.html
    assert "<ul data-urgent></ul>" in sheet.html
