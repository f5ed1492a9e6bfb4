"""Forms on the screen: what each place to fill in becomes as a field of a page."""

from __future__ import annotations

import re

from lxml import etree

from peerhub.room import ONE, SHORT, filled, head_of, words_of

WIDTHS = re.compile(r"<colgroup>.*?</colgroup>", re.DOTALL)
"""The widths of columns, which are for documents; the screen has a style sheet."""

BOX = '<div class="wide-table">'

CLASSES = {"gap line": "blank-line", "gap cell": "blank-cell"}
"""How a field of one line is shown, where it is not a word's length."""


def for_screen(html: str) -> str:
    """Return HTML with room in which each place to fill in is a field of a form.

    Each table stands in a box of its own, which scrolls where a table is wider than the page.
    """
    whole = filled(WIDTHS.sub("", html), _on_screen)
    return whole.replace("<table", f"{BOX}<table").replace("</table>", "</table></div>")


def _on_screen(place: etree._Element, name: str, number: int) -> None:
    kind = place.get("class", "")
    option = place.getparent().get("class") == "option"
    row = next(place.iterancestors("tr"), None)
    cell = place.getparent()
    if cell.tag == "td":
        cell.set("data-head", head_of(cell))
    lines = len(place)
    tail = place.tail
    place.clear()
    place.tail = tail
    place.set("id", f"blank-{number}")
    if kind == "box" and option:
        _as_option(place, name)
    elif kind == "box" and row is not None and row.get("class") == ONE:
        _as_one_of(row, place, name)
    elif kind == "box":
        place.tag = "input"
        place.set("type", "checkbox")
        place.set("aria-label", name)
    elif kind in ("room", "gap cells"):
        place.tag = "textarea"
        place.set("rows", str(max(lines, SHORT)))
        place.set("aria-label", name)
    else:
        place.tag = "input"
        place.set("type", "text")
        place.set("aria-label", name)
        place.set("class", CLASSES.get(kind, "blank-word"))
    place.set("data-asks", name)


def _as_one_of(row: etree._Element, place: etree._Element, name: str) -> None:
    """Make a box one of those in its row of a table, of which a person takes one."""
    place.tag = "input"
    place.set("type", "radio")
    place.set("aria-label", name)
    group = row.get("data-group") or place.get("id").replace("blank", "choice")
    row.set("data-group", group)
    place.set("name", group)


def _as_option(place: etree._Element, name: str) -> None:
    """Make a box one of the options of its choice, of which a person takes one."""
    option = place.getparent()
    choice = option.getparent()
    place.tag = "input"
    place.set("type", "radio")
    group = choice.get("data-group") or place.get("id").replace("blank", "choice")
    choice.set("data-group", group)
    if not choice.get("role"):
        choice.set("role", "radiogroup")
        choice.set("aria-label", name.removesuffix(words_of(option)).strip(" :"))
    place.set("name", group)
    option.tag = "label"
