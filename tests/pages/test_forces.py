"""A force's page: its purpose, and the order of what stands on it."""

from __future__ import annotations

import re

import pytest

from peerhub.catalogue import Catalogue, load
from peerhub.pages.forces import force_page
from tests.projects import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


def heads(text: str) -> list[str]:
    return re.findall(r"^## ([^{\n]*?)(?: \{.*)?$", text, re.MULTILINE)


@pytest.mark.parametrize("partner", ["jersey", "guernsey", "isle-of-man", "national-crime-agency"])
def test_a_partner_s_page_promises_no_posters(catalogue, partner):
    held = catalogue.force_by_id[partner]
    text = force_page(catalogue, held, ())
    assert "poster" not in text.lower()
    lead = f"Where people at {held.name} can turn for help, and how to tell us what to change here."
    assert f"{lead}\n{{: .lead }}" in text


def test_a_force_s_page_says_what_it_has(catalogue):
    text = force_page(catalogue, catalogue.force_by_id["kent"], ())
    assert "Peer support at Kent Police: what is recorded, posters to print" in text


def test_help_stands_before_the_posters(catalogue):
    found = heads(force_page(catalogue, catalogue.force_by_id["kent"], ()))
    assert found.count("Need to talk now?") == 1
    assert found.index("Need to talk now?") < found.index("Posters")
