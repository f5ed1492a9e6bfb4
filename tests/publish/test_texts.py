"""The words of each kind of file that is handed out: a number is found wherever it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from weasyprint import HTML

from peerhub.bundle import bundled
from peerhub.models import Stamp
from peerhub.models.sought import holds
from peerhub.press.engine.office import OfficeDocument, write
from peerhub.press.engine.readers import COLUMNS, epub, plain_text
from peerhub.publish.texts import text_of

STAMP = Stamp("", dt.date(2026, 11, 28), revision=1)
PLACES = {
    "0300 131 2781": "<p>Ring 0300 131 2781 now.</p>",
    "0300 131 2782": "<p>Ring 0300\u00a0131\u00a02782 now.</p>",
    "0300 131 2783": "<p>Ring 0300 <b>131</b> <i>27</i>83 now.</p>",
    "0300 131 2784": "<table><tr><th>Line</th><td>0300 131 2784</td></tr></table>",
    "0300 131 2785": '<p><a href="tel:03001312785">Ring us</a></p>',
}
"""A number in words, with hard spaces, in runs of letters, in a table, and in a link alone."""
PAGE = f"<html><body><h1>Guide</h1><h2>One</h2>{''.join(PLACES.values())}</body></html>"


def printed(html: str, _) -> bytes:
    return HTML(string=html).write_pdf()


def in_pack(html: str, folder) -> bytes:
    return bundled([("pack/guide.docx", office("docx")(html, folder))])


def office(kind):
    def made(html: str, folder) -> bytes:
        return write(OfficeDocument("a/guide", "A guide", html, STAMP), kind, folder)

    return made


KINDS = {
    "guide.pdf": printed,
    "guide.docx": office("docx"),
    "guide.odt": office("odt"),
    "guide.epub": lambda html, _: epub(html, "A guide", "https://hub.police.uk/a", STAMP),
    "guide.zip": in_pack,
}


@pytest.mark.parametrize("name", KINDS)
def test_a_number_is_found_in_each_kind_of_file_wherever_it_stands(tmp_path, name):
    text = text_of(name, KINDS[name](PAGE, tmp_path))
    assert [one for one in PLACES if not holds(text, one)] == []
    assert not holds(text, "0300 131 2789")


def test_a_number_that_a_line_breaks_is_found_on_paper_and_in_plain_text():
    number = "0300 131 2789"
    narrow = f"<style>p {{ width: 4em }}</style><p>{number}</p>"
    assert holds(text_of("a.pdf", printed(narrow, None)), number)
    words = "w" * (COLUMNS - len(" 0300 131")) + " "
    plain = plain_text(f"<p>{words}{number}</p>", "a", "a", STAMP)
    assert number not in plain.decode()
    assert holds(text_of("a.txt", plain), number)
