"""A preview shows what a build makes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from peerhub.preview.work import Preview
from peerhub.seal.manifest import PARTS
from tests.projects import ROOT

pytestmark = pytest.mark.nightly

DIGEST = re.compile(r"\?v=[0-9a-f]{12}")
"""What a build adds to an address, so that a browser may keep what stands there."""


def names(site: Path) -> set[str]:
    """Return the addresses of all files, but for the parts of the manifest, named by digests."""
    every = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    return {one for one in every if not one.startswith(PARTS)}


def test_a_preview_has_every_file_of_a_build_and_its_pages_word_for_word(built_site, tmp_path):
    engine = runpy.run_path(str(ROOT / "hooks" / "preview.py"))["OpenEngine"](ROOT, tmp_path)
    preview = Preview(ROOT, tmp_path, engine, every_poster=True)
    assert preview.show().faults == ()
    assert preview.follow().faults == ()
    assert names(tmp_path) == names(built_site)
    for path in (one for one in names(built_site) if one.endswith(".html")):
        built, shown = ((site / path).read_text("utf-8") for site in (built_site, tmp_path))
        assert shown == DIGEST.sub("", built), path
