"""Lines that say by themselves what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue.document import read_document
from peerhub.catalogue.kinds import KINDS
from peerhub.mending.keys import known_keys
from peerhub.mending.lines import mended
from tests.projects import ROOT

FILES = sorted({kind.path for kind in KINDS})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("phone:0808 200 0247", "phone: 0808 200 0247", "put a space after the colon of 'phone'"),
        ("- phone:'999' # now", "- phone: '999' # now", "put a space after the colon of 'phone'"),
        ("  start: 9:30", '  start: "09:30"', 'wrote "09:30" for 9:30'),
        ("  start: '9.30'", '  start: "09:30"', "wrote \"09:30\" for '9.30'"),
        ("end: 1030Z", "end: 1030Z", None),
        ("end: 10-12", "end: 10-12", None),
        ("start: 4.30pm # after tea", 'start: "16:30" # after tea', 'wrote "16:30" for 4.30pm'),
        (
            "- {date: 2027-01-02, start: 9.30, end: '17:00'}",
            "- {date: 2027-01-02, start: \"09:30\", end: '17:00'}",
            'wrote "09:30" for 9.30',
        ),
        ("start: 09:30", 'start: "09:30"', 'wrote "09:30" for 09:30'),
        ("start: '09:30'", "start: '09:30'", None),
        ("title: “Tea & talk”", 'title: "Tea & talk"', "wrote straight quotes for curly ones"),
        ("title: ‘Siân’s day’", 'title: "Siân’s day"', "wrote straight quotes for curly ones"),
        ('title: “He said "no"”', 'title: “He said "no"”', None),
        (
            "title:\u00a0Tea",
            "title: Tea",
            "put plain spaces for, or took out, a hard space, as Word makes",
        ),
        (
            "title: Tea\u00ad and\u200b talk",
            "title: Tea and talk",
            "put plain spaces for, or took out, a soft hyphen, as Word makes and a letter that "
            "cannot be seen (zero width space)",
        ),
        ("title: Tea  \t", "title: Tea", "took out spaces at the end of the line"),
        ("\ufefftitle: Tea", "title: Tea", "took out a mark that begins files"),
        ("# start: 9.30 “so”", "# start: 9.30 “so”", None),
        (
            "website:https://a.example/",
            "website: https://a.example/",
            "put a space after the colon of 'website'",
        ),
        ("nonsense:0808", "nonsense:0808", None),
        ("summary: It starts: 9.30 or so", "summary: It starts: 9.30 or so", None),
        ("title: 👩\u200d🚒 at work", "title: 👩\u200d🚒 at work", None),
    ],
)
def test_a_line_is_mended_where_it_leaves_no_doubt(before, after, said):
    assert mended(before, known_keys()) == (after, [(1, said)] if said else [])
    assert mended(after, known_keys()) == (after, [])


def test_words_of_a_block_keep_all_but_their_odd_letters():
    text = "summary: >-\n  start: 9.30\n  “Tea\u00a0and talk”\n\n  phone:0808\nstart: 9.30\n"
    new, said = mended(text, known_keys())
    assert new == ('summary: >-\n  start: 9.30\n  “Tea and talk”\n\n  phone:0808\nstart: "09:30"\n')
    assert [line for line, _ in said] == [3, 6]


def test_lines_of_windows_keep_their_ends():
    assert mended("a: 1 \r\nstart: 9.30\r\n", known_keys())[0] == 'a: 1\r\nstart: "09:30"\r\n'


@pytest.mark.parametrize("name", FILES)
def test_a_sound_file_is_left_as_it_is(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert mended(text, known_keys()) == (text, [])


ODD = st.sampled_from(
    [
        "phone:",
        "start: ",
        "9.30",
        " ",
        "\u00a0",
        "“",
        "”",
        '"',
        "'",
        "\n",
        "\r\n",
        "- ",
        "  ",
        "{",
        "}",
        ", ",
        "# a",
        ">",
        "|",
        "title: ",
        "\u200b",
        "ŵ",
        "🫖",
        "\t",
        "end:",
        "24.30",
        "\\",
        ": ",
        "end: [",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ODD, max_size=25).map("".join))
def test_doing_it_twice_does_nothing_more_and_no_line_is_lost(text):
    once, _ = mended(text, known_keys())
    assert mended(once, known_keys()) == (once, [])
    assert once.count("\n") == text.count("\n")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_a_sound_file_says_is_what_it_says_after_its_spaces_are_mended(data):
    text = (ROOT / data.draw(st.sampled_from(FILES))).read_text(encoding="utf-8")
    lines = text.split("\n")
    for at in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=5)):
        lines[at] += data.draw(st.sampled_from([" ", "   ", "\t", " \t "]))
    new, _ = mended("\n".join(lines), known_keys())
    assert new == text
    assert read_document(new.encode(), "a").data == read_document(text.encode(), "a").data
