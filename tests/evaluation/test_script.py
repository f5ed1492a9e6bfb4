"""What the page that merges sheets is given of the kit."""

from __future__ import annotations

import json

from peerhub.evaluation.layout import layout_of
from peerhub.evaluation.messages import MESSAGES
from peerhub.evaluation.script import DATA, script_files
from tests.projects import ROOT
from tests.real_hub import read_once


def test_the_script_holds_the_layout_and_every_message():
    catalogue = read_once(ROOT)
    text = script_files(catalogue)[DATA]
    kit = json.loads(text.removeprefix("const evaluationKit = ").removesuffix(";\n"))
    assert kit["messages"] == dict(MESSAGES)
    assert len(kit["rows"]) == len(layout_of(catalogue).rows)
    assert kit["maker"] == catalogue.site.name
    assert set(kit["limits"]) == {
        "smallest",
        "largest",
        "forces",
        "file",
        "unpacked",
        "parts",
        "cells",
        "columns",
    }


def test_a_hub_that_counts_nothing_has_no_script():
    class Bare:
        indicators = ()

    assert script_files(Bare()) == {}
