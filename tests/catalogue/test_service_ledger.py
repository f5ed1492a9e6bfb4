"""A number changes, or begins to be shown, on the day on which somebody looked it up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.service_ledger import (
    read_service_ledger,
    unlooked,
    write_service_ledger,
)
from tests.projects import ROOT, SERVICES, problems, small_project

HIDDEN = SERVICES + (
    "- id: other\n  name: Other line\n  category: crisis\n  urgent: false\n  what: A line.\n"
    "  who: Anyone\n  nations: [England]\n  hours: Mondays\n  phone: 0808 2000 247\n"
    "  publish: after-check\n  last_checked: 2026-11-01\n"
)
REMEDY = "Open the service's own page, compare the number, and set last_checked to today."


@pytest.fixture
def root(tmp_path) -> Path:
    project = small_project(tmp_path, services=HIDDEN)
    write_service_ledger(project, load(project).services)
    return project


def changed(root: Path, text: str) -> list[str]:
    (root / "data" / "services.yml").write_text(text, encoding="utf-8")
    return [one.split(" ", 1)[1] for one in problems(root)]


def test_a_number_that_changes_needs_a_new_day(root):
    text = HIDDEN.replace("0300 131 2789", "0300 131 2780")
    assert changed(root, text) == [
        "service 'helpline': its number has changed, but last_checked is 2026-11-01, and it was "
        f"2026-11-01 before. {REMEDY}"
    ]
    head, tail = text.split("- id: helpline")
    assert changed(root, f"{head}- id: helpline{tail.replace('11-01', '11-20', 1)}") == []


def test_a_service_that_nobody_has_checked_is_not_shown(root):
    text = HIDDEN.replace("publish: after-check", "publish: 'yes'")
    assert changed(root, text) == [
        "service 'other': it is to be shown, and nobody has checked it, but last_checked is "
        f"2026-11-01, and it was 2026-11-01 before. {REMEDY}"
    ]
    assert changed(root, text[: text.rindex("2026-11-01")] + "2026-11-20\n") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0300 131 2789", "0300 1312 789"),
        ("name: Helpline", "name: The Helpline"),
        ("phone: '999'\n  publish: 'yes'", "phone: '999'\n  publish: 'yes'\n  note: A note."),
    ],
)
def test_other_words_and_spaces_may_change(root, old, new):
    assert changed(root, HIDDEN.replace(old, new)) == []


def test_a_service_may_change_twice_on_the_day_on_which_somebody_looks(root):
    text = HIDDEN.replace("0300 131 2789", "0300 131 2780")
    (root / "data" / "services.yml").write_text(text, encoding="utf-8")
    assert load(root, today=dt.date(2026, 11, 1))


def test_a_broken_line_of_the_ledger_is_named(root):
    file = root / "data" / "ledger" / "services.txt"
    file.write_text("999 yes\n", encoding="utf-8")
    assert problems(root) == [
        "data/ledger/services.txt:1:1: this line of the ledger cannot be read. "
        "Bring the file back: git checkout -- data/ledger/services.txt."
    ]


def test_the_hubs_own_ledger_holds_every_service_as_it_is():
    ledger, _ = read_service_ledger(ROOT)
    assert unlooked(ledger, load(ROOT).services) == []
