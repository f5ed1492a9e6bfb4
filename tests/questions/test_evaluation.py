"""An evaluation asks about the outcomes of the workshop's own modules."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.evaluation import MOST_ROWS, outcomes_asked
from tests.projects import ROOT

FOUND = load(ROOT)


@pytest.mark.parametrize("identity", sorted(FOUND.workshop_by_id))
def test_every_module_is_asked_about_and_a_page_holds_the_rows(identity):
    workshop = FOUND.workshop_by_id[identity]
    asked = outcomes_asked(workshop, FOUND.module_by_id)
    assert len(asked) <= max(MOST_ROWS, len(workshop.module_ids))
    for module in workshop.module_ids:
        assert FOUND.module_by_id[module].outcomes[0] in asked


def test_a_workshop_of_few_modules_asks_more_about_each():
    day = FOUND.workshop_by_id["coordinator-day"]
    first = FOUND.module_by_id[day.module_ids[0]]
    assert outcomes_asked(day, FOUND.module_by_id)[:4] == first.outcomes[:4]
