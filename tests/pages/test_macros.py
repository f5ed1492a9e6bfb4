"""What macros say of the hub itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.pages.macros import Macros
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("address", "is_told"), [("https://hub.example/", True), ("https://hub.police.uk/", False)]
)
def test_the_gallery_says_when_the_address_on_the_posters_is_only_an_example(address, is_told):
    found = load(ROOT)
    site = found.site.model_copy(update={"address": address})
    gallery = Macros(replace(found, site=site)).posters()
    assert ("Do not put these up yet" in gallery) is is_told
