"""The tools of the guidance: every PDF meets both standards, every document opens."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.orders.cards import HELP_CARD, PROMPT_CARDS
from peerhub.orders.tools import print_tools
from peerhub.pages.tools import tool_texts
from tests.office import faults
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("tools")]

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Every tool and card of the real hub, printed into an empty store."""
    catalogue = load(ROOT)
    folder = tmp_path_factory.mktemp("tools")
    report = print_tools(folder, catalogue, tool_texts(catalogue), folder / "site")
    assert report.rendered == report.files
    return folder


def test_every_pdf_of_a_tool_meets_both_standards(made):
    found = sorted((made / "site").rglob("*.pdf"))
    assert len(found) >= 28
    failed = {
        file.name: rules
        for file in found
        for flavour in FLAVOURS
        if (rules := failed_rules(file.read_bytes(), flavour))
    }
    assert failed == {}


def test_a_second_run_makes_nothing(made):
    catalogue = load(ROOT)
    again = print_tools(made, catalogue, tool_texts(catalogue), made / "site")
    assert again.rendered == 0
    assert again.reused == again.files


def test_the_confidentiality_agreement_is_one_page(made):
    with pikepdf.open(made / "site/materials/tools/confidentiality-agreement.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_the_help_card_is_the_size_of_a_bank_card_and_has_two_sides(made):
    with pikepdf.open(made / "site" / HELP_CARD) as pdf:
        sizes = {
            tuple(round(float(side) / 72 * 25.4, 1) for side in page.mediabox[2:])
            for page in pdf.pages
        }
        assert (len(pdf.pages), sizes) == (2, {(85.6, 54.0)})


def test_there_is_a_card_for_every_prompt(made):
    with pikepdf.open(made / "site" / PROMPT_CARDS) as pdf:
        assert len(pdf.pages) == 1 + 5


def _words(document: Path) -> str:
    """Return the words of a flat OpenDocument file."""
    return " ".join(etree.parse(document).find("{*}body").itertext())


def test_every_document_opens_in_libreoffice(made, tmp_path):
    """It is written out as flat XML, for LibreOffice 25.2 writes no field to fill in as text.

    It tries for ever.
    """
    documents = sorted((made / "site").rglob("*.docx")) + sorted((made / "site").rglob("*.odt"))
    assert len(documents) == 2 * len(tool_texts(load(ROOT)))
    for kind in ("docx", "odt"):
        of_kind = [str(one) for one in documents if one.suffix == f".{kind}"]
        home = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", home, "--headless", "--convert-to", "fodt", "--outdir"]
        subprocess.run(
            [*command, str(tmp_path / kind), *of_kind], check=True, capture_output=True, timeout=600
        )
        for tool in tool_texts(load(ROOT)):
            text = _words(tmp_path / kind / f"{tool.id}.fodt")
            assert tool.title in text
            assert len(text.split()) > 30, tool.id


def test_every_document_keeps_the_rules_of_its_format_and_has_headings_that_are_headings(made):
    files = [one for one in (made / "site").rglob("*") if one.suffix in (".docx", ".odt")]
    assert len(files) == 2 * len(tool_texts(load(ROOT)))
    assert {one.name: found for one in files if (found := faults(one))} == {}


def test_documents_are_british_a4_and_tell_nothing_of_the_machine(made):
    days = {f"{one.on}T12:00:00Z" for one in load(ROOT).revisions.values()}
    for file in (made / "site").rglob("*.docx"):
        with zipfile.ZipFile(file) as parts:
            styles = parts.read("word/styles.xml").decode()
            text = parts.read("word/document.xml").decode()
            core = parts.read("docProps/core.xml").decode()
        assert 'w:val="en-GB"' in styles
        assert 'w:val="en-US"' not in styles
        assert 'w:w="11906"' in text
        (moment,) = set(re.findall(r"[\d-]{10}T[\d:]{8}Z?", core))
        assert moment in days
