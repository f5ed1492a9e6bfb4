"""The keys of a record that was typed by hand come into the order of its file."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue.document import read_document
from peerhub.catalogue.kinds import KINDS
from peerhub.mending.order import in_order, own_order
from peerhub.mending.run import mend, write
from tests.projects import EVENT, ROOT, small_project

FIELDS = ["id", "title", "date", "summary"]
OTHERS = "".join(
    f"- id: n{number}\n  title: T\n  # Why\n  date: 1\n  summary: >-\n    # no remark\n    Words\n"
    for number in range(4)
)


def put(text: str, fields=FIELDS) -> tuple[str, list[tuple[int, str]]]:
    document = read_document(text.encode(), "x.yml")
    assert not document.issues
    lines = text.split("\n")
    done = list(in_order(lines, document, "all", fields))
    return "\n".join(lines), done


def test_a_key_takes_its_lines_and_the_remarks_above_it_along():
    text = f"all:\n{OTHERS}- id: new\n"
    tail = "\n# The end\n"
    wrong = (
        "  # Long\n  summary: >-\n    # no remark\n    Words\n\n    more\n  # When\n  date: 2 # x\n"
    )
    wrong += "  title:\n  - a\n    # deep\n  - b\n"
    right = "  title:\n  - a\n    # deep\n  - b\n  # When\n  date: 2 # x\n"
    right += "  # Long\n  summary: >-\n    # no remark\n    Words\n\n    more\n"
    new, done = put(text + wrong + tail)
    assert new == text + right + tail
    assert done == [(text.count("\n"), "put the keys of 'new' in the order of the others")]
    assert put(new) == (new, [])


@pytest.mark.parametrize(
    "record",
    [
        "- id: new\n  date: 2\n",
        "- {id: new, date: 2, title: T}\n",
        "- title: T\n  id: new\n",
        "- id: new\n  other: x\n  title: T\n  date: 2\n",
        "- {}\n",
    ],
    ids=["in-order", "on-one-line", "another-first", "a-key-of-its-own", "nothing"],
)
def test_what_is_in_order_or_cannot_be_told_is_left_as_it_is(record):
    text = f"all:\n{OTHERS}{record}"
    assert put(text) == (text, [])


def test_the_order_is_that_of_most_records_and_then_that_of_the_model():
    assert own_order([["id", "b", "a"]] * 2 + [["id", "a", "b"]], ["id", "a", "b"]) == [
        *("id", "b", "a")
    ]
    assert own_order([["id", "b", "a"], ["id", "a", "b"]], ["id", "a", "b"]) == ["id", "a", "b"]


def test_where_records_make_a_circle_there_is_no_order():
    assert own_order([["a", "b"], ["b", "c"], ["c", "a"]], ["a", "b", "c"]) is None
    text = "all:\n- a: 1\n  b: 1\n- b: 1\n  c: 1\n- c: 1\n  a: 1\n- a: 1\n- b: 1\n"
    assert put(text) == (text, [])


def test_few_records_have_no_order_that_could_be_seen():
    text = "all:\n" + "- id: a\n  title: T\n  date: 1\n" * 3 + "- id: b\n  date: 1\n  title: T\n"
    assert put(text) == (text, [])


def test_line_ends_of_windows_stay():
    text = f"all:\n{OTHERS}- id: new\n  date: 2\n  title: T\n".replace("\n", "\r\n")
    new, done = put(text)
    assert len(done) == 1
    assert new.endswith("- id: new\r\n  title: T\r\n  date: 2\r\n")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_file_of_the_hub_is_in_its_own_order(kind):
    text = (ROOT / kind.path).read_text(encoding="utf-8")
    document = read_document(text.encode(), kind.path)
    fields = list(kind.model.model_fields)
    assert not list(in_order(text.split("\n"), document, kind.key, fields))


VALUES = ("1", "'x: # y'", "[a, b]", ">-\n    # no remark\n    Words", "\n  - a\n  - b # c")
LINES = st.permutations(FIELDS[1:]).flatmap(
    lambda keys: st.tuples(
        st.just(keys[: len(keys)]),
        st.lists(st.sampled_from(VALUES), min_size=3, max_size=3),
        st.lists(
            st.sampled_from(("", "  # Remark ŵ\n", "    # Deeper\n", "\n")), min_size=3, max_size=3
        ),
    )
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(LINES, min_size=5, max_size=7))
def test_no_line_and_no_meaning_is_lost_and_twice_is_once(records):
    text = "all:\n"
    for number, (keys, values, remarks) in enumerate(records):
        text += f"- id: n{number}\n"
        text += "".join(
            f"{remark}  {key}: {value}\n"
            for key, value, remark in zip(keys, values, remarks, strict=True)
        )
    new, _ = put(text)
    assert Counter(new.split("\n")) == Counter(text.split("\n"))
    assert read_document(new.encode(), "x.yml").data == read_document(text.encode(), "x.yml").data
    assert put(new) == (new, [])


def test_fix_puts_an_event_in_order_and_does_nothing_the_second_time(tmp_path):
    ((_, head),) = [EVENT.split("events:\n", 1)]
    more = "".join(head.replace("open-day", f"open-day-{number}") for number in (2, 3, 4))
    keys = head.rstrip("\n").split("\n  ")
    odd = "\n  ".join([keys[0].replace("open-day", "odd"), *keys[:0:-1]]) + "\n"
    project = small_project(tmp_path, events=EVENT + more + odd)
    work = mend(project, dt.date(2026, 12, 1))
    assert [one.what for one in work.changes] == [
        "put the keys of 'odd' in the order of the others"
    ]
    write(work)
    assert mend(project, dt.date(2026, 12, 1)).changes == []
    assert (project / "data/events.yml").read_text() == EVENT + more + head.replace(
        "open-day", "odd"
    )
