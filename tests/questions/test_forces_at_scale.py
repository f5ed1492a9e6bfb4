"""5,000 forces: check, readiness and ranking take little, and grow with n log n."""

from __future__ import annotations

import math

import pytest

from bench.forces import ALLOWED, LIMIT, Taken, fair, measure
from peerhub import pages
from peerhub.catalogue import Catalogue, load
from peerhub.questions.mutual_aid import helpers
from tests.nation import REGIONS, TODAY, force, record
from tests.projects import ROOT

TRIES = 3
"""Other programs may take the caches of a processor at any time, so the best of these counts."""


def is_sound(half: Taken, whole: Taken) -> bool:
    return whole.whole < LIMIT and whole.whole <= ALLOWED * fair(half, whole) * half.whole


def test_5000_forces_stay_under_two_seconds_and_grow_no_faster_than_n_log_n():
    tried = []
    for _ in range(TRIES):
        half, whole = measure(2500, starts=1), measure(5000, starts=1)
        tried.append((half, whole))
        if is_sound(half, whole):
            break
    assert is_sound(*tried[-1]), tried


@pytest.mark.parametrize(
    ("whole", "sound"), [(0.9, True), (2.1, False), (1.6, False)], ids=["good", "slow", "steep"]
)
def test_what_is_slow_or_steep_would_be_refused(whole, sound):
    assert is_sound(Taken(2500, 0.4, 0, 0), Taken(5000, whole, 0, 0)) == sound


def test_n_log_n_is_what_it_says():
    few, many = Taken(1000, 1, 0, 0), Taken(8000, 1, 0, 0)
    assert fair(few, many) == pytest.approx(8 * math.log(8000) / math.log(1000))


def test_who_offers_aid_is_worked_out_once_for_all_pages(monkeypatch):
    asked = []

    def counted(*given):
        asked.append(given)
        return helpers(*given)

    monkeypatch.setattr(pages, "helpers", counted)
    forces = tuple(
        force(f"f{at}", tile={"row": at, "col": 0}, peer_support=record()) for at in range(9)
    )
    site = load(ROOT).site
    made = pages.generated(
        Catalogue(site=site, regions=tuple(REGIONS.values()), forces=forces, as_of=TODAY)
    )
    assert len(asked) == 1
    assert made["forces/f0.md"].count("data-id=") == 8
