"""Services: what their words in other languages must say of themselves."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.components import specimens as some


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"say": "Gwasgwch 2"}, "translation"),
        ({"translation": "draft"}, "there are no words to translate here"),
        ({"translation": "checked", "name": "Y Llinell"}, "nobody has signed it off"),
    ],
)
def test_words_in_another_language_say_something_and_whether_they_are_a_draft(words, said):
    with pytest.raises(ValidationError) as refused:
        some.service(words={"cy": words})
    assert said in str(refused.value)


def test_a_service_may_have_no_other_words_or_a_draft():
    assert some.service(words={}).words == {}
    named = some.service(words={"cy": {"translation": "draft", "name": "Y Llinell"}})
    assert named.words["cy"].is_draft
