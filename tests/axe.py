"""What axe finds on a page that keeps somebody out: the rules of WCAG 2.2 AA, and good practice."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": RULES},
    # All that passes is counted, but not described: that takes as long as the whole search.
    "resultTypes": ["violations"],
}
SHOWN = 3


def barriers(page) -> list[tuple[str, list[str]]]:
    """Return each rule that an open page breaks, with the first elements that break it.

    What moves is let come to its end: on a busy machine a colour may be on its way to another.
    """
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [(broken["id"], [node["html"] for node in broken["nodes"]][:SHOWN]) for broken in found]
