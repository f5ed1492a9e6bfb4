"""Faults that were met in the field: what is changed, and what a person then reads."""

from __future__ import annotations

import re
from collections.abc import Callable

PAGE = """\
---
title: Records
description: What to write down, and what to leave out of it.
owner: hub-editors
review_by: 2027-05-01
---

What to write down.
{: .lead }

## What to do next

Read [who to call](/support/).
"""
SUPPORT = PAGE.replace("title: Records", "title: Talk now").replace(
    "Read [who to call](/support/).", "{{ services() }}"
)
NBSP = "\u00a0"
WRAPPED = (
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk%2Fa"
    "&data=05%7C01%7Ca.person%40force.police.uk%7Cx"
)
EVENTS, FORCE, PHONES, EVIDENCE = (
    f"data/{name}.yml" for name in ("events", "forces", "services", "evidence")
)
RECORDS, HELP = "docs/records.md", "docs/support.md"
URGENT, SEARCH, STYLE = (
    f"overrides/{name}"
    for name in ("partials/urgent.html", "assets/js/events.js", "assets/css/20-base.css")
)

Change = Callable[[str], str | None]


def added(words: str) -> Change:
    return lambda text: f"{text}\n{words}\n"


def put(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def event(line: str) -> Change:
    """Put a line in place of the event's line with the same key, or at its end."""
    key = line.split(":")[0]

    def change(text: str) -> str:
        if re.search(rf"^  {key}:", text, re.MULTILINE):
            return re.sub(rf"^  {key}:.*$", lambda _: f"  {line}", text, flags=re.MULTILINE)
        return f"{text}  {line}\n"

    return change


def all_of(*changes: Change) -> Change:
    def change(text: str) -> str | None:
        for one in changes:
            text = one(text) or ""
        return text

    return change


def gone(_: str) -> None:
    return None


def at(start: str) -> Change:
    return all_of(event(f"start: {start}"), event('end: "16:00"'))


def booked(address: str) -> Change:
    return added(f"  booking:\n    by: website\n    url: {address}")


ROWS: list[tuple[str, str, Change, str]] = [
    # text runs nothing
    (
        "a page reaches for the system",
        RECORDS,
        added('{{ contact.__func__.__globals__["__builtins__"].__import__("os").system("id") }}'),
        "is not a call of one macro with plain values.",
    ),
    ("a loop in a page", RECORDS, added("{% for f in forcez %}"), "{% for f in forcez %} is not a"),
    (
        "a file taken in",
        RECORDS,
        added("{% include 'x.md' %}"),
        "{% include 'x.md' %} is not a call",
    ),
    ("raw in a page", RECORDS, added("{% raw %}"), "{% raw %} is not a call."),
    ("a sum in a page", RECORDS, added("{{ 1/0 }}"), "{{ 1/0 }} is not a call of one macro with"),
    (
        "a callout of no kind",
        RECORDS,
        added('{{ callout("limit") }}'),
        "is none of note, care, limi",
    ),
    # times of day
    *(
        (f"an event at {said}", EVENTS, at(said), f"is not a time of day. {remedy}")
        for said, remedy in (
            ('"10.30"', 'Write "10:30", in quotes.'),
            ('"10,30"', 'Write "10:30", in quotes.'),
            ('"T1030"', 'Write "10:30", in quotes.'),
            ('"10-12"', "Write hours and minutes in quotes"),
            ('"1030Z"', "Write hours and minutes in quotes"),
            ('"9:30"', 'Write "09:30", in quotes.'),
        )
    ),
    ("a time without quotes", EVENTS, at("10:30"), "10:30 without quotes is read as a num"),
    ("a curly quote round a time", EVENTS, at("“10:30”"), "the quotes here are curly"),
    # numbers
    (
        "a hard space in a number",
        PHONES,
        put("'999'\n  publish", f"'116{NBSP}123'\n  publish"),
        "there is a hard space, as Word makes.",
    ),
    (
        "a number cut short",
        PHONES,
        put("0300 131 2789", "0300 131 278"),
        "begin with 03 have 11 digits",
    ),
    (
        "a freephone number cut short",
        PHONES,
        put("0300 131 2789", "0808 2000 24"),
        "begin with 0808 have 11 digits",
    ),
    (
        "a short code that is none",
        PHONES,
        put("0300 131 2789", "116 124"),
        "is not the number of a public service",
    ),
    # links
    (
        "a wrapped link in a page",
        RECORDS,
        added(f"[Book]({WRAPPED})"),
        "Write the address inside it: https://www.gov.uk/a",
    ),
    (
        "a wrapped link for booking",
        EVENTS,
        booked(WRAPPED),
        "Write the address inside it: https://www.gov.uk/a",
    ),
    (
        "a mailbox within a link",
        RECORDS,
        added("[Book](https://www.gov.uk/?u=a.person%40force.police.uk)"),
        "the address holds the mailbox 'a.person@force.police.uk'",
    ),
    (
        "a link that runs",
        RECORDS,
        added("[x](javascript:alert(1))"),
        "the link 'x' would run a program",
    ),
    (
        "a picture elsewhere",
        RECORDS,
        added("![A cup](https://a.example/b.png)"),
        "this picture is on another site",
    ),
    (
        "a picture on a disk",
        RECORDS,
        added("![A cup](file:///C:/b.png)"),
        "on one person's computer",
    ),
    # what git leaves
    *(
        (f"a mark {mark}", RECORDS, added(mark), f"git has left the mark '{mark}' here.")
        for mark in (">>>>>>> patch-1", "=======", "||||||| base")
    ),
    ("two versions", EVENTS, added("<<<<<<< main"), "git has left two versions here."),
    # pages
    (
        "two pages at one address",
        "docs/records/index.md",
        lambda _: PAGE,
        "and so has docs/records.md",
    ),
    (
        "the page for help deleted",
        HELP,
        gone,
        "the page is missing: every page leads to it for people who",
    ),
    (
        "pasted Word",
        RECORDS,
        added('<p class="MsoNormal">x<o:p></o:p></p>'),
        "this was pasted from Word",
    ),
    ("a script", RECORDS, added("<script>a()</script>"), "pages run no scripts"),
    (
        "a frame",
        RECORDS,
        added('<iframe src="https://a.example"></iframe>'),
        "nothing from elsewhere is shown",
    ),
    (
        "typed bullets",
        RECORDS,
        added("• one\n• two"),
        "'•' makes no list: it becomes one paragraph.",
    ),
    (
        "bullets without a space",
        RECORDS,
        added("*one\n*two"),
        "makes no list: it becomes one paragraph.",
    ),
    (
        "no line above a list",
        RECORDS,
        added("Bring:\n- one\n- two"),
        "this list is part of the paragraph above it.",
    ),
    # furniture
    ("the bar of help emptied", URGENT, lambda _: "\n", "the file is empty."),
    ("a script that breaks off", SEARCH, added("function (\n"), "the script breaks off here"),
    ("a brace left open", STYLE, added(".a { color: red;"), "'{' is opened here and not closed."),
    # YAML
    ("& first", EVENTS, event("title: & friends"), "a value cannot begin with '&'."),
    ("* first", EVENTS, event("title: *Spring* day"), "a value cannot begin with '*'."),
    ("! first", EVENTS, event("title: !important day"), "a value cannot begin with '!'."),
    ("? first", EVENTS, event("title: ? day"), "a value cannot begin with '?'."),
    (
        "a hard space for an indent",
        EVENTS,
        put("  kind:", f"{NBSP}{NBSP}kind:"),
        "there is a hard space",
    ),
    ("no colon", EVENTS, put("kind: networking", "kind networking"), "a key here has no colon."),
    (
        "a wide colon",
        EVENTS,
        put("kind: networking", "kind： networking"),
        "this colon is not a plain one.",
    ),
    (
        "no comma",
        FORCE,
        put("[westshire]", "[westshire eastshire]"),
        "a comma is missing in 'westshire eastshire'",
    ),
    (
        "a file cut in half",
        FORCE,
        lambda text: text[: len(text) // 2],
        "the file stops in the middle of a line",
    ),
    # events and sources
    (
        "a long title",
        EVENTS,
        event(f"title: {'A day ' * 30}"),
        "Write 100 or fewer: a longer one does not fit on",
    ),
    (
        "a long word",
        EVENTS,
        event(f"title: A{'b' * 89}"),
        "is one word of 90 letters. Write words of 60",
    ),
    (
        "moved and not said",
        EVENTS,
        all_of(
            event("rule: First Monday in March"),
            event("date: 2027-03-08"),
            event("kind: observance"),
            event("source: https://www.gov.uk/day"),
        ),
        "say moved_from: and the day by the rule.",
    ),
    (
        "a deadline past the day",
        EVENTS,
        added(
            "  booking:\n    by: email\n    mailbox: contact@oscarkilo.org.uk\n"
            "    closes: 2027-03-09"
        ),
        "booking closes (2027-03-09) after the event starts (2027-03-01).",
    ),
    (
        "a year to come",
        EVIDENCE,
        put("year: 2012", "year: 2102"),
        "its year (2102) is still to come.",
    ),
]


ELSEWHERE = {
    "a call in the title of a module": ("site/test_macros.py", "a_title_is_shown_as_typed"),
    "a calendar folded within an escape": ("feeds/test_icalendar.py", "fold"),
    "a calendar for once that has a name": ("feeds/test_calendar.py", "has_a_name"),
    "a hard space in tel:": ("components/test_services.py", "a_number_is_one_tap_away"),
    "an emptied bar of help, built": ("finish/test_furniture.py", "test_"),
    "a last rename that fails": ("build/test_build.py", "change_over_that_fails"),
    "a kill between two renames": ("build/test_kills.py", "kill"),
    "a mask that hides files": ("build/test_build.py", "whatever_the_mask"),
    "Markdown in a summary": ("models/test_plain_words.py", "test_"),
}
"""The rows that show in what is made: the file of their test, and words of its name."""
