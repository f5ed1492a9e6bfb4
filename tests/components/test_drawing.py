"""A drawing on a page: a picture with a name, and the same in words."""

from __future__ import annotations

from peerhub.components import drawing, small_art
from peerhub.models import Drawing


def one(shape: str = "path") -> Drawing:
    return Drawing.model_validate(
        {
            "id": "a",
            "owner": "hub-editors",
            "review_by": "2027-05-01",
            "title": "Saw & led",
            "shape": shape,
            "says": "Two parts.",
            "parts": [{"label": "I saw <it>", "words": "as a camera would"}, {"label": "It led"}],
        },
        strict=False,
    )


def test_the_picture_has_a_name_and_its_twin_stands_below_it():
    made = drawing(one(), {})
    assert made.count("<svg") == 1
    assert 'role="img" aria-label="Saw &amp; led"' in made
    assert "<ol>\n<li>I saw &lt;it&gt;: as a camera would</li>\n<li>It led</li>\n</ol>" in made
    assert "I saw &lt;it&gt;</text>" in made
    assert "style=" not in made
    assert "\n\n" not in made


def test_parts_without_an_order_are_a_list_without_numbers():
    assert "<ul>" in drawing(one("row"), {})


def test_small_art_is_for_the_eye_alone():
    assert 'aria-hidden="true"' in small_art("<path/>")
    assert small_art("") == ""
