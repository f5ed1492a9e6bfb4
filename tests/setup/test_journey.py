"""From a form to the public hub: issue, draft proposal, comment, preview, merge, by workflows."""

from __future__ import annotations

import shutil

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.ledger import write_ledger
from tests.editing.test_taking import EVENT, FORCE, body
from tests.projects import ROOT, small_project
from tests.setup.workflow_runner import FakeHost

URL = "https://host.example/police/hub/actions/runs/1"
STRANGE = "Day $(touch pwned) `touch pwned` @everyone"


@pytest.fixture
def host(tmp_path):
    project = small_project(tmp_path / "hub")
    (project / "docs/.keep").touch()
    write_ledger(project, ())
    shutil.copytree(ROOT / ".github/ISSUE_TEMPLATE", project / ".github/ISSUE_TEMPLATE")
    (project / "setup").mkdir(exist_ok=True)
    shutil.copy(ROOT / "setup/review.py", project / "setup")
    (project / ".gitignore").write_text(".venv\n/said\n/form\n/offline\n/comment.md\n/summary\n")
    made = FakeHost(tmp_path / "host")
    made.begin(project)
    return made


def propose(host: FakeHost, number: int, answers: dict[str, str]) -> dict:
    """Fill in a form, and let the host's workflows do all until somebody looks at it."""
    event = host.open_issue(number, body(answers))
    host.run("form.yml", "main", {"github.event.issue.number": str(number)}, event)
    (pull,) = [one for one in host.told()["pulls"] if one["head"] == f"form/{number}"]
    commit = host.git("rev-parse", pull["head"])
    base = {"github.event.pull_request.base.sha": host.git("rev-parse", "main")}
    host.run("proposal.yml", host.proposed(pull["head"]), base)
    told = {
        "github.event.repository.default_branch": "main",
        "github.repository": "police/hub",
        "github.event.workflow_run.id": "1",
        "github.event.workflow_run.head_sha": commit,
        "github.event.workflow_run.html_url": URL,
    }
    host.run("comment.yml", "main", told)
    return next(one for one in host.told()["pulls"] if one["number"] == pull["number"])


def test_a_form_becomes_a_proposal_with_a_comment_and_a_preview_and_is_merged(host, tmp_path):
    pull = propose(host, 7, {**EVENT, "What it is called": STRANGE})
    assert (pull["draft"], pull["title"], pull["label"]) == (True, "Form 7", "from-a-form")
    assert pull["body"].startswith("Thank you. The event is in the proposal")
    (issue,) = host.told()["issues"]
    assert issue["comments"][0].startswith("Thank you. The event is in the proposal")
    (comment,) = pull["comments"]
    assert comment.startswith("<!-- what changes for readers -->\n## What changes for readers\n")
    assert "(event): added" in comment
    assert "@everyone" not in comment
    assert comment.rstrip().endswith("the file *pictures* shows them before and after.")
    assert URL in comment
    commit = host.git("rev-parse", pull["head"])
    tried = (host.files["preview"] / "hub.zip").read_text().strip()
    assert host.git("rev-parse", f"{tried}^2") == commit
    assert pull["reviews"] == []  # what a form writes has nothing to mend
    assert "pictures" not in host.files  # no poster changes
    changed = host.git("diff", "--name-only", "main", pull["head"]).split()
    assert changed == ["data/events.yml", "data/ledger/events.txt"]

    host.merge(pull["number"])
    host.git("clone", "-q", str(host.remote), str(tmp_path / "after"), cwd=tmp_path)
    (event,) = load(tmp_path / "after").events
    assert event.title == STRANGE.replace("`", "")
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.nightly
def test_two_proposals_stand_beside_each_other_and_each_has_its_own_comment(host):
    first, second = propose(host, 7, EVENT), propose(host, 8, FORCE)
    assert first["number"] != second["number"]
    assert "Spring meeting (event): added." in first["comments"][0]
    assert "Eastshire (force): peer support added." in second["comments"][0]
    host.merge(first["number"])
    host.merge(second["number"])
    assert {one["state"] for one in host.told()["pulls"]} == {"merged"}
