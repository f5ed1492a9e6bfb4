"""Turns what a proposal's job wrote down into a review for the host, and into words beside it.

    python3 setup/review.py SAID THERE --commit SHA --review FILE [--refused]

SAID is the file that `peerhub fix --format review` wrote, in a job that ran the proposal's own
program: nothing in it is believed but what has the right shape. THERE holds the comments that the
proposal has already, one JSON object a line. The review goes to FILE, unless there is nothing new
to suggest; words for the conversation go to standard output. With --refused, when the host did not
take the review, the suggestions are told in words too. Runs on a bare Python.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOST = 40
"""Suggestions in one review: nobody reads more."""
LONGEST = 4000
"""Letters of one of them."""
PLACE = re.compile(r"(?:data|docs)/[\w./-]{1,200}\.(?:yml|md)")
BEGIN = "`peerhub fix`: "
WORDS = "What `peerhub fix` would write. To take one up, press *Commit suggestion*."


def main() -> None:
    """Write the review, and print the words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("said", type=Path)
    parser.add_argument("there", type=Path)
    parser.add_argument("--commit", required=True)
    parser.add_argument("--review", type=Path, required=True)
    parser.add_argument("--refused", action="store_true")
    options = parser.parse_args()
    said = _read(options.said)
    known = {(one.get("path"), one.get("body")) for one in _lines(options.there)}
    comments = list(_comments(said.get("comments")))
    new = [one for one in comments if (one["path"], one["body"]) not in known][:MOST]
    if new and not options.refused:
        review = {"commit_id": options.commit, "event": "COMMENT", "body": WORDS, "comments": new}
        options.review.write_text(json.dumps(review), encoding="utf-8")
    told = list(_elsewhere(said.get("elsewhere")))
    if options.refused:
        told += [f"- `{one['path']}`, line {one['line']}" for one in new]
    if told:
        print("\n## What `peerhub fix` would mend on other lines\n")
        print("\n".join(told[:MOST]))


def _read(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        try:
            one = json.loads(line)
        except ValueError:
            continue
        if isinstance(one, dict):
            yield one


def _comments(held: Any) -> Iterator[dict[str, Any]]:
    """Yield each comment of the right shape, with nothing in it besides."""
    for one in held if isinstance(held, list) else ():
        if not isinstance(one, dict):
            continue
        path, body, line, start = (one.get(key) for key in ("path", "body", "line", "start_line"))
        if not (_is_place(path) and _is_line(line) and isinstance(body, str)):
            continue
        if not body.startswith(BEGIN) or len(body) > LONGEST or "suggestion\n" not in body:
            continue
        comment = {"path": path, "line": line, "side": "RIGHT", "body": body}
        if _is_line(start) and start < line:
            comment |= {"start_line": start, "start_side": "RIGHT"}
        yield comment


def _elsewhere(held: Any) -> Iterator[str]:
    for one in held if isinstance(held, list) else ():
        if isinstance(one, dict) and _is_place(one.get("file")) and _is_line(one.get("line")):
            what = re.sub(r"[`\s]+", " ", str(one.get("what")))[:200]
            yield f"- `{one['file']}`, line {one['line']}: `{what}`"


def _is_place(value: Any) -> bool:
    return isinstance(value, str) and PLACE.fullmatch(value) is not None and ".." not in value


def _is_line(value: Any) -> bool:
    return type(value) is int and 0 < value < 1_000_000


if __name__ == "__main__":
    main()
