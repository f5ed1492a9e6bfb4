"""A check tries the posters whose words have changed, and no others, and says which do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.catalogue import Issues, load
from peerhub.catalogue.fit_ledger import not_seen_to_fit, write_fit_ledger
from peerhub.hub import Hub
from peerhub.models import Stamp
from tests.projects import ROOT, in_english, reworded

HUB = load(ROOT)
STAMP = Stamp(HUB.site.edition, HUB.site.dated)
ONE = in_english(HUB.posters[0], sizes=("a4",))


def opened(monkeypatch, *posters):
    changed = replace(HUB, posters=posters)
    monkeypatch.setattr(Hub, "open", classmethod(lambda *_: Hub(ROOT, changed, STAMP)))


def test_every_design_has_been_seen_to_fit():
    assert not_seen_to_fit(ROOT, HUB.posters) == []


def test_only_what_is_printed_has_to_be_tried_again(tmp_path):
    write_fit_ledger(tmp_path, HUB.posters)
    owned = HUB.posters[0].model_copy(update={"summary": "Another summary.", "code": "Z9"})
    assert not_seen_to_fit(tmp_path, [owned]) == []
    said = reworded(HUB.posters[0], who="Other words.")
    assert not_seen_to_fit(tmp_path, [said, *HUB.posters[1:]]) == [said]


def test_a_headline_that_is_too_long_is_named_at_its_place(monkeypatch):
    long = ("Talk to somebody who has been there themselves, and who knows what it is like",)
    opened(monkeypatch, reworded(ONE, headline=long), *HUB.posters[1:])
    with pytest.raises(Issues) as refused:
        Hub.proven(ROOT)
    (fault,) = refused.value.issues
    lines = (ROOT / "data/posters.yml").read_text().splitlines()
    assert lines[fault.line - 1].strip() in ("headline:", f"- {ONE.english.headline[0]}")
    assert "do not fit their place" in fault.message
    assert (fault.code.value, fault.hint) == ("PH024", "Use fewer or shorter words there.")


def test_a_design_that_fits_is_sound(monkeypatch):
    opened(monkeypatch, reworded(ONE, who="People like you."), *HUB.posters[1:])
    assert Hub.proven(ROOT).root == ROOT
