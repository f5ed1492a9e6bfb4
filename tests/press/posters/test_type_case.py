"""The type case: a poster has each face once, and a letter that the case lacks all the same."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from peerhub.press.engine.conform import save
from peerhub.press.engine.our_type import HOME, WEIGHTS
from peerhub.press.posters.job import POSTER
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.type_case import LETTERS
from peerhub.press.posters.typeset import Typesetter
from tests.press.samples import job


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(Materials(HOME))


def faces(content: bytes) -> list[str]:
    """Return the name of each face that is embedded, without the tag of its subset."""
    with pikepdf.open(BytesIO(content)) as pdf:
        told = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        held = [one for one in told if one.get("/Type") == pikepdf.Name.FontDescriptor]
        assert all("/FontFile2" in one for one in held)
        return sorted(str(one.FontName).partition("+")[2] for one in held)


def said(content: bytes) -> str:
    return pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("shape", [POSTER, "a5", "wallet", "screen", "large"])
def test_a_poster_of_three_layers_has_each_face_once(setter, shape):
    content = save(setter.set(job(), shape))
    assert faces(content) == ["Hub-Print", "Hub-Print-Bold", "Hub-Print-Ultra-Bold"]


def test_every_letter_of_the_case_can_be_read_from_a_poster(setter):
    name = "ŵŷâêîôû & O'Neill’s – fi fl Ŵ"
    content = save(setter.set(job("north", name)))
    assert name in " ".join(said(content).split())
    assert len(faces(content)) == len(WEIGHTS)


def test_a_letter_that_the_case_lacks_comes_in_a_subset_of_its_own(setter):
    assert "Ł" not in LETTERS
    content = save(setter.set(job("north", "Łódź Police")))
    assert "Łódź Police" in said(content)
    assert len(faces(content)) == len(WEIGHTS) + 1
    # What is set next is as if it had not been.
    assert len(faces(save(setter.set(job())))) == len(WEIGHTS)


def test_the_same_poster_is_the_same_bytes_from_another_setter(setter):
    other = Typesetter(Materials(HOME))
    for one in (job(), job("north", "Łódź Police")):
        assert save(setter.set(one)) == save(other.set(one))
