"""What the Nu HTML checker, the one behind validator.w3.org, says about the pages of a site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.inspection.inspectors import nu_checker
from tests.serving import served

DATA = "Inline script violates Content Security Policy"
"""What is said of JSON-LD in a page. It is data: a browser never runs it, so no policy is asked."""


def told(site: Path, asked_of: list[Path] | None = None) -> dict[str, list[str]]:
    """Return what is said about some HTML files, or all, by address; the others are faultless.

    The pages are served, since the checker holds the policy in each page to the host it comes from.
    """
    held = sorted(site.rglob("*.html")) if asked_of is None else asked_of
    names = [one.relative_to(site).as_posix() for one in held]
    with served(site) as address:
        asked = [f"{address}/{name}" for name in names]
        done = subprocess.run(
            nu_checker("--format", "json", *asked), capture_output=True, check=False
        )
        return by_page(json.loads(done.stderr)["messages"], address)


def by_page(messages: list[Mapping[str, Any]], address: str) -> dict[str, list[str]]:
    """Return messages as lines, by the address of their page without its host."""
    found: dict[str, list[str]] = {}
    for one in messages:
        if one["message"].startswith(DATA) and "application/ld+json" in one.get("extract", ""):
            continue
        page = str(one.get("url", "")).removeprefix(address).removesuffix("index.html")
        found.setdefault(page, []).append(
            f"{one.get('lastLine', 0)}: {one['message']} {one.get('extract', '')!r}"
        )
    return found


def version() -> str:
    """Return the version of the checker, as it says itself."""
    said = subprocess.run(nu_checker("--version"), capture_output=True, text=True, check=True)
    return said.stdout.split()[0]
