"""What is said of a hub in which nothing is wrong."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from peerhub.sound import tell_of_example


@pytest.mark.parametrize(
    ("is_real", "is_demonstration", "lines"),
    [(False, False, 1), (True, False, 0), (False, True, 0)],
)
def test_an_address_that_is_only_an_example_is_told_once(capsys, is_real, is_demonstration, lines):
    site = SimpleNamespace(
        address="https://hub.example/", has_real_address=is_real, demonstration=is_demonstration
    )
    tell_of_example(SimpleNamespace(catalogue=SimpleNamespace(site=site)))
    said = capsys.readouterr().err
    assert said.count("\n") == lines
    if lines:
        assert said == (
            "Warning: data/site.yml: the address https://hub.example/ is only an example. Posters "
            "and their QR codes hold it and lead nowhere. Write the real one before you print any."
            "\n"
        )
