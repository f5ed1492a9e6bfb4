"""A form of the host becomes a draft proposal, and nothing that is written there is carried out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
import yaml

from peerhub.catalogue import load
from peerhub.cli import main
from tests.projects import ROOT, small_project

EVENT = {
    "What it is called": "Spring meeting",
    "What kind it is": "networking",
    "On which day": "2027-03-09",
    "From when to when": "9.30 to 16:00",
    "Where, or online": "Headquarters, and online",
    "Whom it is for": "Coordinators",
    "How to book": "peer.support@eastshire.police.uk",
    "What it is, in two or three sentences": "A morning to meet.\n\nBring a question.",
    "A page of the organiser that says so": "_No response_",
}
FORCE = {
    "The force": "eastshire police",
    "On which day it was confirmed": "2026-11-12",
    "By which role, and how": "Letter from the wellbeing lead",
    "The team's role mailbox": "peer.support@eastshire.police.uk",
    "The team's number, if it has one that is no one person's": "_No response_",
    "How many trained supporters there are": "12",
    "Since when the national selection criteria are used": "2026-03-02",
    "When the specified training was last given": "_No response_",
}
NUMBER = {
    "Where you found it": "/support/",
    "What it says": "0300 131 2789",
    "What it should say, if you know": "0300 131 2790",
    "The service's own page that says so": "https://www.oscarkilo.org.uk/",
}
PAGE = {
    "The address of the page": "/guidance/records/",
    "What is wrong or missing": "$(touch pwned) `touch pwned` ${{ github.token }}",
    "What would be better, if you know": "_No response_",
}


@pytest.fixture
def root(tmp_path):
    project = small_project(tmp_path / "hub")
    shutil.copytree(ROOT / ".github/ISSUE_TEMPLATE", project / ".github/ISSUE_TEMPLATE")
    return project


def body(answers: dict[str, str]) -> str:
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{words}" for label, words in answers.items())


def answer(root, text: str) -> str:
    event = root.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "title": "`x`", "body": text}}))
    out = root.parent / "answer.md"
    words = ["take-form", str(event), "--answer", str(out), "--today", "2026-11-28"]
    status = main(["--root", str(root), *words])
    assert status == 0
    return out.read_text()


def test_an_event_is_added_as_it_was_asked_for(root):
    assert answer(root, body(EVENT)).startswith("Thank you. The event is in the proposal")
    (event,) = load(root).events
    assert (event.title, event.start, event.end) == ("Spring meeting", "09:30", "16:00")
    assert event.where.place == "Headquarters, and online"
    assert event.where.online
    assert event.booking.mailbox == "peer.support@eastshire.police.uk"
    assert event.status == "planned"


def test_a_force_is_found_by_its_name_and_its_record_is_filled(root):
    assert answer(root, body(FORCE)).startswith("Thank you. The record is in the proposal.")
    held = load(root).force_by_id["eastshire"].peer_support
    assert held.trained_supporters == 12
    assert held.selection_criteria_adopted_on.isoformat() == "2026-03-02"


def test_a_number_is_changed_and_nobody_is_said_to_have_looked_it_up(root):
    assert main(["--root", str(root), "fix"]) == 0
    before = (root / "data/services.yml").read_text()
    assert "until an editor has opened the service's own page" in answer(root, body(NUMBER))
    after = (root / "data/services.yml").read_text()
    assert after == before.replace("phone: 0300 131 2789", 'phone: "0300 131 2790"')
    assert main(["--root", str(root), "check"]) == 1


@pytest.mark.parametrize(
    ("answers", "changed", "said"),
    [
        (EVENT, {"On which day": "March"}, "'March' is not a day. Write it like 2027-02-04."),
        (EVENT, {"How to book": "jane.smith@eastshire.police.uk"}, "booking.mailbox"),
        (FORCE, {"The force": "Eastshir"}, "There is no force 'Eastshir'. Did you mean 'eastshire"),
        (FORCE, {"By which role, and how": "Letter from Jane Smith"}, "may not name a person"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_nothing_changes(root, answers, changed, said):
    before = {file: file.read_bytes() for file in root.rglob("*.yml")}
    told = answer(root, body({**answers, **changed}))
    assert told.startswith("This cannot be used yet:\n\n    ")
    assert said in told
    assert told.endswith("What you wrote is kept. Change it above, and it is tried again.\n")
    assert {file: file.read_bytes() for file in root.rglob("*.yml")} == before


def test_what_is_no_form_is_left_to_people(root):
    assert answer(root, "Hello").startswith("This was not written with one of the forms")
    assert "An editor will read it" in answer(root, body(PAGE))


def scripts(job: str) -> list[str]:
    held = yaml.safe_load((ROOT / ".github/workflows/form.yml").read_text())
    return [step["run"] for step in held["jobs"][job]["steps"] if "run" in step]


def test_a_form_becomes_a_draft_proposal_and_no_shell_sees_its_words(root, tmp_path):
    """The workflow's own scripts, with a program in the place of the host's command."""
    remote, log = tmp_path / "remote.git", tmp_path / "log"
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(f'#!/bin/sh\necho "$@" >>"{log}"\n')
    (tools / "gh").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "NUMBER": "7",
        "GH_TOKEN": "x",
        "HOME": str(tmp_path),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def sh(script: str, folder) -> None:
        command = ["bash", "-euo", "pipefail", "-c", script]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)

    sh(f"git init -q --bare {remote}", tmp_path)
    author = "git -c user.name=a -c user.email=a@example.org"
    sh(f"git init -q -b main && git add -A && {author} commit -qm One", root)
    sh(f"git remote add origin {remote} && git push -q origin main", root)
    sh(f"git clone -q -b main {remote} {tmp_path / 'clone'}", tmp_path)
    told = answer(root, body({**EVENT, "What it is called": "Day $(touch pwned) `touch pwned`"}))
    assert told.startswith("Thank you.")
    (tmp_path / "form").mkdir()
    (tmp_path / "form/answer.md").write_text(told)
    sh(f"git diff --no-color --binary -- data >{tmp_path}/form/change.patch", root)
    (script,) = scripts("propose")
    sh(script, tmp_path / "clone")
    said = log.read_text().splitlines()
    assert "pr create --draft --head form/7 --title Form 7 --body-file body.md" in " ".join(said)
    assert said[-1].startswith("issue comment 7 --edit-last --create-if-none --body-file")
    sh("git fetch -q origin form/7 && git checkout -qf FETCH_HEAD", root)
    sh("git diff --quiet origin/main FETCH_HEAD -- docs src", root)
    assert "touch pwned" in (root / "data/events.yml").read_text()
    assert not list(tmp_path.rglob("pwned"))


def test_the_job_that_reads_has_no_rights_and_the_one_that_writes_runs_no_program_of_ours():
    held = yaml.safe_load((ROOT / ".github/workflows/form.yml").read_text())
    assert "permissions" not in held["jobs"]["read"]
    assert "peerhub" not in " ".join(scripts("propose"))
    assert "make" not in " ".join(scripts("propose")).split()
