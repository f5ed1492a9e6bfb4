"""An indicator: broad groups that split a total, and the part of it that is worth a percentage."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from peerhub.models import Indicator

TALKS = {
    "id": "talks",
    "owner": "hub-editors",
    "review_by": "2027-05-01",
    "title": "Talks",
    "topic": "reach",
    "definition": "How many talks there were.",
    "source": "The tally sheets",
    "counted": "talks",
    "groups": [{"id": "officer", "title": "Officer"}, {"id": "staff", "title": "Staff"}],
    "share": ["staff"],
    "limits": "It counts talks, and not people.",
}


def told(**changed) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        Indicator.model_validate({**TALKS, **changed}, strict=False)
    return [f"{one['msg']} {one['ctx']['hint']}" for one in refused.value.errors()]


def test_a_sound_indicator_says_which_groups_have_a_share():
    found = Indicator.model_validate(TALKS, strict=False)
    assert [one.title for one in found.shared] == ["Staff"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {
                "groups": [{"id": "staff", "title": "Staff"}, {"id": "staff", "title": "Officer"}],
                "share": [],
            },
            "two groups have the id 'staff' Give each its own, or take one of them out.",
        ),
        (
            {"groups": [{"id": "staff", "title": "Staff"}, {"id": "officer", "title": "STAFF"}]},
            "two groups have the title 'staff' Give each its own, or take one of them out.",
        ),
        (
            {"groups": [{"id": "total", "title": "All"}, {"id": "staff", "title": "Staff"}]},
            "a group has the id 'total' Give it another: the sum of all groups is called that.",
        ),
        (
            {"share": ["volunteers"]},
            "there is no group 'volunteers' to take the share of Choose from: officer, staff.",
        ),
        (
            {"share": ["staff", "staff"]},
            "the share names the group 'staff' twice Take one of them out.",
        ),
        (
            {"share": ["staff", "officer"]},
            "the share is of all groups, which is always 100% "
            "Leave out the groups whose part is not worth a percentage.",
        ),
    ],
)
def test_groups_and_share_that_do_not_fit_are_refused(changed, expected):
    assert told(**changed) == [expected]
