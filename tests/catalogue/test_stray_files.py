"""A file in `data/` that nothing reads is named, since its writer would wait for it in vain."""

from __future__ import annotations

import pytest

from tests.projects import problems, small_project

UNREAD = "data/{}:1:1: nothing reads this file. {}"
HOME = "Write its records into the file of their kind, and take it out."


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("a-b-c-d-e-f.yml", HOME),
        ("notes.txt", HOME),
        ("services (1).yml", "Did you mean 'services.yml'?"),
        ("forces/kent.yaml", "Call it data/forces/kent.yml."),
        ("forces/old/kent.yml", "Call it data/forces/kent.yml."),
        ("Services.yml", "Did you mean 'services.yml'?"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path, path, remedy):
    root = small_project(tmp_path)
    (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "data" / path).write_text("services: []\n")
    assert problems(root) == [UNREAD.format(path, remedy)]


@pytest.mark.parametrize("path", [".DS_Store", "forces.yml~", "ledger/events.txt", "schemas/x"])
def test_what_editors_and_the_program_leave_is_not_mentioned(tmp_path, path):
    root = small_project(tmp_path)
    (root / "data" / path).parent.mkdir(exist_ok=True)
    (root / "data" / path).write_text("")
    assert problems(root) == []


@pytest.mark.parametrize("name", ["Events.yml", "events.yaml", "events.YML"])
def test_a_file_that_lost_its_name_is_told_as_that_alone(tmp_path, name):
    root = small_project(tmp_path)
    (root / "data/events.yml").rename(root / "data" / name)
    assert problems(root) == [
        f"data/events.yml:1:1: the file is missing. Give {name} its name back: events.yml."
    ]
