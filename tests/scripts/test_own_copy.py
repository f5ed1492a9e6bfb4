"""A trainer's own copy: what is sound of it, and what it makes of a plan."""

from __future__ import annotations

import json

import pytest

from tests.scripts.deno import asked

KIND = "peer-support-hub-plans"
READ = "(text) => ownCopy.read(text)"
WRITTEN = "(plans) => ownCopy.written(plans)"
APPLIED = "(given, plans) => ownCopy.applied(given, plans)"
CLOCK = "(steps, own) => ownCopy.clock(steps, own)"
GIVEN = {
    "title": "Day",
    "days": [
        {
            "title": "Day 1",
            "rows": [
                {"key": "welcome", "title": "Welcome", "kind": "session", "minutes": 10},
                {
                    "key": "listening-2",
                    "module": "listening",
                    "minutes": 30,
                    "steps": [
                        ["listening-2.settle", "Settle", 10, "must", "Talk", "A", 1, []],
                        ["listening-2.practice", "Practice", 20, "must", "Threes", "B", 2, [0]],
                    ],
                },
            ],
        }
    ],
}


def own(*calls):
    return asked(["own-copy.js"], calls)


def saved(plans) -> str:
    return json.dumps({"kind": KIND, "plans": plans})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '{"plans": {}}',
        saved(None).replace("null", "7"),
        '{"kind": "x"}',
    ],
)
def test_what_is_no_copy_of_ours_is_refused(text):
    assert own([READ, text]) == [None]


def test_only_what_is_sound_of_a_copy_is_taken():
    step = {"note": f"  ŵ O'Neill 🙂 {'x' * 3000}", "minutes": 241, "out": "yes", "name": "A"}
    plans = {
        "listening": {"settle": step, "practice": {"minutes": 2.5}, "BAD KEY": {"out": True}},
        "empty": {"settle": {"note": "   "}},
        "__proto__": {"settle": {"out": True}},
        "odd": 7,
    }
    (found,) = own([READ, saved(plans)])
    assert list(found) == ["listening"]
    assert list(found["listening"]) == ["settle"]
    assert list(found["listening"]["settle"]) == ["note"]
    assert found["listening"]["settle"]["note"].startswith("ŵ O'Neill 🙂 x")
    assert len(found["listening"]["settle"]["note"].encode("utf-16-le")) == 4000


def test_what_is_written_is_read_again():
    plans = {"listening": {"settle": {"note": "Two\nlines", "minutes": 5, "out": True}}}
    (text,) = own([WRITTEN, plans])
    assert own([READ, text]) == [plans]


def test_own_minutes_and_what_is_left_out_move_the_day_and_notes_come_with_their_step():
    plans = {"listening": {"settle": {"out": True}, "practice": {"minutes": 25, "note": "Slowly"}}}
    (after,) = own([APPLIED, GIVEN, plans])
    welcome, module = after["days"][0]["rows"]
    assert welcome == GIVEN["days"][0]["rows"][0]
    assert module["minutes"] == 25
    assert module["steps"] == [
        ["listening-2.practice", "Practice", 25, "must", "Threes", "B", 2, [0], "Slowly"]
    ]
    assert own([APPLIED, GIVEN, {"other": {"settle": {"out": True}}}]) == [GIVEN]


def test_the_clock_of_a_plan_follows_own_minutes():
    steps = [["a", 10], ["b", 20], ["c", 5]]
    mine = {"a": {"minutes": 15}, "b": {"out": True}}
    assert own([CLOCK, steps, {}], [CLOCK, steps, mine]) == [
        [[0, 10], [10, 30], [30, 35]],
        [[0, 15], [15, 15], [15, 20]],
    ]
