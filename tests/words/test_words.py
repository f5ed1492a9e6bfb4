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
from peerhub.models import Service
from peerhub.pages.tools import tool_texts
from tests.projects import ROOT
from tests.words.reading import Block, blocks, blocks_of, ease, sentences, words
from tests.words.spelling import misspelled

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

LONGEST = 30
"""Words that a sentence outside quotations may have."""

EASE = 60
"""The reading ease that half of the pages reach at least; GOV.UK calls 60 plain English."""

HARDEST = 50
LISTS = {"about/service-description/index.html", "posters/index.html"}
"""Pages that are a list of names and addresses: they have few sentences to measure."""

LEFT_SHORT = {"UK", "NHS", "AA", "OS", "MB"} | set(
    "PDF DOCX ODT ODP ODS XLSX PPTX PNG CSV JSON ICS ZIP RIS EPUB TXT SCORM".split()
)
"""Names that are better known than what they stand for, kinds of file, and terms of a standard
or a licence. The glossary has them all the same."""

NAMES = {"SHOUT", "UNISON", "QR", "CC", "BY", "MIT", "DAISY", "HTML"}
"""What is typed as it stands, and names: of a union, a kind of code, a licence, a consortium, and a
part of the name of the checker that the accessibility statement tells of."""

NEVER = {
    r"commit(s|ted|ting)? suicide": "say 'died by suicide'",
    r"\b(100%|completely|totally|fully) confidential": "peer support has limits",
    r"man up\b": "blame",
    r"\bNPWS requires|the national service requires": "our curriculum is suggested",
    r"two and a half times": "a vendor's claim",
    r"well[- ]liked|speak (well|warmly) of": "nine supporters in one small study",
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
    named = {path.relative_to(built_site).as_posix(): path for path in found}
    return {name: blocks(path) for name, path in named.items() if not name.startswith("cy/")}


@pytest.fixture(scope="module")
def texts(pages) -> dict[str, list[Block]]:
    """What people read: the pages, and the tools that they carry off.

    A page sets words to adapt apart as a quotation; in the tool they are its own.
    """
    tools = {
        f"tool {tool.id}": blocks_of(
            f"<main><h1>{tool.title}</h1>{re.sub('</?blockquote>', '', tool.html)}</main>"
        )
        for tool in tool_texts(load(ROOT))
    }
    assert len(tools) >= 25
    return {**pages, **tools}


def own(page: list[Block]) -> list[str]:
    """Return the hub's own words on a page, without citations, quotations and services."""
    return [block.text for block in page if not block.quoted and not block.urgent]


def test_half_of_all_pages_are_plain_english_and_none_is_hard(pages):
    found = {name: ease(own(page)) for name, page in pages.items() if name not in LISTS}
    assert median(found.values()) >= EASE
    assert {name: round(score) for name, score in found.items() if score < HARDEST} == {}


def test_no_sentence_is_longer_than_thirty_words(texts):
    long = {
        said
        for page in texts.values()
        for block in page
        if not block.quoted and block.tag != "caption"
        for said in sentences(block.text)
        if len(words(said)) > LONGEST
    }
    assert long == set()


def test_every_word_that_people_read_is_in_a_british_dictionary(texts):
    names = {part for force in load(ROOT).forces for part in force.id.split("-")}
    found = {
        f"{name}: {word}"
        for name, page in texts.items()
        for word in misspelled([block.english for block in page if not block.quoted])
        if word not in names
    }
    assert found == set()


@pytest.mark.parametrize("wrong", ["recieve", "behavior", "programme's colour of organization"])
def test_a_slip_and_an_american_spelling_are_found(wrong):
    assert misspelled([f"It is about {wrong} here"]) == {wrong.split()[-1]}


@pytest.mark.parametrize(
    "right", ["programme", "behaviour", "the force's", "Oscar Kilo", "practise"]
)
def test_what_is_british_or_a_name_is_left_alone(right):
    assert misspelled([f"It is about {right}, see example.org/recieve"]) == set()


def test_no_source_holds_a_known_slip():
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


def test_every_short_form_is_spelled_out_at_its_first_use_on_a_page(texts):
    bare = []
    for name, page in texts.items():
        text = "\n".join(own(page))
        for short, long in glossary().items():
            found = re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", text)
            if short in LEFT_SHORT or found is None:
                continue
            until = text[: found.end() + len(long) + 30]
            if long.lower() not in until.lower():
                bare.append(f"{name}: {short}")
    assert bare == []


def test_every_short_form_is_in_the_glossary(texts):
    known = {part for short in glossary() for part in short.split()} | NAMES
    unknown = {
        f"{name}: {short}"
        for name, page in texts.items()
        if not name.startswith("forces/")
        for short in re.findall(r"(?<![\w-])[A-Z]{2,}(?![\w-])", "\n".join(own(page)))
        if short not in known and short.removesuffix("S") not in known
    }
    assert unknown == set()


def test_every_short_form_of_the_glossary_is_met_somewhere_on_the_hub(pages):
    text = "\n".join(
        block.text for name, page in pages.items() if "glossary" not in name for block in page
    )
    unused = {
        short
        for short in glossary()
        if not re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", text)
    }
    assert unused == set()


@pytest.mark.parametrize("banned", NEVER, ids=list(NEVER.values()))
def test_no_page_says_what_may_not_be_said(texts, banned):
    found = [
        f"{name}: {said}"
        for name, page in texts.items()
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


ORGANISER = re.compile(r"^events/")
"""Where an unpublished service may be named: an observance says which body runs it."""


def names_of(service: Service) -> set[str]:
    """Return what a service is called: its name, what stands in brackets, its own short form.

    A staff association may be named as a body that supporters work with. What may not be named is
    its service, or the short form that the data keeps for it.
    """
    shorts = {part.upper() for part in service.id.split("-") if len(part) > 2}
    return {
        re.sub(r"\s*\(.*?\)", "", service.name),
        *re.findall(r"\((.*?)\)", service.name),
        *shorts,
    }


def named(name: str, text: str) -> bool:
    """Return whether a text names it; one word at the head of a sentence may be just a word."""
    if name not in text:
        return False
    head = "" if " " in name or name.isupper() else r"(?<=[a-z,] )"
    return re.search(rf"{head}(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def test_a_name_is_told_from_the_word_it_is_made_of():
    assert named("Mind", "run by the charity Mind")
    assert not named("Mind", "All join in. Mind your knees")
    assert named("CALM", "CALM")
    assert not named("CALM", "Stay calm")


def test_no_service_that_is_to_be_checked_is_named(texts):
    """Its own page has to be opened first: people would look for it, and find old numbers."""
    hidden = [one for one in load(ROOT).services if not one.is_published]
    assert len(hidden) > 20
    found = {
        f"{page}: {name}"
        for page, shown in texts.items()
        if not ORGANISER.match(page)
        for service in hidden
        for name in names_of(service)
        for block in shown
        if named(name, block.text)
    }
    assert found == set()


def test_where_confidentiality_is_mentioned_its_limits_are(texts):
    limits = re.compile(
        r"\blimit|at risk|must be reported|have to report|what cannot", re.IGNORECASE
    )
    silent = []
    for name, page in texts.items():
        text = "\n".join(own(page))
        # A card or a form may hold the limits in words set apart: they count as well.
        whole = "\n".join(block.text for block in page)
        speaks = re.search(r"\bconfidential|stays private|kept private", text)
        if speaks and not limits.search(whole):
            silent.append(name)
    assert silent == []
