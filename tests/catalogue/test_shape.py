"""The shape of a page: each fault is named at its place, with what to do."""

from __future__ import annotations

import pytest

from tests.projects import problems, small_project

FRONT = """\
---
title: A page
description: A page that tests are written about.
owner: hub-editors
review_by: 2027-11-23
{more}---

"""
SOUND = """\
This page is for tests.
{: .lead }

## What to do next

- [Go home](/)
"""


SHOWN = SOUND.replace("## What", '{{ downloads("form") }}\n\n## What')


def told(tmp_path, body: str, more: str = "") -> list[str]:
    root = small_project(tmp_path)
    (root / "docs/page.md").write_text(FRONT.format(more=more) + body, encoding="utf-8")
    return problems(root)


def test_a_page_with_its_purpose_first_and_a_last_section_is_sound(tmp_path):
    assert told(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            SOUND.replace("{: .lead }\n", ""),
            "docs/page.md:8:1: the page does not start with its purpose. Say in one sentence what "
            "the page is for, and write '{: .lead }' on the line below.",
        ),
        (
            SOUND.replace("tests.", "tests"),
            "docs/page.md:8:1: the first sentence has no end. Write it whole, with a full stop.",
        ),
        (
            SOUND.replace("tests.", "tests " + "and tests " * 14 + "and more."),
            "docs/page.md:8:1: the first sentence has 35 words. Say what the page is for in 30 "
            "words or fewer.",
        ),
        (
            SOUND.replace("What to do next", "More"),
            "docs/page.md:13:1: the page does not end with 'What to do next'. Add the section "
            "'## What to do next' at the end, with one link at least.",
        ),
    ],
)
def test_a_page_without_its_shape_is_told_what_is_missing(tmp_path, body, message):
    assert told(tmp_path, body) == [message]


def test_a_tool_made_of_a_section_that_is_not_there_is_named(tmp_path):
    tools = "tools:\n- id: form\n  title: A form\n  parts: [What to do nxt]\n"
    assert told(tmp_path, SHOWN, tools) == [
        "docs/page.md:9:11: the tool 'form' asks for the section 'What to do nxt', which is not "
        "there. Did you mean 'What to do next'?"
    ]


def test_a_section_that_a_tool_has_twice_is_told_at_the_second(tmp_path):
    parts = "[What to do next, What to do next]"
    assert told(tmp_path, SHOWN, f"tools:\n- id: form\n  title: A form\n  parts: {parts}\n") == [
        "docs/page.md:9:28: the tool 'form' has the section 'What to do next' twice. Take one of "
        "them out."
    ]


def test_a_tool_whose_files_no_reader_can_find_is_named(tmp_path):
    tools = "tools:\n- id: form\n  title: A form\n  parts: [What to do next]\n"
    assert told(tmp_path, SOUND, tools) == [
        "docs/page.md:7:7: the files of the tool 'form' are shown nowhere on the page. Write "
        '{{ downloads("form") }} where they belong.'
    ]


def test_a_page_that_a_template_completes_has_a_shape_of_its_own(tmp_path):
    assert told(tmp_path, "Type a few words.\n", "template: search.html\n") == []
