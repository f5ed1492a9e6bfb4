"""What a page looks like, in measures that hold on any machine: places, widths and colours.

Pixels differ from one system's drawing of letters to another's; the places of landmarks do not,
since the type is ours and comes with the page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

KEPT = Path(__file__).with_name("landmarks.json")
KINDS = (
    "/",
    "/support/",
    "/train/",
    "/train/workshops/supporter-course/",
    "/train/modules/listening/",
    "/forces/kent/",
    "/posters/",
    "/network/",
    "/guidance/supervision/",
    "/evidence/",
)
WIDTHS = {390: 844, 1280: 900}
MEASURE = """() => {
  const found = {};
  for (const [name, chosen] of Object.entries({
    urgent: ".urgent", masthead: ".masthead", sections: ".sections", talk: ".talk",
    title: "main h1", lead: "main h1 + p", side: ".side, .contents", heading: "main .prose > h2",
    foot: ".colophon",
  })) {
    const one = [...document.querySelectorAll(chosen)].find((each) => each.checkVisibility());
    if (!one) continue;
    const box = one.getBoundingClientRect();
    const look = getComputedStyle(one);
    found[name] = {
      left: Math.round(box.left), width: Math.round(box.width),
      top: name === "foot" || name === "heading" ? null : Math.round(box.top),
      colours: `${look.color} on ${look.backgroundColor}`,
    };
  }
  return found;
}"""


def measured(browser: Any, address: str) -> dict[str, Any]:
    """Return the landmarks of each kind of page, by its path, width and colour scheme."""
    found = {}
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            page = context.new_page()
            for path in KINDS:
                page.goto(address + path)
                page.evaluate("document.fonts.ready.then(() => true)")
                found[f"{path} {width} {scheme}"] = page.evaluate(MEASURE)
            context.close()
    return found


def kept() -> dict[str, Any]:
    """Return the landmarks as they were kept."""
    return json.loads(KEPT.read_text(encoding="utf-8"))
