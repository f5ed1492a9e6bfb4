"""The set of indicators: at most fifteen, something of each topic, and sources that are there."""

from __future__ import annotations

import pytest

from peerhub.models.indicator import TOPICS
from tests.projects import problems, small_project

ONE = """\
- id: {id}
  title: {title}
  topic: {topic}
  definition: How many talks there were.
  source: The tally sheets
  counted: talks
  groups:
  - {{id: officer, title: Officer}}
  - {{id: staff, title: Staff}}
  limits: It counts talks, and not people.
"""
HEAD = "defaults:\n  owner: hub-editors\n  review_by: 2027-05-01\nindicators:\n"


def text(*extra: str, without: str = "") -> str:
    topics = [one for one in (*TOPICS, *extra) if one != without]
    return HEAD + "".join(
        ONE.format(id=f"one-{at}", title=f"Talks {at}", topic=one) for at, one in enumerate(topics)
    )


def told(folder, words: str) -> list[str]:
    return problems(small_project(folder, indicators=words))


@pytest.mark.parametrize("words", ["indicators: []\n", text(), text(*["reach"] * 5)])
def test_no_indicators_and_up_to_fifteen_are_sound(tmp_path, words):
    assert told(tmp_path, words) == []


def test_the_sixteenth_indicator_is_told_at_its_place(tmp_path):
    assert told(tmp_path, text(*["reach"] * 6)) == [
        "data/indicators.yml:155:3: there are 16 indicators, and 15 at most. "
        "Take out what a force can do without, or join two."
    ]


def test_a_topic_that_no_indicator_is_about_is_told(tmp_path):
    assert told(tmp_path, text(without="stigma")) == [
        "data/indicators.yml:4:1: no indicator is about stigma. "
        "Add one for each topic that is missing."
    ]


def test_two_indicators_of_one_title_are_told(tmp_path):
    assert told(tmp_path, text().replace("Talks 3", "talks  2")) == [
        "data/indicators.yml:36:10: 'one-3' has the same title as 'one-2'. "
        "Give each a title of its own."
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "topic: stigma",
            "topic: stigmata",
            "data/indicators.yml:57:10: indicator 'one-5': 'topic' is 'stigmata', which is not one "
            "of its choices. Did you mean 'stigma'?",
        ),
        (
            "  limits:",
            "  share: [volunteer]\n  limits:",
            "data/indicators.yml:14:10: indicator 'one-0': there is no group 'volunteer' to take "
            "the share of. Choose from: officer, staff.",
        ),
        (
            "{id: officer,",
            "{id: staff,",
            "data/indicators.yml:12:3: indicator 'one-0': two groups have the id 'staff'. "
            "Give each its own, or take one of them out.",
        ),
        (
            "  - {id: officer, title: Officer}\n",
            "",
            "data/indicators.yml:12:3: indicator 'one-0': 'groups' has 1 item. Write 2 or more.",
        ),
        (
            "  limits:",
            "".join(f"  - {{id: more-{at}, title: More {at}}}\n" for at in range(5)) + "  limits:",
            "data/indicators.yml:12:3: indicator 'one-0': 'groups' has 7 items. Write 6 or fewer.",
        ),
    ],
)
def test_a_fault_in_an_indicator_is_one_line(tmp_path, old, new, expected):
    assert told(tmp_path, text().replace(old, new, 1)) == [expected]


SOURCE = """\
evidence:
- id: guide-2012
  owner: hub-editors
  review_by: 2027-05-01
  short: A guide, 2012
  kind: guide
  design: guideline
  about: peer-support
  body: A body
  title: A guide
  finding: It says so.
  limits: It shows no results.
  use_for: Nothing.
  confidence: {confidence}
"""


@pytest.mark.parametrize(
    ("cited", "confidence", "expected"),
    [
        ("guide-2012", "high", []),
        (
            "guide-2021",
            "high",
            ["14:14: there is no source 'guide-2021'. Did you mean 'guide-2012'?"],
        ),
        (
            "guide-2012",
            "medium",
            [
                "14:14: the source 'guide-2012' has not been checked yet. "
                "Cite another, or check it and set its confidence to high."
            ],
        ),
    ],
)
def test_a_source_of_an_indicator_is_there_and_was_checked(tmp_path, cited, confidence, expected):
    words = text().replace("  limits:", f"  evidence: [{cited}]\n  limits:", 1)
    root = small_project(tmp_path, indicators=words, evidence=SOURCE.format(confidence=confidence))
    assert problems(root) == [f"data/indicators.yml:{one}" for one in expected]
