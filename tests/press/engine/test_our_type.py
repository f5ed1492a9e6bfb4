"""Our type is made known in one place, by its weights."""

from __future__ import annotations

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import FAMILY, HOME, WEIGHTS, faces, printed_faces
from tests.projects import ROOT


def test_each_weight_has_a_face_at_its_own_address():
    head = faces(lambda weight: f"url({weight}.ttf)")
    assert head.count("@font-face") == len(WEIGHTS)
    for weight in WEIGHTS:
        assert f'{{font-family:"{FAMILY}";font-weight:{weight};src:url({weight}.ttf)}}' in head
    assert all((HOME / "fonts" / name).as_uri() in printed_faces(HOME) for name in WEIGHTS.values())


def test_a_weight_that_is_missing_is_told(tmp_path):
    with pytest.raises(PressError, match=r"^The font file \S+-Regular\.ttf is missing from "):
        printed_faces(tmp_path)


def test_no_print_style_names_the_files_of_our_type_again():
    folders = (ROOT / "materials", ROOT / "src" / "peerhub" / "press")
    told = [
        path.name
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".css", ".py") and "@font-face" in path.read_text(encoding="utf-8")
    ]
    assert told == ["our_type.py"]
