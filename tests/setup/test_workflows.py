"""Workflows have the least rights, run pinned actions, and let no stranger's words into a shell."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.projects import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WRITES = {
    "comment.yml": {"actions": "read", "contents": "read", "pull-requests": "write"},
    "due.yml": {"contents": "read", "issues": "write"},
    "next.yml": {"contents": "read", "issues": "write"},
    "form.yml": {"contents": "read"},
    "labels.yml": {"contents": "read", "issues": "write"},
}
"""The workflows with other rights than to read the repository, and those rights."""

STRANGERS = re.compile(r"github\.(?:head_ref|event\.(?!pull_request\.base\.sha|issue\.number)\S+)")
"""What somebody else writes, or may: texts, names of branches, titles."""


def held(file) -> dict:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_a_kept_linter_finds_nothing_in_them():
    """Where a line is let off, a comment beside it names the rule and says why."""
    linter = Path(sys.executable).with_name("zizmor")
    command = [linter, "--offline", "--no-progress", "--quiet", ROOT / ".github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    let_off = [line for file in WORKFLOWS for line in re.findall("zizmor: .*", file.read_text())]
    assert all(re.fullmatch(r"zizmor: ignore\[[a-z-]+\] \w.+", line) for line in let_off)
    assert len(let_off) <= 3


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_whole_and_has_the_least_rights(file):
    workflow = held(file)
    assert workflow["permissions"] == WRITES.get(file.name, {"contents": "read"})
    assert "pull_request_target" not in workflow["on"]
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 60
        needed = job.get("needs", [])
        assert {needed} if isinstance(needed, str) else set(needed) <= set(workflow["jobs"])


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_digest_with_its_version_beside_it(file):
    used = re.findall(r"uses: (\S+)(.*)", file.read_text(encoding="utf-8"))
    for name, rest in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name), name
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), name


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_nothing_is_put_into_a_shell_by_the_workflow(file):
    for step in steps(held(file)):
        assert "${{" not in step.get("run", ""), step.get("name")
        for name, value in step.get("env", {}).items():
            told = STRANGERS.search(value)
            assert told is None or file.name in ("comment.yml", "form.yml"), f"{name}: {value}"


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_what_is_checked_out_leaves_no_key_behind(file):
    for step in steps(held(file)):
        if step.get("uses", "").startswith("actions/checkout@") and file.name != "publish.yml":
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_script_within_is_sound(file):
    shell = shutil.which("bash")
    for step in steps(held(file)):
        if "run" in step:
            subprocess.run([shell, "-n"], input=step["run"], text=True, check=True)


def test_the_labels_that_are_used_are_made():
    made = {one["name"] for one in yaml.safe_load((ROOT / ".github/labels.yml").read_text())}
    forms = (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")
    used = {label for form in forms for label in yaml.safe_load(form.read_text())["labels"]}
    assert used <= made
    lines = (ROOT / ".github/labels.yml").read_text().splitlines()
    pattern = r'- \{name: [a-z-]+, color: "[0-9a-f]{6}", description: ".+"\}'
    assert all(re.fullmatch(pattern, line) for line in lines if not line.startswith("#"))


def test_every_place_that_has_an_owner_is_there():
    text = (ROOT / ".github/CODEOWNERS").read_text()
    places = re.findall(r"^(/\S+)\s+@", text, re.MULTILINE)
    assert places
    for place in places:
        assert (ROOT / place.strip("/")).exists() or place == "/docs/cy/", place
    assert all("@ORGANISATION/" in line for line in text.splitlines() if line.startswith("/"))
