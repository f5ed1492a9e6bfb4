"""The tool for mutual aid ranks forces as the program does, and in the same words."""

from __future__ import annotations

import random

from peerhub.components.aid import planner_facts
from peerhub.questions.mutual_aid import CANNOT, TIERS, helpers, who_could_be_asked
from tests.nation import TODAY, force, record
from tests.scripts.deno import asked

RANK = """(facts, id, cannot) => {
  const { found, left } = aidRanking(facts, id, new Set(cannot));
  return [found.map((one) => [one.helper.id, one.order, one.why]), left];
}"""


NATIONS = ("England", "Wales", "Scotland", "Northern Ireland", "Great Britain")


def invented():
    """Return 40 forces of every kind, half of which offer aid."""
    drawn = random.Random(11)
    ids = [f"force-{number}" for number in range(40)]
    return [
        force(
            one,
            type="special" if number % 9 == 8 else "territorial",
            nation=NATIONS[number % 5],
            region=f"region-{number % 4}",
            tile={"row": number // 7, "col": number % 7},
            neighbours=tuple(drawn.sample([other for other in ids if other != one], 2)),
            fixed_crossings=tuple(drawn.sample([other for other in ids if other != one], 1)),
            peer_support=record() if number % 2 else None,
        )
        for number, one in enumerate(ids)
    ]


def test_every_force_is_given_the_same_order_for_the_same_reasons():
    forces = invented()
    offering = helpers(forces, TODAY)
    facts = planner_facts(forces, offering)
    first = offering[0].force.id
    cases = [(one, cannot) for one in forces for cannot in ((), (first,))]
    said = asked(["aid-ranking.js"], [[RANK, facts, one.id, cannot] for one, cannot in cases])
    tiers = set()
    for (affected, cannot), (found, left) in zip(cases, said, strict=True):
        ours = who_could_be_asked(affected, offering, cannot)
        assert found == [
            [one.force.id, [TIERS.index(one.tier), one.steps], " ".join(one.why)] for one in ours
        ]
        tiers |= {one.tier for one in ours}
        reached = {one.force.name for one in ours}
        others = {one.force.name for one in offering} - reached - {affected.name}
        assert {name for name, _ in left} == others
        told = dict(left)
        if cannot and first in {one.force.id for one in who_could_be_asked(affected, offering)}:
            assert told[offering[0].force.name] == CANNOT
    assert len(tiers) >= 4
