"""The words of the built site: easy to read, spelled as in Britain, spelled out, and true."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from peerhub.catalogue import load
from tests.projects import ROOT
from tests.words.reading import Block, blocks, ease, sentences, words

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

LONGEST = 30
"""Words that a sentence outside quotations may have."""

EASE = 60
"""The reading ease that half of the pages reach at least; GOV.UK calls 60 plain English."""

HARDEST = 50
LISTS = {"about/service-description/index.html", "posters/index.html"}
"""Pages that are a list of names and addresses: they have few sentences to measure."""

LEFT_SHORT = {"UK", "NHS", "AA", "OS", "MB"} | set(
    "PDF DOCX ODT ODP ODS PPTX CSV JSON ICS ZIP RIS".split()
)
"""Names that are better known than what they stand for, kinds of file, and terms of a standard
or a licence. The glossary has them all the same."""

NAMES = {"SHOUT"}
"""What is typed as it stands."""

NEVER = {
    r"commit(s|ted|ting)? suicide": "say 'died by suicide'",
    r"\b(100%|completely|totally|fully) confidential": "peer support has limits",
    r"man up\b": "blame",
    r"\bNPWS requires|the national service requires": "our curriculum is suggested",
    r"two and a half times": "a vendor's claim",
    r"£75,000": "a wrong figure for the fine",
    r"BLUELIGHT to|jo@samaritans|0808 164 0123|0300 012 0030": "a contact that is not confirmed",
    r"111.{0,20}option 2": "wording that has changed",
    r"structured interview|monitor and refer": "phases of ESTIP that are not current",
    r"peer support (prevents|cuts|reduces|saves)": "an effect that nobody has shown",
    r"evidence shows that peer support works": "a claim that nobody can make",
    r"(Gravel|McKay),? a serving": "both are retired",
}
"""Words that stand nowhere outside quotation marks, and why."""

DENIED = re.compile(r"\b(not|never|nobody|proven|proof)\b|n't\b", re.IGNORECASE)
"""A sentence that has one of these says it is not so, or asks."""


@pytest.fixture(scope="module")
def pages(built_site) -> dict[str, list[Block]]:
    found = sorted(built_site.rglob("*.html"))
    return {path.relative_to(built_site).as_posix(): blocks(path) for path in found}


def own(page: list[Block]) -> list[str]:
    """Return the hub's own words on a page, without citations, quotations and services."""
    return [block.text for block in page if not block.quoted and not block.urgent]


def test_half_of_all_pages_are_plain_english_and_none_is_hard(pages):
    found = {name: ease(own(page)) for name, page in pages.items() if name not in LISTS}
    assert median(found.values()) >= EASE
    assert {name: round(score) for name, score in found.items() if score < HARDEST} == {}


def test_no_sentence_is_longer_than_thirty_words(pages):
    long = {
        said
        for page in pages.values()
        for block in page
        if not block.quoted and block.tag != "caption"
        for said in sentences(block.text)
        if len(words(said)) > LONGEST
    }
    assert long == set()


def test_every_word_is_spelled_as_in_britain():
    checked = ["docs", "data", "materials", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
    typos = Path(sys.executable).with_name("typos")
    told = subprocess.run(
        [typos, "--format", "brief", *checked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout == ""


@cache
def glossary() -> dict[str, str]:
    """Return the short forms of the glossary, each with what it stands for."""
    text = (ROOT / "docs/about/glossary.md").read_text(encoding="utf-8").split("## Words")[0]
    found = {}
    for short, long in re.findall(r"^(\S.*)\n:   (.+)$", text, re.MULTILINE):
        for one in short.split(" and "):
            found[one] = re.split(r"[.:]", long)[0]
    return found


def codes() -> set[str]:
    """Return the letters that forces have on the map; a table beside it has their names."""
    return {force.tile.code for force in load(ROOT).forces if getattr(force.tile, "code", None)}


def test_every_short_form_is_spelled_out_at_its_first_use_on_a_page(pages):
    bare = []
    for name, page in pages.items():
        text = "\n".join(own(page))
        for short, long in glossary().items():
            found = re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", text)
            if short in LEFT_SHORT or found is None:
                continue
            until = text[: found.end() + len(long) + 30]
            if long.lower() not in until.lower():
                bare.append(f"{name}: {short}")
    assert bare == []


def test_every_short_form_is_in_the_glossary(pages):
    known = {part for short in glossary() for part in short.split()} | NAMES
    unknown = {
        f"{name}: {short}"
        for name, page in pages.items()
        if not name.startswith("forces/")
        for short in re.findall(r"(?<![\w-])[A-Z]{2,}(?![\w-])", "\n".join(own(page)))
        if short not in known and short.removesuffix("S") not in known
    }
    assert unknown == set()


@pytest.mark.parametrize("banned", NEVER, ids=list(NEVER.values()))
def test_no_page_says_what_may_not_be_said(pages, banned):
    found = [
        f"{name}: {said}"
        for name, page in pages.items()
        for block in page
        for said in sentences(block.text)
        if re.search(banned, said, re.IGNORECASE) and not DENIED.search(said)
    ]
    assert found == []


def test_no_service_that_is_to_be_checked_is_named_with_its_number(pages):
    services = load(ROOT).services
    shown = {one.phone for one in services if one.is_published}
    hidden = {one.phone for one in services if one.phone and not one.is_published} - shown
    for name, page in pages.items():
        text = "\n".join(block.text for block in page)
        assert [number for number in hidden if number in text] == [], name


def test_where_confidentiality_is_mentioned_its_limits_are(pages):
    limits = re.compile(r"\blimit|at risk|must be reported|have to report", re.IGNORECASE)
    silent = []
    for name, page in pages.items():
        text = "\n".join(own(page))
        if re.search(r"\bconfidential|stays private|kept private", text) and not limits.search(
            text
        ):
            silent.append(name)
    assert silent == []
