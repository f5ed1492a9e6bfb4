"""The indicators of the evaluation kit, each with what it counts and what it cannot show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.evidence import cite
from peerhub.components.render import render
from peerhub.models import Indicator, Reference
from peerhub.models.indicator import Topic

TOPIC_NAMES: Mapping[Topic, str] = {
    "fidelity": "Done as agreed",
    "reach": "Reach",
    "load": "Supporters' load",
    "wellbeing": "Supporters' wellbeing",
    "help-seeking": "Seeking help",
    "stigma": "Stigma",
    "referral": "Pointing on",
    "reaction": "Training: how it was",
    "learning": "Training: what was learned",
    "behaviour": "Training: what is done",
}
"""What each topic is called where readers see it."""


@dataclass(frozen=True)
class _Shown:
    """One indicator in the words that readers see."""

    about: Indicator
    topic: str
    sources: Sequence[Markup]


def indicator_list(
    indicators: Sequence[Indicator], sources: Mapping[str, Reference], level: int = 3
) -> Markup:
    """Return the indicators as a list, each below a heading of a level. `sources` are by id."""
    shown = [
        _Shown(one, TOPIC_NAMES[one.topic], [cite(sources[each]) for each in one.evidence])
        for one in indicators
    ]
    return render("indicator_list", indicators=shown, level=level)
