"""What Lighthouse says about a page on a middling phone: four marks, and what cost each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.inspection.inspectors import deno, installed

MARKS = ("performance", "accessibility", "best-practices", "seo")
WHOLE = 100
QUICK = 99
"""The least mark for performance, which a busy machine lowers."""
TRIALS = 3
"""How often a page may try for it. The other marks do not change from one run to the next."""
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"


def report(browser: str, address: str) -> dict[str, Any]:
    """Return Lighthouse's whole report on one address."""
    packages = installed()
    done = deno(
        "run",
        "-A",
        str(packages / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(MARKS)}",
        f"--chrome-flags={FLAGS}",
        CHROME_PATH=browser,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse could not look at {address}: {done.stderr.strip()[-300:]}")
    return dict(json.loads(done.stdout))


def marks(whole: Mapping[str, Any]) -> dict[str, int]:
    """Return the four marks of a report, each of 100."""
    return {name: round(whole["categories"][name]["score"] * 100) for name in MARKS}


def short_of(whole: Mapping[str, Any]) -> list[str]:
    """Return each mark of a report that is too low, with the audits that cost it something."""
    told = []
    for name, mark in marks(whole).items():
        if mark < (QUICK if name == "performance" else WHOLE):
            audits = [
                f"{one['id']} ({whole['audits'][one['id']].get('displayValue', '')})"
                for one in whole["categories"][name]["auditRefs"]
                if one["weight"] and (whole["audits"][one["id"]]["score"] or 0) < 1
            ]
            told.append(f"{name} {mark}: {', '.join(audits)}")
    return told


def faults(browser: str, address: str) -> list[str]:
    """Return what is too low on a page at the best of three trials; one good trial is enough."""
    best: list[str] | None = None
    for _ in range(TRIALS):
        found = short_of(report(browser, address))
        if not found:
            return []
        best = found if best is None or len(found) < len(best) else best
        if any(not one.startswith("performance") for one in found):
            break
    return best or []


def version() -> str:
    """Return the version of Lighthouse that is installed."""
    read = (installed() / "lighthouse" / "package.json").read_text(encoding="utf-8")
    return str(json.loads(read)["version"])
