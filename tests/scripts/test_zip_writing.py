"""A browser writes a ZIP with the same bytes as the program."""

from __future__ import annotations

import random

from peerhub.bundle import bundled
from tests.scripts.deno import asked

SCRIPTS = ("zip-sum.js", "zip-writing.js")
WHOLE = """(files, dated) => zipWriting.pieces(
  files.map(([name, content]) => ({ name, content: Uint8Array.from(content) })), dated,
).flatMap((piece) => [...piece])"""


def test_the_bytes_are_those_of_the_program_whatever_the_names_the_day_and_the_contents():
    noise = random.Random(11).randbytes(2000)
    files = [("a/plain.txt", b"one\r\n"), ("a/ŵyl – O'Neill 🙂.pdf", noise), ("empty", b"")]
    dates = ((2026, 11, 28, 0, 0, 0), (1980, 1, 1, 23, 59, 58), (2107, 12, 31, 12, 30, 30))
    calls = [[WHOLE, [(name, list(content)) for name, content in files], one] for one in dates]
    calls.append([WHOLE, [], dates[0]])
    said = asked(SCRIPTS, calls)
    assert [bytes(one) for one in said] == [
        *(bundled(files, compress=False, dated=one) for one in dates),
        bundled([], compress=False),
    ]
