"""The real curriculum, and a desk to make its materials at."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.press.engine.our_type import HOME
from peerhub.training.make import Desk
from tests.projects import ROOT


@pytest.fixture(scope="session")
def curriculum():
    return load(ROOT)


@pytest.fixture(scope="session")
def desk(curriculum) -> Desk:
    site = curriculum.site
    return Desk(curriculum, Stamp(site.edition, site.dated), HOME)
