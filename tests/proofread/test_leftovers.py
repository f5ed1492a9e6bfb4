"""What is left over from typing and pasting is told at its place; what may be meant is not."""

from __future__ import annotations

import pytest

from peerhub.proofread.blocks import broken_blocks
from peerhub.proofread.leftovers import leftovers
from peerhub.proofread.links import unsound_links
from peerhub.proofread.text import PageText


def told(body: str) -> list[str]:
    page = PageText("a.md", body)
    found = (*leftovers(page), *broken_blocks(page), *unsound_links(page))
    return [page.issue(one).as_line().removeprefix("a.md:") for one in found]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Go to to it.", "1:4: 'to' stands here twice. Take one out. [PH077]"),
        ("We meet the\nThe group.", "1:9: 'the' stands here twice. Take one out. [PH077]"),
        (
            "Ask [insert name here] first.",
            "1:5: '[insert name here]' is a gap that nobody has filled in. "
            "Fill it in, or take it out. [PH078]",
        ),
        (
            "Day: TBC.",
            "1:6: 'TBC' is a gap that nobody has filled in. Fill it in, or take it out. [PH078]",
        ),
        (
            "Words[1] here.",
            "1:6: '[1]' is left of a note or a comment in Word. "
            "Take it out, or write what it says where it belongs. [PH078]",
        ),
        (
            "A [Comment by A: mend] b.",
            "1:3: '[Comment by A: mend]' is left of a note or a comment in Word. "
            "Take it out, or write what it says where it belongs. [PH078]",
        ),
        ("I donâ€™t.", "1:6: 'donâ€™t' was garbled on the way here. Type the word again. [PH017]"),
        ("A Â£5 fee.", "1:3: 'Â£5' was garbled on the way here. Type the word again. [PH017]"),
        (
            "Don\ufffdt.",
            "1:4: 'Don\ufffdt' was garbled on the way here. Type the word again. [PH017]",
        ),
        (
            "An of\ufb01cer.",
            "1:6: 'of\ufb01cer' has two letters in one, as PDFs have, and no search finds it. "
            "Write officer. [PH017]",
        ),
        ("On 31 June 2027.", "1:4: there is no 31 June 2027. Check the calendar. [PH019]"),
        ("On 29 February 2027.", "1:4: there is no 29 February 2027. Check the calendar. [PH019]"),
        ("By the 32nd March.", "1:8: there is no 32 March. Check the calendar. [PH019]"),
        (
            "On Monday 9 March 2027.",
            "1:4: 9 March 2027 is a Tuesday. Correct the day of the week, or the date. [PH019]",
        ),
        (
            "On 02/13/2027.",
            "1:4: 02/13/2027 is read as one day by some and as another by others. "
            "Write the month as a word: 4 March 2027. [PH078]",
        ),
        ("From 25:10 on.", "1:6: there is no time 25:10. Correct it. [PH019]"),
        ("From 9:65 on.", "1:6: there is no time 9:65. Correct it. [PH019]"),
        (
            "Call 0808 2000 24 now.",
            "1:6: '0808 2000 24' has 10 digits and rings nobody. "
            "Show the number from the data, or look it up. [PH020]",
        ),
        (
            "- one\n  - two\n- three",
            "2:3: this item is meant to stand below the one above it, and stands beside it. "
            "Begin its line with four spaces. [PH076]",
        ),
        (
            "One.\n\n    Two words.",
            "3:1: this paragraph begins with four spaces: it becomes a piece of program. "
            "Begin it at the edge. [PH076]",
        ),
        (
            "One.\n\n```\ntwo",
            "3:1: ``` begins a piece of program that never ends. "
            "Take it out, or write it again below. [PH076]",
        ),
        (
            "| | |\n|---|---|\n| 1 | 2 |",
            "1:1: the head of this table is empty. Write above each column what it holds: "
            "people who hear a table are told so. [PH075]",
        ),
        (
            "| | b | |\n|---|---|---|\n| 1 | 2 | 3 |",
            "1:1: column 1 of this table has an empty head. Write above each column what it holds: "
            "people who hear a table are told so. [PH075]",
        ),
        (
            "| a | b |\n|---|---|\n| 1 |",
            "3:1: this row has 1 cell, and the head of the table has 2. "
            "Write a | between cells and none inside one: \\| is a plain one. [PH075]",
        ),
        (
            "####### Deep",
            "1:1: there are six levels of headings, and this one has more signs. "
            "Write '## ' or '### ' before it. [PH074]",
        ),
        (
            "o\tone\no\ttwo",
            "1:1: 'o' makes no list: it becomes one paragraph. Leave an empty line above the list, "
            "and start each line of it with '- '. [PH076]",
        ),
        (
            "\uf0b7 one\n\uf0b7 two",
            "1:1: a bullet of Word's makes no list: it becomes one paragraph. "
            "Leave an empty line above the list, and start each line of it with '- '. [PH076]",
        ),
        (
            "Call [us](tel:0808 200) now.",
            "1:9: there is a space in the address of this link. "
            "Write %20 for it, or nothing in a number. [PH069]",
        ),
    ],
)
def test_it_is_told_where_it_stands_with_what_to_do(body, said):
    assert told(body) == [said]


@pytest.mark.parametrize(
    "body",
    [
        "He had had enough, and said that that was that. New York, York.",
        "Turn it on, on Monday. Go in. In time, this is. Is it?",
        "See [your team](/support/), [x][1] and `[insert name]`.\n\n[1]: /support/",
        "On 29 February 2028, Tuesday 9 March 2027, 1 May and 31 December.",
        "At 9:30, 24:00 and 00:15. Version 1.2:99 and 10:30:75.",
        "Call 0300 131 2789, 01632 960 999, 0800 1111 or 116 123. ISBN 0123456789-0.",
        "Sources: 10.1000/0808200024 and #08082000.",
        "- one\n    - below\n\n    More of it.\n\n    And more.\n\n1. one\n\n    Its text.",
        "Term\n:   Its meaning\n\n    More of its meaning.",
        '{{ cards([\n    {"title": "TBC to to"}\n]) }}\n\nÂ and Ŵy, â and naïve.',
        "```\n    [insert name]\n```\n\n~~~ yaml\nto to\n~~~",
        "| When | Kent |\n|---|---|\n| Day | 1 |",
    ],
)
def test_what_may_be_meant_is_left_alone(body):
    assert told(body) == []
