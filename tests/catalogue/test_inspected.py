"""The record of the last inspection: read as it was written, and told when it is broken."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.catalogue.inspected import PLACE, Found, Inspection, read_inspection, write_inspection

ONE = Inspection(
    dt.date(2026, 11, 28),
    {"axe-core": "4.10.2"},
    (Found("axe-light", 290), Found("narrow", 290, ("/support/",))),
)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    write_inspection(tmp_path, ONE)
    assert read_inspection(tmp_path) == (ONE, [])


def test_before_the_first_inspection_there_is_none(tmp_path: Path) -> None:
    assert read_inspection(tmp_path) == (None, [])


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{}", b'{"on":"2026-11-28","tools":{},"found":[{"look":"nose"}]}']
)
def test_a_broken_record_is_told_with_the_way_to_mend_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / PLACE).parent.mkdir(parents=True)
    (tmp_path / PLACE).write_bytes(content)
    found, (fault,) = read_inspection(tmp_path)
    assert found is None
    assert (fault.file, fault.message, fault.hint) == (
        "data/ledger/inspected.json",
        "the record of the last inspection cannot be read",
        "Bring the file back: git checkout -- data/ledger/inspected.json. "
        "Or make it again: make inspect.",
    )
