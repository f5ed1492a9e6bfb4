"""The workflow that may comment: what it posts, and what a stranger cannot make it post."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
import yaml

from tests.projects import ROOT

GOOD = {
    "path": "data/events.yml",
    "line": 7,
    "side": "RIGHT",
    "body": "`peerhub fix`: wrote it.\n\n```suggestion\n  a: $(touch pwned)\n```",
}
ELSEWHERE = {"file": "docs/index.md", "line": 3, "what": "took `out`\n spaces"}
GH = """#!/bin/sh
echo "$@" >>"$LOG"
case "$*" in
  "pr list"*) echo "$NUMBER" ;;
  *"/comments --jq"*) cat "$THERE" ;;
  *"--method POST"*) cp review.json "$POSTED"; exit "$STATUS" ;;
  "pr comment"*) cp comment.md "$SAID" ;;
esac
"""


@pytest.fixture
def post(tmp_path):
    """Give a function that runs the workflow's own script with a program in the host's place."""
    held = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text())
    (script,) = (step["run"] for step in held["jobs"]["comment"]["steps"] if "run" in step)
    room, tools = tmp_path / "room", tmp_path / "tools"
    (room / "said").mkdir(parents=True)
    tools.mkdir()
    shutil.copytree(ROOT / "setup", room / "setup", ignore=shutil.ignore_patterns("inspectors"))
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    for name in ("log", "there", "posted", "comment"):
        (tmp_path / name).touch()

    def run(written: str, there: str = "", status: int = 0, number: str = "7") -> tuple[dict, str]:
        (room / "said/said.md").write_text("What changes.\n")
        (room / "said/review.json").write_text(written)
        (tmp_path / "there").write_text(there)
        environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "NUMBER": number,
            "STATUS": str(status),
            "GH_REPO": "o/n",
            "COMMIT": "c" * 40,
            "RUN": "https://host/run",
            "LOG": str(tmp_path / "log"),
            "THERE": str(tmp_path / "there"),
            "POSTED": str(tmp_path / "posted"),
            "SAID": str(tmp_path / "comment"),
        }
        command = ["bash", "-euo", "pipefail", "-c", script]
        subprocess.run(command, cwd=room, env=environment, check=True, capture_output=True)
        assert not list(tmp_path.rglob("pwned"))
        posted = (tmp_path / "posted").read_text()
        return json.loads(posted) if posted else {}, (tmp_path / "comment").read_text()

    return run


def written(*comments, elsewhere=()) -> str:
    return json.dumps({"comments": comments, "elsewhere": elsewhere})


def test_suggestions_are_posted_on_the_lines_of_the_commit_that_was_tried(post):
    several = {**GOOD, "start_line": 5, "start_side": "RIGHT"}
    review, comment = post(written(GOOD, several, elsewhere=[ELSEWHERE]))
    assert review["commit_id"] == "c" * 40
    assert review["event"] == "COMMENT"
    assert review["body"]
    assert review["comments"] == [GOOD, several]
    assert comment.startswith("What changes.\n")
    assert "- `docs/index.md`, line 3: `took out spaces`\n" in comment
    assert "[of this run](https://host/run)" in comment.splitlines()[-1]


def test_what_was_suggested_before_is_not_said_again(post):
    there = json.dumps({"path": GOOD["path"], "body": GOOD["body"]}) + "\n"
    assert post(written(GOOD), there)[0] == {}


def test_where_the_host_takes_no_review_the_comment_tells_of_it(post):
    review, comment = post(written(GOOD), status=1)
    assert review
    assert "- `data/events.yml`, line 7\n" in comment


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"comments": 7}', "[" * 100_000])
def test_without_suggestions_there_is_the_comment_alone(post, text):
    assert post(text) == ({}, "What changes.\n" + post(text)[1].split("\n", 1)[1])


@pytest.mark.parametrize(
    "change",
    [
        {"path": "../../etc/passwd"},
        {"path": "data/../.github/workflows/ci.yml"},
        {"path": ".github/workflows/ci.yml"},
        {"path": 7},
        {"line": "7"},
        {"line": 0},
        {"line": True},
        {"body": "Click https://bad.example to mend this"},
        {"body": None},
        {"body": "`peerhub fix`: " + "x" * 5000 + "suggestion\n"},
    ],
)
def test_what_has_another_shape_is_left_out(post, change):
    assert post(written({**GOOD, **change}))[0] == {}


def test_nothing_but_what_a_comment_needs_is_passed_on(post):
    odd = {**GOOD, "in_reply_to": 1, "start_line": 9, "commit_id": "x"}
    assert post(written(odd))[0]["comments"] == [GOOD]


def test_of_very_many_only_some_are_posted(post):
    many = [{**GOOD, "line": number} for number in range(1, 200)]
    assert len(post(written(*many))[0]["comments"]) == 40


def test_a_proposal_that_has_moved_on_gets_nothing(post):
    assert post(written(GOOD), number="") == ({}, "")


def test_the_job_that_posts_uses_the_main_branch_and_nothing_of_the_proposal():
    text = (ROOT / ".github/workflows/comment.yml").read_text()
    assert "ref: ${{ github.event.repository.default_branch }}" in text
    assert "peerhub fix --" not in text
    assert "make " not in text


def test_lines_are_those_of_the_proposal_as_it_was_sent():
    held = yaml.safe_load((ROOT / ".github/workflows/proposal.yml").read_text())
    said = [step.get("run", "") for step in held["jobs"]["compare"]["steps"]]
    (script,) = (one for one in said if "--format review" in one)
    assert script.index("git switch --quiet --detach HEAD^2") < script.index("peerhub fix")
