"""What people will be able to do is said as an act that somebody can watch."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from peerhub.catalogue import load
from peerhub.models import Module
from peerhub.models.outcome import unseen
from tests.projects import ROOT

REMEDY = "Start with what a person does: explain, show, ask, list, choose …"


@pytest.mark.parametrize(
    "outcome",
    [
        "Understand stress",
        "Have an awareness of stress",
        "Feel confident to ask",
        "Develop an understanding of the role",
        "Recognise stress",
        "Be aware of the limits",
        "Stress",
    ],
)
def test_an_outcome_starts_with_an_act_that_can_be_watched(outcome):
    verb = outcome.split()[0]
    assert unseen(outcome) == (f"the outcome '{outcome}' starts with '{verb}', no act to watch")


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        ("Demonstrate understanding of the role", "understanding"),
        ("Show awareness of the limits", "awareness"),
        ("Show that you are confident in asking", "confident"),
        ("State what you have come to understand", "understand"),
        ("Show confidence", "confidence"),
    ],
)
def test_an_outcome_rests_on_no_state_of_mind(outcome, word):
    assert unseen(outcome) == f"the outcome '{outcome}' rests on '{word}', which nobody can watch"


@pytest.mark.parametrize(
    "outcome", ["Explain the limits", "Sort ten requests", "Say what is confidential, with limits"]
)
def test_an_act_passes(outcome):
    assert unseen(outcome) is None


def test_a_module_with_an_unseen_outcome_is_refused_with_a_remedy():
    module = load(ROOT).modules[0].model_dump(by_alias=True)
    with pytest.raises(ValidationError) as raised:
        Module.model_validate({**module, "outcomes": ("Recognise stress",)})
    (error,) = raised.value.errors()
    assert error["ctx"]["hint"] == REMEDY
