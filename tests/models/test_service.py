"""Services: what their Welsh words must say of themselves."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.components import specimens as some


@pytest.mark.parametrize(
    "words",
    [
        {"translation": None},
        {"say_cy": None},
        {"say_cy": None, "name_cy": "Y Llinell", "translation": None},
    ],
)
def test_welsh_words_and_the_state_of_their_translation_come_together(words):
    with pytest.raises(ValidationError) as refused:
        some.service(**words)
    assert (
        "The Listening Line has Welsh words or the state of their translation, and not both"
        in str(refused.value)
    )


def test_a_service_may_have_no_welsh_or_a_draft():
    assert some.service(say_cy=None, translation=None).translation is None
    assert some.service(say_cy=None, name_cy="Y Llinell").translation == "draft"
