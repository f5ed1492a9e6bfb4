"""What a module asks of a force's own teams is asked once, and not until nobody hears it."""

from __future__ import annotations

import re

from peerhub.catalogue import load
from tests.projects import ROOT

TEAMS = re.compile(r"professional\s+standards\s+teams")


def test_the_teams_that_agree_the_limits_are_named_at_most_once_in_a_module():
    hub = load(ROOT)
    told = {}
    for module in hub.modules:
        text = hub.texts[module.id]
        words = " ".join((text.participant, text.trainer, module.model_dump_json()))
        told[module.id] = len(TEAMS.findall(words))
    assert {one: number for one, number in told.items() if number > 1} == {}
    assert any(told.values())
