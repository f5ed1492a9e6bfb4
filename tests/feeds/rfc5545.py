"""A lint of calendar files: the rules of RFC 5545 that a subscriber's program relies on."""

from __future__ import annotations

import re
from collections import Counter

NAME = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Z-]+=[^:;]+)*):(?P<value>.*)", re.S
)
ONCE = {"VCALENDAR": ("PRODID", "VERSION"), "VEVENT": ("UID", "DTSTAMP", "DTSTART", "DTEND")}
AT_MOST_ONCE = (
    "SUMMARY DESCRIPTION LOCATION SEQUENCE STATUS URL TRANSP LAST-MODIFIED METHOD CALSCALE".split()
)
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}

Property = tuple[str, str, str]
"""A name, its parameters and its value."""


def lint(content: bytes) -> list[str]:
    """Return each rule that a calendar file breaks, with the section that sets it."""
    found: list[str] = []
    if not content.endswith(b"\r\n"):
        found.append("3.1: the last line has no end")
    if re.search(rb"\r(?!\n)|(?<!\r)\n", content):
        found.append("3.1: a line does not end in CRLF")
    physical = content.split(b"\r\n")[:-1]
    for line in physical:
        if len(line) > 75:
            found.append(f"3.1: a line has {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append("3.1: a fold splits a letter")
    lines = content.decode("utf-8", "replace").replace("\r\n ", "").split("\r\n")[:-1]
    return found + _content(lines)


def _content(lines: list[str]) -> list[str]:
    found: list[str] = []
    stack: list[tuple[str, list[Property]]] = []
    zones: set[str] = set()
    uids: Counter[str] = Counter()
    for line in lines:
        match = NAME.fullmatch(line)
        if not match:
            found.append(f"3.1: not a content line: {line!r}")
            continue
        name, parameters, value = match["name"], match["parameters"], match["value"]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            kind, properties = stack.pop()
            found += [] if kind == value else [f"3.4: {kind} ends as {value}"]
            found += _component(kind, properties, zones)
            zones |= {one for name, _, one in properties if name == "TZID"}
            uids.update(one for name, _, one in properties if name == "UID")
        else:
            found += [f"3.1: a control character in {name}"] if CONTROL.search(value) else []
            stack[-1][1].append((name, parameters, value))
    found += [f"3.4: {kind} does not end" for kind, _ in stack]
    names = {match["name"] for match in map(NAME.fullmatch, lines) if match}
    if "METHOD" in names and "ORGANIZER" not in names:
        found.append("RFC 5546 3.2.1: a METHOD needs an ORGANIZER in every event")
    return found + [f"3.8.4.7: the UID {uid} is used {n} times" for uid, n in uids.items() if n > 1]


def _component(kind: str, properties: list[Property], zones: set[str]) -> list[str]:
    counts = Counter(name for name, _, _ in properties)
    found = [
        f"3.6: {kind} has {counts[one]} {one}" for one in ONCE.get(kind, ()) if counts[one] != 1
    ]
    found += [f"3.6.1: {one} twice" for one in AT_MOST_ONCE if counts[one] > 1]
    if kind != "VEVENT" or found:
        return found
    by_name = {name: (parameters, value) for name, parameters, value in properties}
    return [*_times(by_name, zones), *_marks(by_name)]


def _times(by_name: dict[str, tuple[str, str]], zones: set[str]) -> list[str]:
    found = []
    (start_is, start), (end_is, end) = by_name["DTSTART"], by_name["DTEND"]
    if start_is != end_is:
        found.append("3.8.2.2: DTEND is of another type than DTSTART")
    if end <= start:
        found.append(f"3.8.2.2: it ends ({end}) before it starts ({start})")
    if "VALUE=DATE" in start_is:
        return found if re.fullmatch(r"\d{8}", start) else [*found, "3.3.4: not a date"]
    if not re.fullmatch(r"\d{8}T\d{6}", start):
        found.append("3.3.5: not a date and time")
    zone = start_is.removeprefix(";TZID=")
    if zone not in zones:
        found.append(f"3.2.19: the zone {zone} is not defined above")
    return found


def _marks(by_name: dict[str, tuple[str, str]]) -> list[str]:
    found = [
        f"3.8.7: {name} is not in UTC"
        for name in ("DTSTAMP", "LAST-MODIFIED")
        if not re.fullmatch(r"\d{8}T\d{6}Z", by_name[name][1])
    ]
    if not by_name["SEQUENCE"][1].isdecimal():
        found.append("3.8.7.4: SEQUENCE is not a number")
    if by_name["STATUS"][1] not in STATUSES:
        found.append("3.8.1.11: no such STATUS")
    return found
