"""The three ways to change something are told as they are: each name, file and command exists."""

from __future__ import annotations

import re

import pytest
import yaml

from peerhub.cli import main
from peerhub.editing.form import kinds
from tests.projects import ROOT, problems, small_project

PAGES = {path.stem: path.read_text() for path in (ROOT / "docs/about/editing").glob("*.md")}


def test_the_forms_are_named_as_the_host_shows_them():
    templates = (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")
    for name in (yaml.safe_load(one.read_text())["name"] for one in templates):
        assert f"**{name}:**" in PAGES["form"]


@pytest.mark.parametrize("file", re.findall(r"`((?:docs|data)/[\w/.-]*)`", "".join(PAGES.values())))
def test_each_file_that_is_named_is_there(file):
    assert (ROOT / file).exists()


def test_each_command_is_one():
    block = "\n".join(re.findall(r"```\n(.*?)```", PAGES["machine"], re.DOTALL))
    said = re.findall(r"^make (\w+)$", block, re.MULTILINE) + re.findall(r"`make (\w+)`", block)
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert said
    assert set(said) <= set(targets)
    offered = re.findall(r"`(\w+)`", PAGES["machine"].split("In place of")[1].split(".")[0])
    assert {"event", *kinds()} == set(offered)


def test_a_helpline_s_number_as_the_page_tells_it(tmp_path, capsys):
    root = small_project(tmp_path)
    assert main(["--root", str(root), "fix"]) == 0
    file = root / "data/services.yml"
    changed = file.read_text().replace("0300 131 2789", "0300 131 2790")
    file.write_text(changed)
    (told,) = problems(root)
    assert "set last_checked to today" in told
    head, tail = changed.split("- id: helpline")
    file.write_text(head + "- id: helpline" + tail.replace("2026-11-01", "2026-11-20"))
    assert main(["--root", str(root), "fix"]) == 0
    assert "brought this ledger up to date" in capsys.readouterr().out
    assert problems(root) == []


def test_what_is_due_as_the_page_tells_it(tmp_path, capsys):
    (command,) = re.findall(r"^\.venv/bin/peerhub (due .*)$", PAGES["machine"], re.MULTILINE)
    assert main(["--root", str(small_project(tmp_path)), *command.split()]) == 0
    assert capsys.readouterr().out == "Nothing is due by 2027-02-28.\n"
