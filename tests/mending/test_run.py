"""A whole project mended: records, ledgers, and nothing besides."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.ledger import write_ledger
from peerhub.cli import main
from tests.projects import EVENT, problems, real_project, small_project

DAY = "2026-12-01"
TODAY = dt.date(2026, 12, 1)


def fix(root, *more: str) -> int:
    return main(["--root", str(root), "fix", "--today", DAY, *more])


def lines(root, name: str = "data/events.yml") -> list[str]:
    return (root / name).read_text(encoding="utf-8").splitlines()


@pytest.fixture
def root(tmp_path):
    """A small project whose one event has been published."""
    project = small_project(tmp_path, events="# Kept: ŵ\n" + EVENT)
    write_ledger(project, load(project).events)
    return project


def test_a_sound_project_is_left_as_it_is_and_said_to_be_sound(tmp_path, capsys):
    project = real_project(tmp_path)
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    assert main(["--root", str(project), "fix", "--check"]) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"
    assert {file: file.read_bytes() for file in project.rglob("*") if file.is_file()} == before


def test_an_event_that_moved_gets_its_revision_its_day_and_the_day_it_was(root, capsys):
    file = root / "data" / "events.yml"
    old = lines(root)
    file.write_text(
        file.read_text().replace("date: 2027-03-01", "date: 2027-03-08 # moved"), encoding="utf-8"
    )
    assert len(problems(root)) == 1
    assert fix(root) == 0
    assert problems(root) == []
    new = lines(root)
    assert [line for line in new if line not in old] == [
        "  moved_from: 2027-03-01",
        "  date: 2027-03-08 # moved",
        "  revision: 1",
        f"  updated: {DAY}",
    ]
    assert [line for line in old if line not in new] == [
        "  date: 2027-03-01",
        "  revision: 0",
        "  updated: 2026-11-23",
    ]
    assert "brought this ledger up to date" in capsys.readouterr().out
    assert fix(root) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"
    assert lines(root) == new


def test_words_alone_need_a_new_day_and_no_revision(root):
    file = root / "data" / "events.yml"
    file.write_text(file.read_text().replace("title: ", "title: New "), encoding="utf-8")
    assert fix(root) == 0
    assert problems(root) == []
    assert "  revision: 0" in lines(root)
    assert f"  updated: {DAY}" in lines(root)


def test_what_was_typed_in_a_hurry_is_mended_and_the_rest_stays(root, capsys):
    file = root / "data" / "events.yml"
    file.write_text(
        file.read_text().replace("title: ", "title:\u00a0").replace("status:", "status:\u00a0"),
        encoding="utf-8",
    )
    assert problems(root)
    assert fix(root, "--check") == 1
    shown = capsys.readouterr().out
    assert "data/events.yml:6: put plain spaces for, or took out, a hard space" in shown
    assert "+  title: " in shown
    assert problems(root), "nothing was written"
    assert fix(root) == 0
    assert problems(root) == []
    assert lines(root)[0] == "# Kept: ŵ"


def test_an_id_that_is_not_first_is_put_first_with_every_comment_kept(tmp_path):
    moved = "  # Why it is here: O'Neill asked.\n  id: open-day\n"
    head, rest = EVENT.split("- id: open-day\n  ", 1)
    events = f"{head}- {rest}".replace("  status", f"{moved}  status")
    project = small_project(tmp_path, events=events)
    said = load(project).events
    assert fix(project) == 0
    assert "- id: open-day" in lines(project)
    assert "  # Why it is here: O'Neill asked." in lines(project)
    assert load(project).events == said


def test_a_poster_whose_promise_has_changed_gets_its_next_code(tmp_path, capsys):
    project = real_project(tmp_path)
    file = project / "data" / "posters.yml"
    before = file.read_text(encoding="utf-8")
    found = load(project)
    poster = found.posters[0]
    file.write_text(before.replace("- We listen.", "- We listen well.", 1), encoding="utf-8")
    assert fix(project) == 0
    after = load(project).posters[0]
    assert after.code == f"{poster.code[0]}{int(poster.code[1:]) + 1}"
    assert [old.code for old in after.earlier] == [
        *(old.code for old in poster.earlier),
        poster.code,
    ]
    assert after.earlier[-1].until == TODAY
    assert after.earlier[-1].why == "What it promises or says of danger has changed."
    changed = [
        line for line in lines(project, "data/posters.yml") if line not in before.split("\n")
    ]
    assert len(changed) == 3
    capsys.readouterr()
    assert fix(project) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"


def test_what_cannot_be_mended_is_left_to_the_check(tmp_path, capsys):
    project = real_project(tmp_path)
    file = project / "data" / "forces.yml"
    file.write_text(file.read_text() + "- id: [\n", encoding="utf-8")
    shutil.rmtree(project / "docs" / "about")
    assert fix(project) == 0
    assert "Nothing to mend." in capsys.readouterr().out


def test_the_head_of_a_page_is_mended_and_its_words_are_not(tmp_path):
    project = real_project(tmp_path)
    file = project / "docs" / "index.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("owner: ", "owner:\u00a0") + "\nstart: 9.30\n", encoding="utf-8")
    assert fix(project) == 0
    assert file.read_text(encoding="utf-8") == text + "\nstart: 9.30\n"


def test_on_github_each_change_is_a_notice_at_its_line(root, capsys):
    file = root / "data" / "events.yml"
    file.write_text(file.read_text().replace("title: ", "title:\u00a0"), encoding="utf-8")
    assert fix(root, "--check", "--format", "github") == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::notice file=data/events.yml,line=6,title=peerhub fix::put plain")
