"""YAML read with places: its traps refused, and nothing it holds ever a traceback."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue.document import DEEPEST, Mark, read_document
from tests.projects import EVENT, FORCES, problems, small_project


def read(text: str):
    return read_document(text.encode(), "a.yml")


def told(text: str) -> list[str]:
    return [issue.as_text() for issue in read(text).issues]


def test_plain_values_are_read_as_an_editor_expects():
    found = read("a: 1\nb: 1.5\nc: true\nd: 2027-02-04\ne: plain words\nf: ~\ng: [x, y]\nh: '1'\n")
    assert found.issues == []
    assert found.data == {
        "a": 1,
        "b": 1.5,
        "c": True,
        "d": dt.date(2027, 2, 4),
        "e": "plain words",
        "f": None,
        "g": ("x", "y"),
        "h": "1",
    }


def test_every_value_knows_its_line_and_column():
    found = read("a:\n  - b: one\n    c: two\n")
    assert found.mark(("a", 0, "c")) == Mark(3, 8)
    assert found.key_mark(("a", 0, "c")) == Mark(3, 5)
    assert found.mark(("a", 0, "missing", "deeper")) == Mark(2, 5)


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF"])
def test_a_word_that_other_programs_read_as_true_or_false_needs_quotes(word):
    assert told(f"a: {word}\n") == [
        f'a.yml:1:4: {word} without quotes is read as true or false. Write "{word}" in quotes.'
    ]


def test_a_number_with_a_leading_nought_stays_text():
    assert read("a: 0300 131 2789\nb: 0300\n").data == {"a": "0300 131 2789", "b": "0300"}


def test_nesting_has_an_end():
    depth = DEEPEST + 5
    assert told("[" * depth + "]" * depth)[0].endswith(
        "nested too deeply. Check the indents above."
    )


def test_very_deep_nesting_does_not_break_the_parser():
    assert len(told("[" * 200_000)) == 1


def test_a_second_document_is_refused():
    assert told("a: 1\n---\nb: 2\n") == [
        "a.yml:2:1: a second document starts here. Take out the line '---'."
    ]


def test_a_mapping_used_as_a_key_is_refused():
    assert told("? {a: 1}\n: b\n") == [
        "a.yml:1:3: a key must be plain text. Check the indent and the brackets."
    ]


def test_control_characters_are_reported_where_they_stand():
    (only,) = told("a: one\nb: t\x07wo\n")
    assert only == (
        "a.yml:2:5: there is an invisible control character here. "
        "Delete it and type the text again."
    )


mangled = st.one_of(
    st.text(),
    st.binary().map(lambda raw: raw.decode("latin-1")),
    st.lists(
        st.sampled_from([*EVENT.splitlines(), *FORCES.splitlines(), "\t", "- ", "? ", "|", "&a *a"])
    ).map("\n".join),
)


@settings(max_examples=100, deadline=None)
@given(text=mangled)
def test_no_yaml_however_mangled_gives_a_traceback(tmp_path_factory, text):
    root = small_project(tmp_path_factory.mktemp("p"), events=text.encode("utf-8", "surrogatepass"))
    for line in problems(root):
        assert line.startswith(("data/", "docs/"))
        assert "\n" not in line


def test_a_quote_that_is_not_closed_is_reported_where_it_opens():
    said = (
        "a quote is opened here but not closed. "
        "Close the quote, or put text that holds such a quote in quotes of the other kind."
    )
    assert told('a: "open\nb: 1\nc: 2\n') == [f"a.yml:1:4: {said}"]
    assert told('a: "open\nb: 1\nc: "closed"\n') == [f"a.yml:1:4: {said}"]
    assert told("a: 'Jo's place'\nb: 1\n") == [f"a.yml:1:4: {said}"]


def test_what_git_could_not_join_is_one_message():
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n"
    assert told(text) == [
        "a.yml:2:1: git has left two versions here. "
        "Keep one of them, and take out the lines <<<<<<<, ======= and >>>>>>>."
    ]


def test_words_behind_a_hash_are_not_cut_off_in_silence():
    assert told("a: Room #4\nb: 1  # a comment\nc: 'Room #4'\nd: Room#4\n# e #5\n") == [
        "a.yml:1:9: ' #' begins a comment, so '#4' is cut off. "
        "Put the text in quotes, or a space after the '#' of a comment."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a:\n-id: one\n  title: b\n",
            "a.yml:2:2: there is no space after the '-'. Write '- id: one'.",
        ),
        (
            "a:\n- id: one\n   title: b\n",
            "a.yml:3:4: this line begins further in than the one above it. "
            "Begin it with 2 spaces, as the others do.",
        ),
    ],
)
def test_a_line_that_begins_wrongly_is_told_at_its_first_letter(text, said):
    assert told(text) == [said]


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [x]", "!set {a: }"])
def test_a_kind_of_value_that_no_file_may_name_is_told_once(tmp_path, value):
    forces = FORCES.replace("region: north\n", f"region: {value}\n", 1)
    assert problems(small_project(tmp_path, forces=forces)) == [
        "data/forces.yml:13:11: a value cannot begin with '!'. Put the text in quotes, such as "
        '"Tea & talk".'
    ]
