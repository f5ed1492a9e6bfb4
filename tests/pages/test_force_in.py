"""A force's page in another language: the same things in the same order, marked as a draft."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from peerhub.catalogue import Catalogue, load
from peerhub.models import Language, Stamp
from peerhub.models.force_words import FORCE_WORDS
from peerhub.pages import generated, made_page, paths
from peerhub.pages.force_in import force_page_in, paths_in
from peerhub.pages.forces import force_page
from peerhub.pages.furniture import Furniture
from peerhub.questions.force_languages import languages_of
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.questions.readiness import next_steps, readiness
from tests.components import specimens as some
from tests.nation import record
from tests.projects import ROOT, problems, real_project

NOBODY = NearestHelpers(())

OLD = {
    "confirmed_on": dt.date(2020, 1, 1),
    "selection_criteria_adopted_on": dt.date(2019, 1, 1),
    "training_delivered_on": dt.date(2019, 1, 1),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module")
def welsh(catalogue) -> Language:
    return catalogue.languages[0]


def heads(text: str) -> list[str]:
    return re.findall(r"^## ([^{\n]*?)(?: \{.*)?$", text, re.MULTILINE)


def page_of(catalogue, welsh, known, force="gwent", offering=NOBODY) -> tuple[str, str]:
    held = catalogue.force_by_id[force].model_copy(update={"peer_support": known})
    return force_page_in(catalogue, held, welsh, offering), force_page(catalogue, held, offering)


def test_the_four_forces_of_wales_have_a_page_in_welsh_and_no_other_has(catalogue):
    there = {"dyfed-powys", "gwent", "north-wales", "south-wales"}
    assert {path for path, _, _ in paths_in(catalogue)} == {f"cy/forces/{x}.md" for x in there}
    assert {f"cy/forces/{x}.md" for x in there} <= paths(catalogue)
    assert generated(catalogue)["cy/forces/gwent.md"] == made_page(catalogue, "cy/forces/gwent.md")
    assert made_page(catalogue, "cy/forces/kent.md") is None


@pytest.mark.parametrize(
    "known", [None, record(), record(training_delivered_on=None), record(**OLD)]
)
def test_it_has_the_same_sections_in_the_same_order_and_the_same_steps(catalogue, welsh, known):
    cymraeg, english = page_of(catalogue, welsh, known)
    words = {said: FORCE_WORDS[line] for line, said in welsh.pages.forces.items()}
    assert [words[head] for head in heads(cymraeg)] == heads(english)
    held = catalogue.force_by_id["gwent"].model_copy(update={"peer_support": known})
    steps = next_steps(readiness(held, catalogue.today))
    assert re.findall(r"^(\d+)\. ", cymraeg, re.MULTILINE) == [
        str(number) for number in range(1, len(steps) + 1)
    ]
    old = welsh.pages.forces["old"] in cymraeg
    assert old == (readiness(held, catalogue.today).record in ("stale", "dropped"))


def test_it_says_its_language_its_twin_and_that_it_is_a_draft(catalogue, welsh):
    text, _ = page_of(catalogue, welsh, None)
    front = text.split("---")[1]
    assert 'lang: "cy"' in front
    assert 'twin: "/forces/gwent/"' in front
    assert 'translation: "draft"' in front
    assert "# Gwent Police\n" in text
    named, _ = page_of(catalogue, welsh, None, "south-wales")
    assert "# Heddlu De Cymru\n" in named


def test_each_page_leads_to_its_twin(catalogue):
    around = Furniture(catalogue, Stamp(catalogue.site.edition, catalogue.site.dated)).around
    english = around("/forces/gwent/", {})["other_tongue"]
    assert english == {"href": "/cy/forces/gwent/", "title": "Cymraeg", "tag": "cy"}
    welsh = around("/cy/forces/gwent/", {"lang": "cy", "translation": "draft"})
    assert welsh["other_tongue"]["href"] == "/forces/gwent/"
    assert welsh["draft_note"][1].startswith("Draft:")
    assert around("/forces/kent/", {})["other_tongue"] is None


def test_it_has_the_numbers_the_posters_and_what_the_force_confirmed(catalogue, welsh):
    known = record(mailbox="peer.support@gwent.police.uk")
    text, english = page_of(catalogue, welsh, known)
    assert "E-bost: [peer.support@gwent.police.uk](mailto:peer.support@gwent.police.uk)" in text
    for number in re.findall(r'href="(tel:\d+)"', english):
        assert number in text
    assert "/posters/urgent-numbers/gwent-a4-cy.pdf" in text
    assert "**Wedi'i gadarnhau**:" in text
    assert "[Heddlu De Cymru](/cy/forces/south-wales/)" in text


def test_what_is_in_english_says_so(catalogue, welsh):
    text, _ = page_of(catalogue, welsh, None)
    for title, address in re.findall(r"\[([^\]]*)\]\((/(?:events|forces)/[^)]*)\)(?! \(yn)", text):
        assert f'<span lang="en-GB">[{title}]({address})' in text, title


def test_a_language_with_no_lines_for_it_gives_no_force_a_page(catalogue):
    assert languages_of(catalogue.force_by_id["gwent"], [some.welsh()]) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("      since: ers\n", "", "the force's page lacks the line 'since' (since)"),
        ("      since: ers\n", "      sinc: ers\n", "no line of a force's page is called 'sinc'"),
        ("cymheiriaid yn {force}", "cymheiriaid", "the line 'lead' has no place for the name"),
    ],
)
def test_lines_that_are_amiss_are_told(tmp_path, old, new, said):
    root = real_project(tmp_path / "project")
    place = root / "data" / "languages.yml"
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(said in line for line in problems(root))
