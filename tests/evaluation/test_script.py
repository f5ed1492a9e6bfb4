"""What the page that merges sheets is given of the kit."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from peerhub.evaluation import layout, script
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


MOST = 20


@pytest.mark.parametrize("few", [0, 1])
def test_more_forces_than_one_list_holds_come_in_parts_by_their_ids(monkeypatch, few):
    catalogue = read_once(ROOT)
    forces = catalogue.uk_forces[: MOST + 1 - few]
    hub = replace(catalogue, forces=forces)
    for one in (layout, script):
        monkeypatch.setattr(one, "MANY", MOST)
    files = script_files(hub)
    said = re.fullmatch(r"const evaluationKit = (.*);\n", files.pop(DATA))
    kit = json.loads(said[1])
    names = {one.id: one.name for one in forces}
    if few:
        assert (files, kit["forces"]) == ({}, names)
        assert "parts" not in kit
        return
    assert kit["forces"] == {}
    found = [
        json.loads(re.fullmatch(r"Object\.assign\(evaluationKit\.forces, (.*)\);\n", text)[1])
        for text in files.values()
    ]
    assert list(files) == [f"assets/js/evaluation-forces-{number}.js" for number in (0, 1)]
    assert [len(one) for one in found] == [MOST, 1]
    assert [next(iter(one)) for one in found] == kit["parts"]
    assert max(found[0]) < min(found[1])
    assert found[0] | found[1] == names
