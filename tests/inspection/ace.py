"""What Ace, the checker of the DAISY Consortium, says about how accessible a book is."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from setup.browser import first_that_starts
from tests.inspection.inspectors import deno, installed


def report(book: Path) -> dict[str, Any]:
    """Return Ace's whole report on one EPUB. Exits with one line when Ace cannot look at it."""
    browser, _ = first_that_starts(os.environ)
    program = installed() / "@daisy" / "ace-cli" / "bin" / "ace.js"
    with tempfile.TemporaryDirectory() as place:
        asked = ("run", "-A", str(program), "--outdir", place, "--force", str(book.resolve()))
        done = deno(*asked, PUPPETEER_EXECUTABLE_PATH=str(browser))
        written = Path(place) / "report.json"
        if not written.is_file():
            said = (done.stderr or done.stdout).strip()[-300:]
            raise SystemExit(f"Ace could not look at {book.name}: {said}")
        return dict(json.loads(written.read_bytes()))


def faults(whole: Mapping[str, Any]) -> list[str]:
    """Return what a report finds wrong, each with the part of the book that it stands in."""
    return [
        f"{part['earl:testSubject']['url']}: {one['earl:test']['dct:title']}"
        for part in whole["assertions"]
        for one in part["assertions"]
        if one["earl:result"]["earl:outcome"] == "fail"
    ]


def version(whole: Mapping[str, Any]) -> str:
    """Return the version of Ace, as its report says it."""
    return str(whole["earl:assertedBy"]["doap:release"]["doap:revision"])
