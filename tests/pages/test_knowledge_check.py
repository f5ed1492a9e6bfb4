"""A knowledge check can be tried where it is read, with its answers folded away."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from peerhub.catalogue import load
from peerhub.models import ModuleText
from peerhub.pages.knowledge_check import to_try
from peerhub.questions.knowledge_check import knowledge_check
from tests.projects import ROOT

FOUND = load(ROOT)
TEXT = ModuleText(
    participant="## One\n\nRead.\n\n## Knowledge check\n\nTwo to try.\n\n"
    "1. Who *speaks* first,\n   and why?\n2. And then?\n\n## Last\n\nEnd.",
    trainer="Notes.\n\n### Answers to the knowledge check\n\n"
    "1. They do: a silence\n   leaves **room**.\n2. See [help](/support/).\n",
)


def tree(text):
    made = markdown.markdown(to_try(text), extensions=["attr_list", "md_in_html", "tables"])
    return html.fragment_fromstring(made, create_parent=True)


def test_each_question_has_a_place_for_words_that_it_names_and_its_answer_closed():
    page = tree(TEXT)
    ones = page.xpath('//*[@class="check-one"]')
    assert len(ones) == 2
    first = ones[0]
    (asked,) = first.xpath('p[@id="check-question-1"]')
    assert asked.text_content() == "1. Who speaks first, and why?"
    (words,) = first.xpath(".//textarea")
    assert words.get("aria-labelledby") == "check-question-1"
    (answer,) = first.xpath("details")
    assert answer.get("open") is None
    assert answer.find("summary").text == "Answer to question 1"
    assert " ".join(answer.find("p").text_content().split()) == "They do: a silence leaves room."
    assert ones[1].xpath('details//a[@href="/support/"]')


def test_nothing_that_is_written_can_be_sent_or_kept():
    page = tree(TEXT)
    assert not page.xpath("//form|//script|//*[@name]|//*[@style]|//button")
    assert {one.get("autocomplete") for one in page.iter("textarea")} == {"off"}


def test_what_stands_round_the_questions_stays():
    page = tree(TEXT)
    said = " ".join(page.text_content().split())
    assert said.startswith("One Read. Knowledge check Two to try. Think or write first.")
    assert said.endswith("Last End.")


def test_a_text_without_questions_is_left_as_it_is():
    bare = ModuleText(participant="## Knowledge check\n\nTalk about it.", trainer="")
    assert to_try(bare) == bare.participant


@pytest.mark.parametrize("identity", FOUND.texts)
def test_every_question_of_the_hub_can_be_tried(identity):
    text = FOUND.texts[identity]
    asked = knowledge_check(text)
    assert len(asked) > 4
    assert to_try(text).count('<details class="fold check-answer"') == len(asked)
