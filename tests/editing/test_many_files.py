"""Every command that reads or writes data finds it in whichever of its kind's files it stands."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import polib
import pytest

from peerhub.admin.desk import FormDesk
from peerhub.admin.local_git import LocalGit
from peerhub.catalogue import load
from peerhub.cli import main
from peerhub.publish.errors import PublishStopped
from peerhub.publish.recalling import recall_of, refuse
from tests.admin.desks import changed, commit, git
from tests.projects import ROOT, SERVICES, problems, small_project

FOLDER = "data/services"
LATER = f"{FOLDER}/later.yml"
WORDS = "  # Kept: ŵ\n  words:\n    cy:\n      translation: draft\n      name: Llinell gymorth\n"
FIRST, _, LAST = SERVICES.partition("- id: helpline\n")
HELPLINE = f"services:\n- id: helpline\n{LAST}{WORDS}"


@pytest.fixture
def root(tmp_path) -> Path:
    """A small hub whose second service stands in a file of the folder, without defaults."""
    languages = (ROOT / "data/languages.yml").read_text(encoding="utf-8")
    project = small_project(tmp_path / "hub", services=FIRST, languages=languages)
    shutil.copytree(ROOT / ".github/ISSUE_TEMPLATE", project / ".github/ISSUE_TEMPLATE")
    (project / FOLDER).mkdir()
    (project / LATER).write_text(HELPLINE, encoding="utf-8")
    assert problems(project) == []
    return project


def text(root: Path, name: str = LATER) -> str:
    return (root / name).read_text(encoding="utf-8")


def run(root: Path, *words: str) -> int:
    return main(["--root", str(root), *words])


@pytest.fixture(autouse=True)
def first_stays(root):
    """The file beside the folder is never touched: nothing here is about what stands in it."""
    yield
    assert text(root, "data/services.yml") == FIRST


def signed(root: Path, file: Path) -> None:
    assert run(root, "translate", "export", str(file)) == 0
    held = polib.pofile(str(file))
    held.metadata |= {"X-Checked-By": "force translator", "X-Checked-On": "2026-11-02"}
    for one in held:
        if one.msgctxt.startswith("services/helpline/"):
            one.flags, one.msgstr = [], "Y llinell"
    held.save()


def test_a_translation_comes_back_into_the_file_that_holds_its_record(root, tmp_path, capsys):
    signed(root, tmp_path / "cy.po")
    assert run(root, "translate", "import", str(tmp_path / "cy.po")) == 0
    assert "Took 1 changed message; 1 record signed off." in capsys.readouterr().out
    assert problems(root) == []
    (helpline,) = (one for one in load(root).services if one.id == "helpline")
    assert (helpline.words["cy"].name, helpline.words["cy"].is_draft) == ("Y llinell", False)
    assert "checked_words: " in text(root)
    assert "# Kept: ŵ" in text(root)


def test_fix_says_of_a_sign_off_there_of_which_words_it_is(root):
    by = "translation: checked\n      checked_by: force translator\n      checked_on: 2026-11-02"
    (root / LATER).write_text(HELPLINE.replace("translation: draft", by), encoding="utf-8")
    assert run(root, "fix") == 0
    assert "      checked_words: " in text(root)
    assert problems(root) == []


def test_fix_lets_a_moved_page_be_led_to_from_every_file_of_searches(root):
    (root / "docs/new.md").write_text(
        "---\ntitle: New\ndescription: New.\nowner: hub-editors\nreview_by: 2027-05-01\n"
        "moved_from: [/old/]\n---\n\nNew.\n"
    )
    (root / "data/search").mkdir()
    (root / "data/search/more.yml").write_text("crisis:\n- leads_to: /old/\n")
    run(root, "fix")
    assert text(root, "data/search/more.yml") == "crisis:\n- leads_to: /new/\n"


def test_a_form_changes_the_number_where_it_stands(root, tmp_path):
    said = {
        "Where you found it": "/support/",
        "What it says": "0300 131 2789",
        "What it should say, if you know": "0300 131 2790",
        "The service's own page that says so": "https://www.oscarkilo.org.uk/",
    }
    body = "\n\n".join(f"### {name}\n\n{answer}" for name, answer in said.items())
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "title": "x", "body": body}}))
    out = tmp_path / "answer.md"
    assert run(root, "take-form", str(event), "--answer", str(out)) == 0
    assert "The number of Helpline is changed" in out.read_text()
    assert text(root) == HELPLINE.replace("phone: 0300 131 2789", 'phone: "0300 131 2790"')


def test_what_is_due_and_late_is_told_with_the_file_that_holds_it(root, capsys):
    assert run(root, "due", "--month", "2027-05", "--today", "2027-05-20") == 0
    told = capsys.readouterr().out
    assert f"helpline ({LATER})" in told
    assert "999 (data/services.yml)" in told


def test_what_is_still_in_use_there_is_not_taken_back(root):
    recall = recall_of(root, "0300 131 2789", dt.date(2026, 11, 28))
    with pytest.raises(PublishStopped) as told:
        refuse(root, recall, is_found=True)
    assert str(told.value).startswith(f"{LATER}:10:10: 0300 131 2789 is still in use.")


def test_a_source_of_a_folder_is_found_by_its_id(root):
    (root / "data/evidence").mkdir()
    source = {"id": "a-report", "short": "Report 2024", "title": "A report"}
    (root / "data/evidence/more.yml").write_text(json.dumps({"evidence": [source]}))
    recall = recall_of(root, "a-report", dt.date(2026, 11, 28))
    assert (recall.kind, recall.called) == ("source", "Report 2024")


@pytest.fixture
def desk(root):
    git(root, "init", "-q", "-b", "main")
    for key, value in (("user.name", "Somebody"), ("user.email", "somebody@hub.police.uk")):
        git(root, "config", key, value)
    (root / "docs/.keep").touch()
    commit(root, "A hub")
    made = FormDesk(LocalGit(root))
    yield made
    made.close()


def test_the_desk_shows_and_saves_a_record_of_any_file(root, desk):
    listed = next(one for one in desk.lists() if one["key"] == "services")
    assert [one["id"] for one in listed["records"]] == ["999", "helpline"]
    assert desk.record("services", "helpline")["given"]["owner"] == "hub-editors"
    change = changed(desk, "services", "helpline", hours="24 hours, each day")
    branch = desk.save("Hours", [change]).draft.branch
    told = git(root, "diff", "-U0", "main", branch).splitlines()
    assert [line for line in told if line[0] in "+-" and line[:3] not in ("+++", "---")] == [
        "-  hours: 24 hours, every day",
        "+  hours: 24 hours, each day",
    ]
    assert f"+++ b/{LATER}" in told


def test_a_fault_in_any_file_is_brought_to_its_field(desk):
    outcome = desk.check([changed(desk, "services", "helpline", phone="12")])
    assert ("services", "helpline", ("phone",)) in {
        (fault.kind, fault.id, fault.path) for fault in outcome.faults
    }
