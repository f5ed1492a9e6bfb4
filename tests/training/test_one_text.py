"""Page, slides, handout, workbook and package of a module: one text, one revision."""

from __future__ import annotations

import re

import markdown
import pytest
from lxml import html

from peerhub.pages.modules import module_page
from peerhub.questions.materials import (
    Made,
    module_materials,
    packages,
    workshop_materials,
)
from peerhub.questions.revised import said
from peerhub.training.plan_words import tidy

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables"]
LEFT_OUT = ".//a | .//ul[@class='numbers'] | ancestor-or-self::ul[@class='numbers'] | .//span"
"""What each format has in a way of its own: links, services, and room to write."""


@pytest.fixture(scope="module")
def pages(curriculum, desk):
    """The page of each module as words, made when its files are."""
    made = {}
    for module in curriculum.modules:
        for one in module_materials(module):
            made[one.path] = Made(1, None, desk.revisions.stamp(one))
    return {
        one.id: plain(markdown.markdown(module_page(curriculum, one, made), extensions=EXTENSIONS))
        for one in curriculum.modules
    }


@pytest.fixture(scope="module")
def papers(curriculum, desk):
    """Each other form of each module, by the module's id: its name, and its words."""
    found: dict[str, list[tuple[str, str]]] = {one.id: [] for one in curriculum.modules}
    for module in curriculum.modules:
        handout = next(one for one in module_materials(module) if one.kind == "handout")
        for one in (handout, packages(module)[0]):
            template, words = desk._words(one)
            if one.kind == "package":
                template, words = "package/page", desk._lesson(one)
            filled = desk.setter.fill(template, "T", words)
            found[module.id].append((one.kind, plain(filled)))
    for workshop in curriculum.workshops:
        guide = ("trainer-guide",) if workshop.id == "awareness-briefing" else ()
        for kind in ("workbook", *guide):
            one = next(one for one in workshop_materials(workshop) if one.kind == kind)
            filled = desk.setter.fill(*desk._paper(one)[:2], desk._paper(one)[3])
            for part in re.split(r'(?=<section class="part" id=")', filled):
                identity = re.match(r'<section class="part" id="([^"]*)"', part)
                if identity and identity[1] in found:
                    found[identity[1]].append((f"{kind} of {workshop.id}", plain(part)))
    return found


def plain(source: str) -> str:
    return " ".join(html.fromstring(f"<div>{source}</div>").text_content().split())


def lines(source: str) -> list[str]:
    """Return each paragraph and item that no format says in a way of its own."""
    whole = html.fragment_fromstring(source, create_parent="div")
    for title in whole.xpath(".//div[@class='note']//strong"):
        title.drop_tree()  # a page heads a callout with it, paper begins the first line
    return [
        " ".join(one.text_content().split())
        for one in whole.iter("p", "li", "td")
        if not one.xpath(LEFT_OUT) and not one.xpath("ancestor-or-self::li//p | .//ul | .//ol")
    ]


def test_every_form_of_a_module_has_the_same_words(curriculum, desk, pages, papers):
    for module in curriculum.modules:
        text = curriculum.texts[module.id].participant
        asked = [one for one in lines(desk.words.prose.html(text, module.title)) if "……" not in one]
        assert len(asked) > 10, module.id
        asked += [tidy(module.summary), *module.outcomes]
        forms = [("page", pages[module.id]), *papers[module.id]]
        assert {"handout", "package"} <= {name for name, _ in forms}
        for name, words in forms:
            missing = [one for one in asked if one not in words]
            assert missing == [], (module.id, name)


def test_every_form_of_a_module_says_the_same_revision(curriculum, desk, pages, papers):
    for module in curriculum.modules:
        files = [*module_materials(module), *packages(module)]
        (stamp,) = {desk.revisions.stamp(one) for one in files}
        now = said(stamp)
        assert now in pages[module.id]
        for name, words in papers[module.id]:
            assert now in words, (module.id, name)
        slides = next(one for one in files if one.kind == "slides")
        deck = desk._deck(slides)
        assert deck.named == now
        assert now in deck.imprint
        assert stamp == desk.revisions.stamp(slides)


def test_slides_have_the_outcomes_and_the_questions_that_the_page_has(curriculum, desk, pages):
    for module in curriculum.modules:
        slides = desk.words.deck(module).slides
        shown = " ".join(" ".join((one.title, *one.lines, *one.notes)) for one in slides)
        words = " ".join(shown.split())
        for one in (module.title, *module.outcomes):
            assert " ".join(one.split()) in words, module.id
        for question in desk.words.check(module):
            assert question.asked in pages[module.id], module.id
            # Two sessions have no step in which questions are asked; theirs are for afterwards.
            if any(one.method == "quiz" for one in module.steps):
                assert question.asked in words, module.id


def test_every_workshop_that_teaches_a_module_has_it_in_its_workbook(curriculum, papers):
    for workshop in curriculum.workshops:
        for identity in workshop.module_ids:
            assert f"workbook of {workshop.id}" in {name for name, _ in papers[identity]}
