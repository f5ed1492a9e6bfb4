"""Posters: what a design may leave out, and what it must say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.components import specimens as some


def test_a_design_that_speaks_of_privacy_without_limits_is_refused():
    with pytest.raises(ValidationError) as refused:
        some.poster(does=("It stays between us.",), limits="")
    assert "speaks of privacy and does not say its limits" in str(refused.value)


def test_a_design_that_says_nothing_of_privacy_needs_no_limits():
    assert some.poster(does=("We listen.",), is_not="", limits="").limits == ""


def test_a_design_without_a_title_is_refused():
    with pytest.raises(ValidationError) as refused:
        some.poster(title=" ")
    assert "this needs one line of text" in str(refused.value)
