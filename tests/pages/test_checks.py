"""The page of checks explains every code, and its examples are shown and never carried out."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.faults import Code
from peerhub.pages.checks import checks_page
from tests.projects import ROOT

PAGE = checks_page(load(ROOT))


def test_every_code_has_its_heading_and_two_examples():
    assert [code for code in Code if f"### {code.value}: " not in PAGE] == []
    assert PAGE.count("<pre><code>") == 2 * len(Code)


def test_no_example_can_be_taken_for_a_call_or_a_tag():
    body = PAGE.split("---\n", 2)[2]
    assert "{{" not in body
    assert "{%" not in body
    assert "<script" not in body
    assert '<p class="MsoNormal"' not in body
