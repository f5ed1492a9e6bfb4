"""What is said twice in a list, and what two records say that only one may."""

from __future__ import annotations

import pytest

from tests.projects import SERVICES, problems, small_project

NATIONS = "nations: [England]"


def told(tmp_path, old: str, new: str) -> list[str]:
    return problems(small_project(tmp_path, services=SERVICES.replace(old, new)))


@pytest.mark.parametrize(
    ("listed", "column"), [("[England, England]", 22), ("[Wales, England, Wales]", 29)]
)
def test_an_item_that_stands_twice_in_a_list_is_told_at_the_second(tmp_path, listed, column):
    again = listed.strip("[]").split(", ")[-1]
    assert told(tmp_path, NATIONS, f"nations: {listed}") == [
        f"data/services.yml:22:{column}: '{again}' is listed twice. Take one of them out."
    ]


@pytest.mark.parametrize("name", ["Emergency services", "emergency  Services"])
def test_two_services_of_one_name_are_told(tmp_path, name):
    assert told(tmp_path, "name: Helpline", f"name: {name}") == [
        "data/services.yml:17:9: service 'helpline' has the name of '999'. Give each its own, or "
        "join the two."
    ]
