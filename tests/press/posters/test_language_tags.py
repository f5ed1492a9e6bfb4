"""Each run of words in another language says so to readers of tags."""

from __future__ import annotations

from io import BytesIO

import pytest
from pikepdf import Pdf
from weasyprint.urls import URLFetcher

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.html_source import Source
from peerhub.press.posters.language_tags import _runs, tell_languages

TWO = """<!doctype html><html lang="en-GB"><head><title>Tea</title></head>
<body><p>Tea for two</p><p lang="cy">Te i ddau</p></body></html>"""


@pytest.fixture(scope="module")
def drawn():
    return Source(TWO, "file:///", URLFetcher()).render(pdf_tags=True)


def test_only_words_in_another_language_name_theirs(drawn):
    with Pdf.open(BytesIO(drawn.write_pdf(pdf_tags=True))) as pdf:
        tell_languages(pdf, drawn.pages)
        said = [str(tag.get("/Lang", "")) for tag in _runs(pdf.Root.StructTreeRoot)]
    assert said == ["", "cy"]


def test_words_and_tags_that_do_not_agree_are_refused(drawn):
    pdf = Pdf.open(BytesIO(drawn.write_pdf(pdf_tags=True)))
    with pytest.raises(PressError) as fault:
        tell_languages(pdf, [])
    assert str(fault.value).startswith(
        "The document has 0 runs of words, and tags for 2. Check that the version of WeasyPrint"
    )
