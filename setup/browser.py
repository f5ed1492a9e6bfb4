"""Prints the path of the first browser on this machine that starts, and else what each one said.

It runs on a bare Python, before anything is installed. A browser is tried and not only looked
for: on Ubuntu, `chromium-browser` is a stub that can do nothing but ask for a snap. The variable
CHROMIUM names another one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAGE = "data:text/html,<p>it starts</p>"
TRIAL = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom", PAGE)
LONGEST = 60
"""Seconds a browser may take to show one line; a slow disk needs ten when it is cold."""


def candidates(environ: Mapping[str, str]) -> Iterator[str]:
    """Return the browsers there are: the one that CHROMIUM names alone, or those on the path."""
    named = environ.get("CHROMIUM")
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            yield found
        elif named:
            yield named


def why_not(browser: str) -> str | None:
    """Return why a browser does not start, in its own words, or nothing when it does."""
    try:
        tried = subprocess.run(
            [browser, *TRIAL], capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer in {LONGEST} seconds"
    except OSError as error:
        return str(error.strerror)
    if tried.returncode == 0 and "it starts" in tried.stdout:
        return None
    told = [line.strip() for line in tried.stderr.splitlines() if line.strip()]
    return told[0][:200] if told else f"it ended with status {tried.returncode}"


def first_that_starts(environ: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """Return the first browser that starts, and a line for each that was tried and does not."""
    refused = []
    for browser in candidates(environ):
        reason = why_not(browser)
        if reason is None:
            return browser, refused
        refused.append(f"{browser} does not start: {reason}")
    return None, refused


if __name__ == "__main__":
    browser, refused = first_that_starts(os.environ)
    print(browser or "; ".join(refused))
    sys.exit(browser is None)
