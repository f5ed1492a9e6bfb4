"""A page in Welsh: its shell, its services, its twin, its closing, and its sign-off."""

from __future__ import annotations

import re
from html import unescape

import pytest

from peerhub.catalogue import Issues, load
from peerhub.catalogue.page_twins import words_digest
from peerhub.hub import Hub
from peerhub.models import Stamp
from peerhub.pages.furniture import SECTIONS, Furniture
from peerhub.pages.macros import Macros
from tests.projects import ROOT, small_project

HUB = load(ROOT)
AROUND = Furniture(HUB, Stamp(HUB.site.edition, HUB.site.dated)).around
PAGES = HUB.languages[0].pages
META = {"lang": "cy", "translation": "draft"}
PAGE = """\
---
title: {title}
description: A page for an example, in one of two languages.
owner: hub-editors
review_by: 2027-05-01
{more}---

{lead}
{{: .lead }}

## {closing}

- [One](/one/)
"""
LANGUAGES = (ROOT / "data/languages.yml").read_text(encoding="utf-8")
ENGLISH = PAGE.format(title="One", more="", lead="Read this.", closing="What to do next")
DRAFT = "lang: cy\ntwin: /one/\ntranslation: draft\n"
CLOSING = "Beth i'w wneud nesaf"


def told(root) -> list[str]:
    try:
        Hub.open(root)
    except Issues as found:
        return [one.as_line() for one in found.issues if one.code != "PH065"]
    return []


def project(root, more: str = DRAFT, closing: str = CLOSING, place: str = "cy/one"):
    small_project(root, languages=LANGUAGES)
    (root / "docs/one.md").write_text(ENGLISH)
    file = root / f"docs/{place}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(title="Un", more=more, lead="Darllenwch hwn.", closing=closing))
    return root


def test_the_shell_of_a_page_in_welsh_is_welsh():
    said = AROUND("/cy/support/", META)
    assert said["tag"] == "cy"
    assert said["said"]["skip"] == "Neidio i'r prif gynnwys"
    assert [one["title"] for one in said["sections"]] == [
        PAGES.names[one.title] for one in SECTIONS
    ]
    assert said["urgent_numbers"][0]["label"] == "Mewn perygl"
    assert said["support"] == "/cy/support/"
    assert said["draft_note"][1] == "Draft: no translator has checked these words yet."
    english = AROUND("/support/", {})
    assert (english["tag"], english["support"]) == ("en-GB", "/support/")
    assert english["draft_note"] is None


def test_each_page_leads_to_its_twin():
    there, back = AROUND("/support/", {})["other_tongue"], AROUND("/cy/support/", META)
    assert there == {"href": "/cy/support/", "title": "Cymraeg", "tag": "cy"}
    assert back["other_tongue"]["href"] == "/support/"
    assert AROUND("/guidance/", {})["other_tongue"] is None


def test_services_in_welsh_have_welsh_words_and_english_is_marked():
    html = unescape(Macros(HUB).by_name()["services"]("urgent", language="cy"))
    assert "Ffoniwch" in html
    assert re.search(r"Gwiriwyd ddiwethaf: (Tachwedd|Rhagfyr|Ionawr)", html)
    assert "24 awr y dydd, bob dydd" in html
    for one in HUB.services:
        if one.is_published and one.urgency == "urgent":
            said = one.words.get("cy")
            assert said is None or (said.name or said.say) in html
    assert "Call<" not in html
    assert "Last checked" not in html


def test_a_page_in_welsh_is_sound_and_ends_in_welsh(tmp_path):
    assert told(project(tmp_path)) == []
    (fault,) = told(project(tmp_path, closing="What to do next"))
    assert f"the page does not end with '{CLOSING}'" in fault


@pytest.mark.parametrize(
    ("more", "place", "said"),
    [
        ("lang: cy\ntranslation: draft\n", "cy/one", "a page in another language lacks 'twin'"),
        ("lang: cy\ntwin: /one/\n", "cy/one", "a page in another language lacks 'translation'"),
        ("translation: draft\n", "cy/one", "a page in English has 'translation'"),
        (DRAFT.replace("/one/", "/two/"), "cy/one", "the twin /two/ is no page in English"),
        (DRAFT, "welsh", "does not stand below docs/cy/"),
    ],
)
def test_a_page_without_its_place_or_its_twin_is_refused(tmp_path, more, place, said):
    closing = CLOSING if "lang" in more else "What to do next"
    assert any(said in one for one in told(project(tmp_path, more, closing, place)))


def test_a_sign_off_is_void_once_either_page_changes(tmp_path):
    found = load(project(tmp_path))
    digest = words_digest("cy/one.md", found.pages, found.bodies)
    signed = "checked_by: force translator\nchecked_on: 2026-11-02\nchecked_words: "
    checked = f"{DRAFT.replace('draft', 'checked')}{signed}{digest}\n"
    assert told(project(tmp_path, checked)) == []
    (tmp_path / "docs/one.md").write_text(ENGLISH.replace("Read this.", "Read that."))
    (fault,) = told(tmp_path)
    assert "one language of Un has changed since the translation was signed off on" in fault
    assert fault.startswith("docs/cy/one.md:1:1:")
    assert fault.endswith("[PH023]")


def test_a_page_in_a_language_without_words_for_pages_is_refused(tmp_path):
    found = told(project(tmp_path, DRAFT.replace("cy", "gd"), place="gd/one"))
    assert [one for one in found if "there are no words around pages in 'gd'" in one]
    small_project(tmp_path, languages=LANGUAGES.replace("name: Welsh", "nam: Welsh"))
    (tmp_path / "docs/gd/one.md").unlink()
    project(tmp_path)
    small_project(tmp_path, languages=LANGUAGES.replace("name: Welsh", "nam: Welsh"))
    assert not [one for one in told(tmp_path) if "docs/cy" in one]
