"""The lint itself: it finds what it is there to find."""

from __future__ import annotations

import pytest

from peerhub.feeds.calendar import calendars
from tests.feeds.rfc5545 import lint
from tests.invented import catalogue, meeting

SOUND = calendars(catalogue(meeting()))["events/calendar.ics"].encode()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"\r\n", b"\n", "3.1: a line does not end in CRLF"),
        (b"SUMMARY:", b"SUMMARY:" + b"x" * 80, "3.1: a line has 102 octets"),
        (b"Spring", "Spr\u0177\r\n ng".encode()[:4] + b"\r\n " + b"\xb7ng", "3.1: a fold splits"),
        (b"UID:", b"XID:", "3.6: VEVENT has 0 UID"),
        (b"DTSTAMP:20261123T000000Z\r\n", b"", "3.6: VEVENT has 0 DTSTAMP"),
        (b"T123000", b"T093000", "3.8.2.2: it ends"),
        (b"TZID:Europe/London", b"TZID:Europe/Paris", "3.2.19: the zone Europe/London"),
        (b"SEQUENCE:0", b"SEQUENCE:one", "3.8.7.4: SEQUENCE is not a number"),
        (b"STATUS:CONFIRMED", b"STATUS:OPEN", "3.8.1.11: no such STATUS"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", "RFC 5546 3.2.1: a METHOD"),
        (b"END:VEVENT\r\n", b"", "3.4: VEVENT ends as VCALENDAR"),
    ],
)
def test_a_broken_rule_is_found(old, new, said):
    assert lint(SOUND) == []
    assert old in SOUND
    assert any(one.startswith(said) for one in lint(SOUND.replace(old, new)))
