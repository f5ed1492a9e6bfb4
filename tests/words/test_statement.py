"""The accessibility statement keeps to the model that the law asks for."""

from __future__ import annotations

import re

import pytest

from tests.projects import ROOT

TEXT = (ROOT / "docs/about/accessibility.md").read_text(encoding="utf-8")
REGULATIONS = (
    "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) "
    "Accessibility Regulations 2018"
)
HEADINGS = (
    "Accessibility statement for the Peer Support Hub",
    "How accessible this website is",
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that’s not within the scope of the accessibility regulations",
    "Preparation of this accessibility statement",
)
"""In the order of GOV.UK's sample statement, which the model statement of the law lies under."""

REQUIRED = (
    "This accessibility statement applies to",
    f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing {REGULATIONS} "
    "(the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, "
    "[contact the Equality Advisory and Support Service (EASS)]",
    f"is committed to making its website accessible, in accordance with {REGULATIONS}.",
    "This website is partially compliant with the [Web Content Accessibility Guidelines version "
    "2.2](https://www.w3.org/TR/WCAG22/) AA standard, due to the non-compliances listed below.",
    "The content listed below is non-accessible for the following reasons.",
    "This statement was prepared on 23 November 2026.",
)


def test_its_sections_stand_in_the_order_of_the_model():
    found = re.findall(r"^##+ (.+)$", TEXT, re.MULTILINE)
    assert [title for title in found if title in HEADINGS] == list(HEADINGS)


@pytest.mark.parametrize("sentence", REQUIRED, ids=range(len(REQUIRED)))
def test_it_holds_the_words_that_may_not_be_changed(sentence):
    assert sentence in TEXT


def test_each_non_compliance_names_its_success_criterion():
    part = TEXT.split("### Non-compliance with the accessibility regulations")[1].split("\n#")[0]
    listed = [one for one in part.split("\n\n") if one.startswith("**")]
    assert listed
    for one in listed:
        assert re.search(r"This fails WCAG 2\.2 success criterion \d\.\d\.\d+ \([A-Z]", one), one


def test_people_in_northern_ireland_have_their_own_commission():
    assert "Equality Commission for Northern Ireland (ECNI)" in TEXT


def test_it_claims_no_use_that_nobody_has_tried():
    said = re.search(r"Nobody has tried the hub with (.+?)\.", TEXT)
    assert said is not None
    assert said[1] == "a screen reader, a screen magnifier or speech recognition"
