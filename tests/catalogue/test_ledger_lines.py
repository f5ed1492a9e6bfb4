"""Tests of what all ledgers share: their lines, and what is said of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerhub.catalogue import address_ledger, ledger, material_ledger, poster_ledger, service_ledger
from peerhub.catalogue.ledger_lines import (
    FOLDER,
    LEDGERS,
    missing_ledgers,
    read_lines,
    write_lines,
)

PLACE = Path("data") / "ledger" / "things.txt"
READERS = {
    address_ledger.PLACE: address_ledger.read_address_ledger,
    ledger.PLACE: ledger.read_ledger,
    material_ledger.PLACE: material_ledger.read_material_ledger,
    poster_ledger.PLACE: poster_ledger.read_poster_ledger,
    service_ledger.PLACE: service_ledger.read_service_ledger,
}


def test_lines_are_taken_with_their_numbers(tmp_path: Path) -> None:
    """Remarks and empty lines go; what was written is read again."""
    write_lines(tmp_path, PLACE, "# Things.\n# Two lines of them.\n", ["one", "", "ŵ two"])
    taken: list[tuple[str, int]] = []
    document = read_lines(tmp_path, PLACE, lambda line, number: taken.append((line, number)))
    assert (taken, document.issues) == ([("one", 3), ("ŵ two", 5)], [])


def test_no_ledger_holds_nothing(tmp_path: Path) -> None:
    """A project that has published nothing has no ledger, and no fault."""
    assert read_lines(tmp_path, PLACE, lambda *_: None).issues == []


@pytest.mark.parametrize("place", READERS, ids=lambda place: place.stem)
@pytest.mark.parametrize("content", [b"# Head.\n<<<<<<< main\n", b"# Head.\n\xff\xfe\n"])
def test_each_ledger_names_its_broken_line(tmp_path: Path, place: Path, content: bytes) -> None:
    """A leftover of a merge, or bytes that are no text, give one line of the fault, and a way."""
    file = tmp_path / place
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    found, told = READERS[place](tmp_path)
    issues = told if isinstance(told, list) else told.issues
    line = 2 if b"<<" in content else 1
    said = [f"{one.file}:{one.line}:{one.column}: {one.message} {one.hint}" for one in issues]
    assert not found
    assert said == [
        f"{place.as_posix()}:{line}:1: this line of the ledger cannot be read "
        f"Bring the file back: git checkout -- {place.as_posix()}."
    ]


GONE = "the ledger is gone, and with it what was published before"


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_that_is_gone_is_missed_while_the_others_are_there(tmp_path, name):
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    for one in LEDGERS:
        (folder / one).write_text("")
    (folder / name).unlink()
    assert [one.as_text() for one in missing_ledgers(tmp_path)] == [
        f"data/ledger/{name}:1:1: {GONE}. Bring it back: git checkout -- data/ledger/{name}."
    ]


def test_a_project_that_has_published_nothing_misses_no_ledger(tmp_path):
    assert list(missing_ledgers(tmp_path)) == []
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "events.txt").write_text("")
    assert list(missing_ledgers(tmp_path)) == []
