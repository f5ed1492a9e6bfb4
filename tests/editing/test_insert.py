"""A new event in the file: in its place, and not a byte changed elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue.document import read_document
from peerhub.editing import EditError
from peerhub.editing.insert import inserted
from peerhub.editing.yaml_text import record_lines, scalar
from peerhub.models.letters import unseen
from tests.projects import ROOT

FILE = "data/events.yml"
NEW = {"id": "new", "title": "New", "date": dt.date(2027, 3, 1)}
LINES = "- id: new\n  title: New\n  date: 2027-03-01\n"
TWO = """\
# The calendar.
events:

# The first, with a note of its own.
- id: first   # kept
  title: 'First'
  date: 2027-02-01
  summary: >-
    Words on
    two lines.

# The second.
- id: second
  date: 2027-04-01
"""


def put(text: str, fields=NEW, comment: str = "") -> str:
    return inserted(text.encode(), FILE, fields, comment).decode()


def test_an_event_goes_to_its_place_by_date_before_the_comment_of_the_next():
    assert put(TWO) == TWO.replace("    two lines.\n", f"    two lines.\n\n{LINES}")


def test_the_first_event_goes_above_the_comment_of_the_one_that_was_first():
    early = {**NEW, "date": dt.date(2027, 1, 1)}
    new = LINES.replace("2027-03-01", "2027-01-01")
    assert put(TWO, early) == TWO.replace("events:\n", f"events:\n\n{new}")


def test_the_last_event_goes_to_the_end():
    late = {**NEW, "date": dt.date(2027, 12, 1)}
    assert put(TWO, late) == f"{TWO}\n{LINES}".replace("2027-03-01", "2027-12-01")


def test_a_list_out_of_order_gets_its_new_event_at_the_end():
    text = "events:\n- id: b\n  date: 2027-09-01\n- id: a\n  date: 2027-01-01\n"
    assert put(text) == f"{text}\n{LINES}"


def test_an_indented_list_stays_indented():
    text = "events:\n  - id: a\n    date: 2027-01-01\n"
    assert put(text) == f"{text}\n  - id: new\n    title: New\n    date: 2027-03-01\n"


def test_an_empty_list_is_opened_and_its_comment_kept():
    assert put("events: [] # none yet\n") == f"events: # none yet\n\n{LINES}"


def test_another_key_below_the_list_stays_below():
    text = "events:\n- id: a\n  date: 2027-01-01\n\ndefaults:\n  owner: x\n"
    assert put(text) == text.replace("01-01\n", f"01-01\n\n{LINES}", 1)


def test_a_file_of_another_system_keeps_its_line_ends_and_its_mark():
    text = "\ufeff" + TWO.replace("\n", "\r\n")
    made = put(text)
    assert made.startswith("\ufeff# The calendar.\r\n")
    assert made.count("\n") == made.count("\r\n")
    assert LINES.replace("\n", "\r\n") in made


def test_a_file_without_an_end_to_its_last_line_gets_one():
    late = {**NEW, "date": dt.date(2027, 12, 1)}
    assert put(TWO.rstrip("\n"), late) == f"{TWO}\n{LINES}".replace("2027-03-01", "2027-12-01")


def test_a_comment_goes_above_the_new_event():
    assert f"\n\n# By its rule.\n{LINES}" in put(TWO, comment="By its rule.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("events: [{id: a, date: 2027-01-01}]\n", "the list is not written with '- ' lines"),
        ("events:\n  []\n", None),
        ("events:\n- id: [\n", "needs mending first"),
        ("other: 1\n", "needs mending first"),
        ("", "needs mending first"),
    ],
)
def test_a_file_that_cannot_be_added_to_says_why(text, said):
    if said is None:
        assert read_document(put(text).encode(), FILE).data["events"][0]["id"] == "new"
        return
    with pytest.raises(EditError, match=said):
        put(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "10:00",
        "0300 131",
        "a: b",
        "a #b",
        "- a",
        "it's",
        "2027-01-01",
        "*",
        "ŵ 🙂",
        "a:",
        "~",
    ],
)
def test_a_word_that_yaml_would_change_is_put_in_quotes(text):
    assert read_document(f"a: {scalar(text)}\n".encode(), FILE).data == {"a": text}


printable = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=200
).filter(lambda text: text.strip() == text and not list(unseen(text)))


@settings(max_examples=150, deadline=None)
@given(title=printable, summary=printable, place=printable, online=st.booleans())
def test_any_words_come_back_as_they_were_written(title, summary, place, online):
    fields = {
        "id": "new",
        "title": title,
        "date": dt.date(2027, 3, 1),
        "where": {"place": place, "online": online},
        "regions": ["north", "yes"],
        "summary": summary,
    }
    found = read_document(("\n".join(record_lines(fields)) + "\n").encode(), FILE)
    assert found.issues == []
    assert found.data == ({**fields, "regions": ("north", "yes")},)


@settings(max_examples=60, deadline=None)
@given(date=st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1)))
def test_the_real_file_keeps_every_byte_around_a_new_event(date):
    real = (ROOT / FILE).read_bytes()
    made = inserted(real, FILE, {**NEW, "date": date})
    block = f"\n- id: new\n  title: New\n  date: {date}\n".encode()
    assert made.count(block) == 1
    assert made.replace(block, b"") == real
