"""The words of data, front matter and templates, held to the rules of pages."""

from __future__ import annotations

import pytest

from peerhub.proofread.data_words import words_in
from peerhub.proofread.template_words import (
    unknown_printed_words,
    unsound_printed_words,
)

RECORD = """\
# A remark may say TBC, or see mind.org.uk.
events:

- id: open-day
  title: {title}
  url: https://www.mind.org.uk/open
  summary: >-
    A day to meet, at Tŷ Gwŷn with O'Neill's brew,
    and {words} after lunch.
"""


def told(title: str = "Open day", words: str = "to talk") -> list[str]:
    text = RECORD.format(title=title, words=words)
    return [one.as_text() for one in words_in("data/events.yml", text)]


def test_sound_words_addresses_and_remarks_are_left_alone():
    assert told() == []


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("see mind.org.uk", 13),
        ("[insert place]", 9),
        ("the the tea", 9),
        ("at 25:10", 12),
        ("Error! Reference source not found.", 9),
        ("“to talk", 9),
    ],
)
def test_words_in_data_are_held_to_the_rules_of_pages(words, column):
    (one,) = told(words=words)
    assert one.startswith(f"data/events.yml:9:{column}: ")


def test_words_that_stand_twice_at_a_fold_are_seen():
    (one,) = told(title="Come to the\n    the open day")
    assert "'the' stands here twice" in one


def test_a_title_in_capitals_shouts():
    assert told(title='"ALL ARE WELCOME"') == [
        "data/events.yml:5:11: these words are in capitals, which read as shouting. "
        "Write them as a sentence: a capital first, and for names."
    ]


def test_front_matter_counts_its_lines_from_the_file():
    (one,) = words_in("docs/a.md", "title: A page\ndescription: TBC\n", 2)
    assert (one.line, one.column) == (3, 14)


def test_the_printed_words_of_a_template_are_read_and_its_signs_are_not():
    text = '<p class="TBC">{{ tbc }} TODO</p>\n<img alt="the the room" src="a">{# TBC #}\n'
    found = unsound_printed_words("materials/a.html", text)
    assert sorted((one.line, one.column) for one in found) == [(1, 26), (2, 11)]


def test_a_word_that_nothing_gives_to_a_template_is_told_with_the_nearest():
    texts = {"materials/a.html": "<p>{{ title }}</p>\n<p>{{ titel }} {{ loop.index0 }}</p>\n"}
    assert list(unknown_printed_words(texts)) == [
        (
            "materials/a.html",
            (
                2,
                7,
                "nobody gives the word 'titel' to this template",
                "Did you mean 'title'?",
            ),
        )
    ]


@pytest.mark.parametrize("mark", ["<b>", "</strong>", "<br />", "{{ limits() }}", "{% if x %}"])
def test_a_mark_that_would_be_shown_as_it_stands_is_told(mark):
    (one,) = told(words=f"to {mark}talk")
    assert one.startswith(f"data/events.yml:9:12: '{mark}' is shown here as it stands. Take it out")


@pytest.mark.parametrize("words", ["<5 and >3", "a < b", "{braces}", "<http"])
def test_signs_that_are_no_marks_are_left_alone(words):
    assert told(words=words) == []


def test_a_person_in_data_is_told():
    assert told(title="Tea with Sergeant Jane Smith")[0].startswith(
        "data/events.yml:5:19: 'Sergeant Jane Smith' names a person. Write the role"
    )
