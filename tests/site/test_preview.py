"""A preview shows what a build makes."""

from __future__ import annotations

import runpy

import pytest

from peerhub.preview.work import Preview
from tests.projects import ROOT

pytestmark = pytest.mark.nightly


def test_every_file_of_a_preview_is_the_one_that_a_build_makes(built_site, tmp_path):
    engine = runpy.run_path(str(ROOT / "hooks" / "preview.py"))["OpenEngine"](ROOT, tmp_path)
    preview = Preview(ROOT, tmp_path, engine, every_poster=True)
    assert preview.show().faults == ()
    assert preview.follow().faults == ()
    made = {one.relative_to(built_site) for one in built_site.rglob("*") if one.is_file()}
    shown = {one.relative_to(tmp_path) for one in tmp_path.rglob("*") if one.is_file()}
    assert shown == made
    differ = [
        one for one in made if (tmp_path / one).read_bytes() != (built_site / one).read_bytes()
    ]
    assert differ == []
