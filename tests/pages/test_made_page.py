"""One page can be had without the others, so that a check knows the places on it."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.pages import made_page, paths
from tests.projects import ROOT

HUB = load(ROOT)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("forces/kent.md", "{: #tell }"),
        ("train/modules/listening.md", "## Knowledge check"),
        ("train/modules/listening/trainer.md", "### Answers to the knowledge check"),
        (f"train/workshops/{HUB.workshops[0].id}.md", "## What to do next"),
        (f"events/{HUB.events[0].id}.md", "## What to do next"),
        ("about/checks.md", "{: #ph012 }"),
    ],
)
def test_a_page_is_made_by_its_path(path, place):
    assert path in paths(HUB)
    assert place in (made_page(HUB, path) or "")


@pytest.mark.parametrize("path", ["forces/lancashir.md", "train/modules/none.md", "x/trainer.md"])
def test_a_path_of_no_page_makes_none(path):
    assert made_page(HUB, path) is None
