"""`peerhub offline`: what it refuses, and what it says when it is done."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.offline.chosen import left_out
from peerhub.offline.command import OfflineStopped, chosen
from tests.projects import ROOT


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT)


def test_ids_that_nothing_has_are_refused(catalogue):
    with pytest.raises(OfflineStopped) as refused:
        chosen(catalogue, is_all=False, forces=["narnia"], workshops=[])
    assert str(refused.value) == "There is no force 'narnia'. Its id is in data/forces.yml."
    with pytest.raises(OfflineStopped) as refused:
        chosen(catalogue, is_all=False, forces=[], workshops=["none"])
    assert str(refused.value) == "There is no workshop 'none'. Its id is in data/workshops.yml."


def test_a_workshop_brings_the_modules_that_it_teaches(catalogue):
    workshop = catalogue.workshops[0]
    choice = chosen(catalogue, is_all=False, forces=[], workshops=[workshop.id])
    other = next(one for one in catalogue.modules if one.id not in workshop.module_ids)
    paths = [f"materials/modules/{one}/slides.pptx" for one in (*workshop.module_ids, other.id)]
    assert left_out(paths, choice) == (paths[-1],)
