"""What is left over from typing and pasting: words twice, gaps to fill in, days that there are not.

Only what is wrong whoever reads it: a word that may stand twice, and a day that may be meant, are
left alone. Patterns begin with a sign or a digit, since those are found far sooner than words.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from peerhub.faults import Code
from peerhub.models.numbers import is_uk
from peerhub.proofread.text import Found, PageText

_ONCE = frozenset(
    "a an the to of and or in on at by for from with is are was be we you it as if this will can "
    "your our their".split()
)
"""Words that never stand twice, one after the other."""

_GAP = re.compile(
    r"\[(?:insert|add|enter|type|your|name of|date of|x{2,})\b[^\]\n]*\](?![(\[:])", re.IGNORECASE
)
_TO_DO = re.compile(r"(?:TBC|TBD|TODO|FIXME|XXX+|[Ll]orem ipsum)\b")
_ERROR = re.compile(
    r"Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]*\.?"
    r"|#(?:REF|NAME|VALUE|DIV/0|NUM|NULL|SPILL)[!?]|#N/A\b"
)
"""What Word and Excel write where they find nothing."""
_TO_DO_SIGNS = ("TB", "TODO", "FIXME", "XXX", "orem")
"""What each has, and is found far sooner."""
_BRACES = re.compile(r"\\\{\\?\{|\{[ \t]+\{")
_BLANK = re.compile(
    r"(?<!\w)_{4,}(?!\w)|\.{4,}|(?<=: )\.{3}$|^[ ]*[-*] \[[ xX]\](?= )", re.MULTILINE
)
"""How people type a place to fill in: pages have one of their own for it."""
_BLANK_SIGNS = ("____", "....", ": ...", " [ ] ", " [x] ", " [X] ")
"""What each has, and is found far sooner."""
_NOTE = re.compile(r"(?<!\])\[(?:Comment(?:ed)?\b[^\]\n]*|\d{1,2})\](?![(\[:])")
_GARBLED = re.compile("(?:â€|Ã[\x80-\xbf©¨¢ª®´]|Â[\x80-\xbf£]|\ufffd)")
_JOINED = re.compile("[\ufb00-\ufb06]")
_LETTERS = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True)
)
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_WEEKDAY = re.compile(rf"(?P<name>{'|'.join(calendar.day_name)})[, ]+$")
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \u00a0]+(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?:[ ,]+(?P<year>(?:19|20)\d\d)\b)?"
)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\d/-])")
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:])")
_PHONE = re.compile(r"0(?:[ \u00a0]?\d){7,12}(?![\d-])")
_FREE = ("07", "01632960", "08081570", "02079460")
"""So begin mobiles, which another check refuses, and what Ofcom keeps free for examples."""


def leftovers(page: PageText) -> Iterator[Found]:
    """Find what nobody meant to publish."""
    text = page.plain
    yield from _twice(text)
    gaps = _whole(_TO_DO, text) if any(map(text.__contains__, _TO_DO_SIGNS)) else ()
    for found in (*_GAP.finditer(text), *gaps):
        said = f"'{' '.join(found[0].split())[:40]}' is a gap that nobody has filled in"
        yield found.start(), Code.HOUSE_STYLE, said, "Fill it in, or take it out."
    for found in _NOTE.finditer(text) if "[" in text else ():
        said = f"'{found[0][:40]}' is left of a note or a comment in Word"
        hint = "Take it out, or write what it says where it belongs."
        yield found.start(), Code.HOUSE_STYLE, said, hint
    for found in _ERROR.finditer(text) if "Error!" in text or "#" in text else ():
        said = f"'{found[0][:40]}' is what Word or Excel writes where it finds nothing"
        yield found.start(), Code.HOUSE_STYLE, said, "Write what should stand here."
    yield from _of_no_effect(text)
    yield from _letters(text)
    yield from _days(text)
    for found in _whole(_CLOCK, text):
        if int(found["hour"]) > 24 or int(found["minute"]) > 59:
            yield found.start(), Code.TIME, f"there is no time {found[0]}", "Correct it."
    for found in _whole(_PHONE, text):
        digits = re.sub(r"\D", "", found[0])
        if not is_uk(digits) and not digits.startswith(_FREE):
            said = f"'{found[0]}' has {len(digits)} digits and rings nobody"
            yield found.start(), Code.PHONE, said, "Show the number from the data, or look it up."


def _of_no_effect(text: str) -> Iterator[Found]:
    """Find what somebody meant for a line to write on, a box to tick or a call, and is none."""
    for found in _BLANK.finditer(text) if any(map(text.__contains__, _BLANK_SIGNS)) else ():
        sign, what = found[0].strip(), "line to write on"
        hint = "Write \u2026\u2026 there: it becomes a line on paper, and a field on screen."
        if "[" in sign:
            what, hint = "box to tick", "Write the item alone, and checklist: true for its tool."
        said = f"'{sign[:12]}' makes no {what}"
        yield found.end() - len(sign), Code.HOUSE_STYLE, said, hint
    for found in _BRACES.finditer(text) if "{" in text else ():
        said = f"'{found[0]}' begins no call, and is shown as it stands"
        yield found.start(), Code.CALL, said, "Write {{ and }}, without spaces or \\ between."


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern stands and is no part of a longer word, number or address."""
    for found in pattern.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if not (before.isalnum() or before in tuple("_.:/#-=")):
            yield found


def _twice(text: str) -> Iterator[Found]:
    """Find small words that stand twice, at the end of a line and the start of the next too."""
    words = text.lower().split()
    for word in sorted({one for one, two in pairwise(words) if one == two} & _ONCE):
        for found in re.finditer(rf"(?<!\S){word}[ \t]*[ \t\n]{word}(?!\S)", text, re.IGNORECASE):
            yield found.start(), Code.SPELLING, f"'{word}' stands here twice", "Take one out."


def _letters(text: str) -> Iterator[Found]:
    """Find letters that became others on the way here, and two that became one."""
    if text.isascii():
        return
    for found in _GARBLED.finditer(text):
        said = f"'{_word(text, found.start())[:30]}' was garbled on the way here"
        yield found.start(), Code.LETTER, said, "Type the word again."
    for found in _JOINED.finditer(text):
        word = _word(text, found.start())
        said = f"'{word}' has two letters in one, as PDFs have, and no search finds it"
        plain = "".join(_LETTERS.get(one, one) for one in word)
        yield found.start(), Code.LETTER, said, f"Write {plain}."


def _word(text: str, at: int) -> str:
    """Return the word in which a position stands."""
    start = len(text[:at]) - len(text[:at].split()[-1]) if text[:at][-1:].strip() else at
    return text[start:].split()[0].strip(".,;:!?()[]")


def _days(text: str) -> Iterator[Found]:
    """Find days that are in no calendar, and those that fall on another day of the week."""
    for found in _whole(_DATE, text) if any(map(text.__contains__, _MONTHS)) else ():
        named = f"{found['day']} {found['month']}"
        try:
            day = dt.date(int(found["year"] or 2000), _MONTHS[found["month"]], int(found["day"]))
        except ValueError:
            said = f"there is no {named} {found['year'] or ''}".rstrip()
            yield found.start(), Code.TIME, said, "Check the calendar."
            continue
        weekday = _WEEKDAY.search(text, max(0, found.start() - 12), found.start())
        right = calendar.day_name[day.weekday()]
        if found["year"] and weekday and weekday["name"] != right:
            said = f"{named} {day.year} is a {right}"
            yield weekday.start(), Code.TIME, said, "Correct the day of the week, or the date."
    for found in _whole(_SLASHED, text) if "/20" in text or "/19" in text else ():
        said = f"{found[0]} is read as one day by some and as another by others"
        yield found.start(), Code.HOUSE_STYLE, said, "Write the month as a word: 4 March 2027."
