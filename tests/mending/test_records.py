"""What a poster's earlier code says of itself to readers."""

from __future__ import annotations

import datetime as dt

from peerhub.catalogue import load
from peerhub.catalogue.poster_ledger import printed
from peerhub.mending.records import wanted_of_poster
from tests.projects import ROOT


def test_the_reason_for_a_new_code_tells_no_number_that_somebody_might_ring():
    found = load(ROOT)
    poster = found.posters[0]
    known = printed(poster, found.services)
    left = tuple(one for one in found.services if one.phone != "116 123")
    code, line = wanted_of_poster(poster, known, left, dt.date(2026, 11, 28))
    assert code != poster.code
    assert line.endswith('why: "It has a number that is no longer to be called."}')
