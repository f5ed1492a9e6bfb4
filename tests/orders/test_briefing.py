"""The national briefing: what it says, and that it is drawn once."""

from __future__ import annotations

import dataclasses
import io
from collections import Counter

import pikepdf
import pytest

from peerhub.catalogue import Catalogue, load
from peerhub.models import Stamp
from peerhub.orders import briefing
from peerhub.press.engine.errors import PressError
from peerhub.questions.national_picture import BRIEFING
from tests.nation import REGIONS, TODAY, force, picture, record
from tests.projects import ROOT

STAMP = Stamp("", TODAY, revision=2)


def catalogue(*forces) -> Catalogue:
    site = load(ROOT).site
    return Catalogue(site=site, regions=tuple(REGIONS.values()), forces=forces, as_of=TODAY)


def test_with_nothing_recorded_it_says_so_first():
    found = load(ROOT)
    facts = briefing.briefing_facts(found)
    count = len(found.uk_forces)
    kinds = Counter(force.type for force in found.uk_forces)
    assert facts.figures == (
        ("full", "0", "Peer Support Force"),
        ("towards", "0", "Working towards"),
        ("none", str(count), "Not recorded"),
    )
    assert facts.total == f"{count} UK police forces"
    assert facts.lines == (
        "No force has confirmed anything to the hub yet.",
        f"{kinds['territorial']} territorial forces and {kinds['special']} special police forces; "
        f"{len(found.forces) - count} partners not counted.",
        "0 forces offer mutual aid.",
    )
    assert facts.lists == ()
    assert len(facts.tiles) == count
    assert not any(tile.is_stale for tile in facts.tiles)
    assert "confirmed again" not in facts.map_words + facts.map_key


def test_it_says_what_the_picture_says():
    facts = briefing.briefing_facts(catalogue(*(one.force for one in picture().standings)))
    assert [number for _, number, _ in facts.figures] == ["1", "1", "1"]
    assert facts.lists == (("Peer Support Force", ("A",)), ("Working towards", ("B *",)))
    assert facts.lines[1:] == (
        "1 force offers mutual aid.",
        "1 record has to be confirmed again.",
        "48 trained supporters, over the forces whose count is shown.",
    )


def test_a_record_to_be_confirmed_again_is_marked_on_the_map_in_its_key_and_in_its_words():
    facts = briefing.briefing_facts(catalogue(*(one.force for one in picture().standings)))
    assert [(tile.mark, tile.is_stale) for tile in facts.tiles] == [
        ("full", False), ("towards", True), ("none", False),
    ]  # fmt: skip
    assert facts.map_key.endswith("Dotted edge and !: to be confirmed again.")
    assert facts.map_words.endswith("To be confirmed again: 1.")
    fresh = dataclasses.replace(
        facts, tiles=tuple(dataclasses.replace(tile, is_stale=False) for tile in facts.tiles)
    )
    assert drawing(facts) != drawing(fresh)
    assert "To be confirmed again: 1." in drawing(facts)


def drawing(facts) -> str:
    with pikepdf.open(io.BytesIO(briefing.draw_briefing(facts, STAMP))) as pdf:
        alt = [
            str(one.Alt)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
        return str(pdf.pages[0].Contents.read_bytes()) + " ".join(alt)


def test_nothing_changed_draws_nothing_and_a_change_draws_again(tmp_path, monkeypatch):
    drawn = []

    def draw(facts, stamp):
        drawn.append(facts)
        return f"%PDF {len(drawn)}".encode()

    monkeypatch.setattr(briefing, "draw_briefing", draw)
    held = catalogue(force(peer_support=record()))
    for _ in range(2):
        briefing.print_briefing(tmp_path, held, tmp_path / "site")
    assert len(drawn) == 1
    changed = catalogue(force(peer_support=record(offers_mutual_aid=False)))
    briefing.print_briefing(tmp_path, changed, tmp_path / "site")
    assert len(drawn) == 2
    assert (tmp_path / "site" / BRIEFING).read_bytes() == b"%PDF 2"


def test_the_same_facts_give_the_same_bytes():
    facts = briefing.briefing_facts(catalogue(force(peer_support=record())))
    assert briefing.draw_briefing(facts, STAMP) == briefing.draw_briefing(facts, STAMP)


def test_48_peer_support_forces_fit_and_words_without_end_are_refused():
    real = load(ROOT)
    full = [one.model_copy(update={"peer_support": record()}) for one in real.forces]
    facts = briefing.briefing_facts(dataclasses.replace(real, forces=tuple(full), as_of=TODAY))
    briefing.draw_briefing(facts, STAMP)
    too_much = dataclasses.replace(facts, rules="Word " * 400)
    with pytest.raises(PressError, match=r"do not fit their place \(rules\)\."):
        briefing.draw_briefing(too_much, STAMP)


def test_of_too_many_forces_it_names_some_draws_no_map_and_is_one_sheet_still():
    forces = [
        force(
            f"f{number}",
            name=f"Force {number}",
            short_name=f"Force {number}",
            tile={"row": number // 100, "col": number % 100},
            peer_support=record(),
        )
        for number in range(500)
    ]
    facts = briefing.briefing_facts(catalogue(*forces))
    assert facts.tiles == ()
    assert facts.map_words == facts.map_key == ""
    ((_, named),) = facts.lists
    assert (len(named), named[-1]) == (briefing.MOST_NAMED + 1, "and 440 more forces")
    made = briefing.draw_briefing(facts, Stamp("", TODAY, revision=1))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
