"""Long lists in parts: what changes writes its own part, and lists that are alike share theirs."""

from __future__ import annotations

import hashlib
import random

import pytest

from peerhub.seal.list_parts import USUAL, MissingPart, digest_of, in_parts, joined, sound

ROWS = [(f"posters/{number:05}.pdf", f"{number:064}") for number in range(4000)]


def put(rows) -> dict[str, bytes]:
    return {digest_of(text): text.encode() for text in in_parts(rows)}


@pytest.mark.parametrize("rows", [[], [("a", "1")], ROWS, [("ŵ\n", None), ("ŷ", ["1", "2"])]])
def test_what_is_put_in_parts_comes_out_as_it_went_in(rows):
    parts = put(rows)
    assert list(joined(parts, sound(parts, lambda _: parts)).items()) == rows


def test_a_part_has_about_the_usual_number_of_rows():
    assert len(ROWS) / USUAL / 1.5 < len(put(ROWS)) < len(ROWS) / USUAL * 1.5


def test_a_row_that_changes_comes_or_goes_touches_the_parts_beside_it_alone():
    before, chosen = put(ROWS), random.Random("rows")
    for _ in range(30):
        at = chosen.randrange(1, len(ROWS))
        name = ROWS[at][0]
        changed = [*ROWS[:at], (name, "new"), *ROWS[at + 1 :]]
        added = [*ROWS[:at], (f"{ROWS[at - 1][0]}-b", "new"), *ROWS[at:]]
        gone = [*ROWS[:at], *ROWS[at + 1 :]]
        for rows in (changed, added, gone):
            assert len(put(rows).keys() - before.keys()) <= 2


def test_a_missing_part_and_one_that_was_changed_are_named():
    parts = put(ROWS)
    digest = sorted(parts)[3]
    for damaged in ({}, {digest: b"{}"}, {digest: parts[digest] + b" "}):
        held = {**{one: text for one, text in parts.items() if one != digest}, **damaged}
        with pytest.raises(MissingPart) as told:
            sound(parts, lambda _, held=held: held)
        assert told.value.digest == digest
    assert hashlib.sha256(parts[digest]).hexdigest() == digest
