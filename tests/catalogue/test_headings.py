"""Headings of pages: a bold paragraph is none, and no level is left out."""

from __future__ import annotations

import pytest

from peerhub.catalogue.document import Document
from peerhub.catalogue.headings import check_headings


def said(body: str) -> list[tuple[int, str, str]]:
    document = Document("docs/page.md")
    check_headings(document, body, 8)
    return [(one.line, one.message, one.hint) for one in document.issues]


@pytest.mark.parametrize(
    "bold",
    [
        "**About you**",
        "**About you:**",
        "**About you**:",
        "**About you.** ……",
        "__About you__",
        "***About you***",
        "> **About you**",
        "<p><strong>About you</strong></p>",
        "<b>About you</b>",
        "  **About you**  ",
        "**About\nyou**",
    ],
)
def test_a_bold_paragraph_that_stands_as_a_heading_is_refused_at_its_line(bold):
    assert said(f"## The form\n\n{bold}\n\nName: ……\n") == [
        (
            10,
            "the paragraph 'About you' is bold throughout: it looks like a heading and is none",
            "Make it a heading ('### About you'), or take the bold away.",
        )
    ]


@pytest.mark.parametrize(
    "sound",
    [
        "**Purpose.** To ask the board.",
        "Say **no** to it.",
        "**On:** ……",
        "**On**: ……",
        "**Between** …… and **from** ……",
        "**One** and **two**",
        "- **Where?**",
        "| **A** | B |",
        "```\n**About you**\n```",
        "~~~\n```\n**About you**\n~~~",
        "**",
        "****",
        "",
    ],
)
def test_bold_words_within_a_text_are_not(sound):
    assert said(f"## The form\n\n{sound}\n") == []


def test_a_level_left_out_is_told_with_the_level_that_is_missing():
    assert said("## A\n\n#### B\n\n#### C\n") == [
        (
            10,
            "the heading 'B' leaves out level 3",
            "Write it with ###: one level deeper than the one above it.",
        )
    ]
    assert (
        said("### Deep at once {#deep}\n")[0][1] == "the heading 'Deep at once' leaves out level 2"
    )


def test_going_up_several_levels_at_once_leaves_none_out():
    assert said("## A\n### B\n#### C\n## D\n### E\n") == []


def test_each_is_told():
    body = "**One**\n\n**Two**\n{: .lead }\n\ntext\n**Three**\n\n**Four**"
    assert [line for line, *_ in said(body)] == [8, 10, 16]
