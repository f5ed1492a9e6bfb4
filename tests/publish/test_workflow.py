"""The workflow that publishes: its steps are run here, as they stand, in scratch ones."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from peerhub.publish.targets.branch import BranchTarget
from tests.projects import ROOT
from tests.publish.sites import Shelf, hub, write

TEXT = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
WORKFLOW = yaml.load(TEXT, Loader=yaml.BaseLoader)
JOBS = WORKFLOW["jobs"]
STEPS = {
    step["name"]: step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step
}
HOLD = "Hold a tag against the edition and the newest state"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def step(name: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", STEPS[name]],
        cwd=folder,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def origin(tmp_path) -> Path:
    """A host's repository, with one commit on main."""
    bare, work = tmp_path / "origin.git", tmp_path / "work"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(tmp_path, "clone", "-q", str(bare), str(work))
    for key, value in (("user.name", "Somebody"), ("user.email", "somebody@hub.police.uk")):
        git(work, "config", key, value)
    (work / "data/editions").mkdir(parents=True)
    (work / "data/editions/2026.1.json").write_text("{}")
    (work / "data/site.yml").write_text("site:\n  edition: '2026.1'\n")
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "A hub")
    git(work, "push", "-q", "origin", "HEAD:main")
    return bare


def run(origin: Path, tmp_path: Path, name: str, body: str) -> str:
    """Do what the jobs `make` and `serve` do; return what was said of the bringing."""
    here, there = tmp_path / f"make-{name}", tmp_path / f"serve-{name}"
    git(tmp_path, "clone", "-q", str(origin), str(here))
    assert step("Take up what is published", here).returncode == 0
    site = write(tmp_path / f"site-{name}", train=body)
    (site / "manifest.json").write_text(f'{{"of": "{name}"}}')
    shelf, target = Shelf(), BranchTarget(here, "gh-pages")
    with target.held():
        before = target.current()
        shelf.now = before
        target.publish(shelf.publish(site, hub()), shelf.contents)
    packed = step("Pack what is new", here)
    assert packed.returncode == 0, packed
    git(tmp_path, "clone", "-q", str(origin), str(there))
    (here / "publication").rename(there / "publication")
    done = step("Bring the branches, both or neither", there, RUNNER_TEMP=str(there))
    assert done.returncode == 0, done
    return done.stdout


def test_each_publication_is_brought_on_top_of_the_one_before(origin, tmp_path):
    run(origin, tmp_path, "one", "<p>First words</p>")
    first = git(origin, "rev-parse", "gh-pages")
    run(origin, tmp_path, "two", "<p>Second words</p>")
    assert git(origin, "rev-parse", "gh-pages^") == first
    assert "Second words" in git(origin, "show", "gh-pages:train/index.html")
    assert git(origin, "show", "gh-pages:manifest.json") == '{"of": "two"}'
    now = git(origin, "rev-parse", "gh-pages")
    (tmp_path / "again").mkdir()
    assert "published already" in run(origin, tmp_path / "again", "two", "<p>Second words</p>")
    assert git(origin, "rev-parse", "gh-pages") == now


def test_a_tag_is_the_edition_on_the_newest_state_of_main(origin, tmp_path):
    work = tmp_path / "work"
    git(work, "fetch", "-q")
    assert step(HOLD, work, GITHUB_REF_NAME="2026.1").returncode == 0
    other = step(HOLD, work, GITHUB_REF_NAME="2026.2")
    assert (other.returncode, other.stdout) == (
        1,
        "::error::The hub is not edition 2026.2. Run make edition first, and commit it.\n",
    )
    git(work, "commit", "-q", "--allow-empty", "-m", "Later")
    late = step(HOLD, work, GITHUB_REF_NAME="2026.1")
    assert (late.returncode, late.stdout) == (
        1,
        "::error::2026.1 is not the newest state of main. Move the tag there.\n",
    )


def test_it_runs_at_night_and_on_a_tag_and_never_on_what_a_stranger_sends():
    assert set(WORKFLOW["on"]) == {"schedule", "push", "workflow_dispatch"}
    assert set(WORKFLOW["on"]["push"]) == {"tags"}
    assert JOBS["make"]["if"] == "vars.PUBLISH == 'yes'"
    assert "secrets" not in TEXT
    assert not any("${{" in run for run in STEPS.values())


def test_only_the_job_that_runs_nothing_but_git_may_write():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in JOBS["make"]
    assert JOBS["sign"]["permissions"] == {"id-token": "write", "attestations": "write"}
    assert JOBS["serve"]["permissions"] == {"contents": "write"}
    assert all("run" not in step for step in JOBS["sign"]["steps"])
    lines = [step["run"] for step in JOBS["serve"]["steps"] if "run" in step]
    assert not re.search(r"make|peerhub|python|pip", "".join(lines))


def test_actions_are_pinned_by_digest():
    used = [step["uses"] for job in JOBS.values() for step in job["steps"] if "uses" in step]
    assert len(used) == 6
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", one) for one in used)
