"""Documents that people can edit: the same bytes for the same words, and clear refusals."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.models import Stamp
from peerhub.press.engine import office
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.office import KINDS, OfficeDocument, write_documents

STAMP = Stamp("", dt.date(2026, 11, 23), revision=1)
WORDS = "<p>Dear ……,</p><ul><li>One</li></ul><table><tr><th>A</th></tr><tr><td>1</td></tr></table>"
LETTER = OfficeDocument("letters/one", "A letter", WORDS, STAMP)


def written(folder: Path, document: OfficeDocument = LETTER) -> list[bytes]:
    write_documents([document], folder / "out", folder / "store")
    return [(folder / "out" / f"{document.path}.{kind}").read_bytes() for kind in KINDS]


def test_the_same_words_give_the_same_bytes_from_an_empty_store(tmp_path):
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_what_is_in_the_store_is_not_written_again(tmp_path):
    written(tmp_path)
    report = write_documents([LETTER], tmp_path / "other", tmp_path / "store")
    assert (report.rendered, report.reused) == (0, 2)
    assert (tmp_path / "other/letters/one.odt").is_file()


def test_other_words_are_written_afresh(tmp_path):
    before = written(tmp_path)
    after = written(
        tmp_path, OfficeDocument("letters/one", "A letter", "<p>Other words.</p>", STAMP)
    )
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_changed_pandoc_is_noticed_and_not_papered_over(monkeypatch):
    monkeypatch.setattr(office, "_ODT", {"styles.xml": (("not there", ""),)})
    office.look.cache_clear()
    with pytest.raises(PressError, match="pandoc's own odt has changed: not there"):
        office.look("odt")
    office.look.cache_clear()
