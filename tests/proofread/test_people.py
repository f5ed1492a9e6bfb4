"""A name after a rank or a title is told wherever words stand; a role is not."""

from __future__ import annotations

import pytest

from peerhub.proofread.people import named_people
from peerhub.proofread.text import PageText


@pytest.mark.parametrize(
    "name",
    [
        "Sergeant Jane Smith",
        "PC O'Neill",
        "DCI Ŵyn-Jones",
        "Dr. Adeyemi",
        "Mrs Siân Evans",
        "Constable Ali",
    ],
)
def test_a_name_after_a_rank_is_told_where_the_rank_begins(name):
    (found,) = named_people(PageText("", f"Ask {name} about it."))
    assert (found[0], found[1], found[2]) == (4, "PH050", f"'{name}' names a person")


@pytest.mark.parametrize(
    "words",
    [
        "The Chief Constable signs it.",
        "Ask a Special Constable.",
        "Inspector or above.",
        "PC Federation Lead",
        "Dr and nurse",
        "The DI NPWS course",
        "`Sergeant Jane` is code.",
    ],
)
def test_roles_ranks_and_code_are_not_told(words):
    assert list(named_people(PageText("", words))) == []
