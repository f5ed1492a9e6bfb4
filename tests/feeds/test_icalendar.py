"""The lines of a calendar: folded without splitting a letter, escaped without losing one."""

from __future__ import annotations

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.feeds.icalendar import escaped, folded, written

printable = st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.just("\n"))


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n")))
def test_a_folded_line_has_at_most_75_octets_a_piece_and_unfolds_to_itself(line):
    whole = folded(line)
    pieces = whole.encode().split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 for piece in pieces)
    assert "".join(piece.decode() for piece in pieces) == whole.replace("\r\n", "")
    assert whole.removesuffix("\r\n").replace("\r\n ", "") == line


@given(text=printable)
@settings(max_examples=200)
def test_a_second_parser_reads_the_text_that_was_escaped(text):
    source = written(["BEGIN:VEVENT", f"SUMMARY:{escaped(text)}", "END:VEVENT"])
    assert str(icalendar.Event.from_ical(source)["SUMMARY"]) == text


def test_a_control_character_never_reaches_a_calendar():
    assert escaped("a\x07b\tc\r\nd\re") == "a b c\\nd\\ne"


@given(
    st.text("\\,;n\n aŵ", min_size=40, max_size=200),
    st.integers(0, 80),
)
@settings(max_examples=300)
def test_no_fold_stands_inside_an_escape(text, before):
    line = f"DESCRIPTION:{'x' * before}{escaped(text)}"
    whole = folded(line)
    pieces = whole.removesuffix("\r\n").split("\r\n ")
    assert "".join(pieces) == line
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    for piece in pieces[:-1]:
        assert (len(piece) - len(piece.rstrip("\\"))) % 2 == 0
