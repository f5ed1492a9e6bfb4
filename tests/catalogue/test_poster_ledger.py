"""A printed code is kept for ever, and raised when its copies no longer tell the truth."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.poster_ledger import PLACE, write_poster_ledger
from peerhub.catalogue.reminders import reminders
from tests.projects import ROOT, problems, real_project

RAISE = "Write code: T3, and list T2 under earlier with its last day and the reason."


@pytest.fixture
def root(tmp_path) -> Path:
    """The real project, its posters printed."""
    project = real_project(tmp_path)
    found = load(project)
    write_poster_ledger(project, found.posters, found.services)
    return project


def change(root: Path, name: str, old: str, new: str) -> list[str]:
    file = root / "data" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return problems(root)


def test_the_real_ledger_holds_every_code_of_the_data(tmp_path):
    project = real_project(tmp_path)
    before = (project / PLACE).read_bytes()
    found = load(project)
    write_poster_ledger(project, found.posters, found.services)
    assert (project / PLACE).read_bytes() == before


def test_a_code_that_was_printed_may_not_go(root):
    assert change(root, "posters.yml", "  code: T2\n", "  code: T3\n") == [
        "data/posters.yml:{}:1: the code T2 is gone, but copies of 'talk-to-a-peer-supporter' "
        "bear it. List it under that poster's earlier: "
        "{{code: T2, until: …, why: …}}.".format(line_of(root, "posters:"))
    ]


def test_a_code_that_was_printed_may_not_pass_to_another_design(root):
    change(root, "posters.yml", "  code: T2\n", "  code: X1\n")
    said = change(root, "posters.yml", "  code: W2\n", "  code: T2\n")
    assert (
        f"data/posters.yml:{line_of(root, 'posters:')}:1: the code T2 is on copies of "
        "'talk-to-a-peer-supporter', not of 'we-are-here'. "
        "A code is never used twice: give this version the next number."
    ) in said


def test_a_change_of_what_readers_rely_on_needs_a_new_code(root):
    said = change(root, "posters.yml", "  - We do not judge.\n", "  - We never tell.\n")
    assert said == [
        f"data/posters.yml:{line_of(root, '  code: T2')}:9: copies of 'talk-to-a-peer-supporter' "
        f"with the code T2 are out of date: what it promises or says of danger has changed. {RAISE}"
    ]


def test_a_number_that_is_no_longer_to_be_called_needs_new_codes_on_every_poster(root):
    services = root / "data" / "services.yml"
    services.write_text(
        services.read_text().replace("last_checked: 2026-11-01", "last_checked: 2026-11-02")
    )
    said = change(root, "services.yml", "phone: 116 123", "phone: 0300 123 4567")
    assert len(said) == len(load(ROOT).posters)
    assert said[0] == (
        f"data/posters.yml:{line_of(root, '  code: T2')}:9: copies of 'talk-to-a-peer-supporter' "
        "with the code T2 are out of date: it has a number that is no longer to be called "
        f"(116123). {RAISE}"
    )


def test_the_remedy_works(root):
    change(root, "posters.yml", "  - We do not judge.\n", "  - We never tell.\n")
    listed = "  code: T3\n  earlier:\n  - {code: T2, until: 2027-01-31, why: A promise changed.}\n"
    assert change(root, "posters.yml", "  code: T2\n  earlier:\n", listed) == []


def test_words_that_nobody_relies_on_may_change_under_one_code(root):
    assert (
        change(
            root, "posters.yml", "      - Need to\n      - talk?", "      - Want to\n      - talk?"
        )
        == []
    )


def test_a_fault_among_the_services_does_not_make_a_number_count_as_gone(root):
    (only,) = change(root, "services.yml", "phone: 116 123", "phone: 07700 900123")
    assert only.startswith("data/services.yml")


def test_a_code_that_is_not_in_the_ledger_yet_is_a_warning_and_no_more(root):
    (root / PLACE).write_text("")
    said = [issue.as_text() for issue in reminders(load(root), root, dt.date(2026, 11, 25))]
    assert said == [
        "data/ledger/posters.txt:1:1: the ledger does not hold 'T2' and 6 more as now in the data. "
        "Before you publish, run: make fix."
    ]


def test_a_broken_line_of_the_ledger_is_reported(root):
    file = root / PLACE
    file.write_text(file.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    (only,) = problems(root)
    assert only.endswith(
        "this line of the ledger cannot be read. "
        "Bring the file back: git checkout -- data/ledger/posters.txt."
    )


def line_of(root: Path, start: str) -> int:
    lines = (root / "data" / "posters.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def load_codes(root: Path) -> list[str]:
    text = (root / "data" / "posters.yml").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith("  code: ")]
