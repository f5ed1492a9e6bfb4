"""What comes of Word, of Excel and of haste: the cause is told in plain words, at its place."""

from __future__ import annotations

import pytest

from tests.projects import EVENT, problems, small_project

TIMED = EVENT + '  start: "10:00"\n  end: "23:00"\n'


def told(tmp_path, **files) -> list[str]:
    return [one.split(":", 1)[1] for one in problems(small_project(tmp_path, **files))]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "title: & friends",
            "5:10: a value cannot begin with '&'. Put the text in quotes, such as \"Tea & talk\".",
        ),
        (
            "title: *Spring*",
            "5:10: a value cannot begin with '*'. Put the text in quotes, such as \"Tea & talk\".",
        ),
        (
            "title: @home",
            "5:10: a value cannot begin with '@'. Put the text in quotes, such as \"Tea & talk\".",
        ),
        (
            "title:Open day",
            "5:9: there is no space after the colon of 'title'. Write 'title: Open day'.",
        ),
        (
            "title:\u00a0Open day",
            "5:9: there is a hard space, as Word makes. "
            "Delete it, and type a plain space where one belongs.",
        ),
        (
            "title: Open\u200bday",
            "5:14: there is a letter that cannot be seen (zero width space). "
            "Delete it, and type a plain space where one belongs.",
        ),
        (
            "title: Open\u00adday",
            "5:14: there is a soft hyphen, as Word makes. "
            "Delete it, and type a plain space where one belongs.",
        ),
        (
            "title: “Open day”",
            "5:10: the quotes here are curly, as Word makes them. "
            'Write straight ones: " at both ends.',
        ),
        (
            "title: “Open day: all”",
            "5:10: the quotes here are curly, as Word makes them. "
            'Write straight ones: " at both ends.',
        ),
        (
            "title: > Open day",
            "5:12: text begins on the line below '>' or '|', not beside it. "
            "Put the text on lines of its own, indented below the key.",
        ),
        (
            "regions: [north",
            "5:12: in the list that opens here a comma or the closing ']' is missing. "
            "Put a comma between two items, and close the bracket.",
        ),
    ],
)
def test_the_cause_is_told_in_plain_words_where_it_is(tmp_path, typed, said):
    assert told(tmp_path, events=EVENT.replace("title: Open day", typed)) == [said]


def test_a_hard_space_in_an_indent_is_named_and_hides_nothing_else(tmp_path):
    found = told(
        tmp_path,
        events=EVENT.replace("  title: Open day", "\u00a0\u00a0title: Open day").replace(
            "kind: networking", "kind: nothing"
        ),
    )
    named = "there is a hard space, as Word makes"
    assert [one.split(". ")[0] for one in found][:2] == [f"5:1: {named}", f"5:2: {named}"]
    assert len(found) == 3
    assert "'nothing', which is not one of its choices" in found[2]


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ('"10.30"', "'10.30' is not a time of day. Write \"10:30\", in quotes."),
        ('"10,30"', "'10,30' is not a time of day. Write \"10:30\", in quotes."),
        ('"10-12"', "'10-12' is not a time of day. Write hours and minutes in quotes"),
        ('"1030"', "'1030' is not a time of day. Write \"10:30\", in quotes."),
        ('"1030Z"', "'1030Z' is not a time of day. Write hours and minutes in quotes"),
        ('"T1030"', "'T1030' is not a time of day. Write \"10:30\", in quotes."),
        ('"9:30"', "'9:30' is not a time of day. Write \"09:30\", in quotes."),
        ('"2.30 pm"', "'2.30 pm' is not a time of day. Write \"14:30\", in quotes."),
        ('"24:00"', "'24:00' is not a time of day. Write hours and minutes in quotes"),
        ('"10:30\\n"', "'10:30\\n' is not a time of day. Write \"10:30\", in quotes."),
        ('"１０:３０"', "'１０:３０' is not a time of day. Write hours and minutes in quotes"),
        ("10.3", "10.3 is a number, not a time of day. Write hours and minutes in quotes"),
        ("“10:00”", "the quotes here are curly, as Word makes them. Write straight ones"),
    ],
)
def test_a_clock_time_is_taken_in_one_way_of_writing(tmp_path, typed, remedy):
    event = TIMED.replace('"10:00"', typed)
    (found,) = told(tmp_path, events=event)
    assert remedy in found
