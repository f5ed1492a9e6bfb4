"""A number is found however it is set or typed, and never in another number."""

from __future__ import annotations

import pytest

from peerhub.models.sought import holds, places

NUMBER = "01632 960 999"


@pytest.mark.parametrize(
    "text",
    [
        "01632960999",
        "01632 960-999",
        "01632.960.999",
        "(01632) 960 999",
        "+44 1632 960 999",
        "+44 (0)1632 960 999",
        "00441632960999",
        "01632\u00a0960\u202f999",
        "01632\u2060960\ufeff999",
        "01632&nbsp;960&#160;999",
        "01632 **960 999**",
        "_01632_ 960 999",
        r"01632\u00a0960\xa0999",
        "01632\n  960 999",
    ],
)
def test_a_number_is_found_however_it_is_typed(text):
    assert holds(f"Ring {text}.", NUMBER)
    assert len(list(places(f"Ring {text}.", NUMBER))) == 1


@pytest.mark.parametrize("text", ["01632 960 9990", "101632 960 999", "01632 96 0998", "0163296"])
def test_another_number_is_not_it(text):
    assert not holds(text, NUMBER)
