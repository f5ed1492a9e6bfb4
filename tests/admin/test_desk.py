"""The desk: several records in one draft, and what an editor is told where it cannot be kept."""

from __future__ import annotations

import re

import pytest

from peerhub.admin.desk import FormChange, FormDesk
from peerhub.admin.local_git import LocalGit
from peerhub.admin.store import StoreStopped
from peerhub.editing.errors import EditError
from tests.admin.desks import changed, commit, git, hub_in_git, lines_of


@pytest.fixture
def root(tmp_path):
    return hub_in_git(tmp_path)


@pytest.fixture
def desk(root):
    made = FormDesk(LocalGit(root))
    yield made
    made.close()


def four(desk: FormDesk) -> list[FormChange]:
    return [
        changed(desk, "services", "helpline", hours="24 hours, each day", who="Anyone at work"),
        changed(desk, "services", "999", what="Danger to life, now."),
        changed(desk, "forces", "eastshire", short_name="East"),
        changed(desk, "events", "open-day", summary="A day to meet: bring a friend."),
    ]


FOUR = [
    "-  summary: A day to meet.",
    '+  summary: "A day to meet: bring a friend."',
    "-  short_name: Eastshire  # for short",
    "+  short_name: East  # for short",
    "-  what: Danger to life.",
    "+  what: Danger to life, now.",
    "-  who: Anyone",
    "+  who: Anyone at work",
    "-  hours: 24 hours, every day  # as their page says",
    "+  hours: 24 hours, each day  # as their page says",
]


def test_four_records_are_one_commit_whose_difference_is_exactly_those_lines(root, desk):
    before = git(root, "rev-parse", "HEAD")
    outcome = desk.save("New  hours\nand words", four(desk))
    assert outcome.draft.branch == "draft/new-hours-and-words"
    assert lines_of(git(root, "diff", "-U0", "main", outcome.draft.branch)) == FOUR
    assert git(root, "rev-parse", f"{outcome.draft.branch}^") == before
    assert git(root, "log", "-1", "--format=%B", outcome.draft.branch).strip() == (
        "New hours and words\n\nChanged with the form: service Helpline, service Emergency "
        "services, force Eastshire and event Open day."
    )


def test_what_the_editor_has_open_stays_as_it_is(root, desk):
    (root / "data/services.yml").write_text("half a sentence")
    (root / "new.txt").write_text("begun")
    git(root, "add", "new.txt")
    desk.save("Words", four(desk))
    assert (root / "data/services.yml").read_text() == "half a sentence"
    assert git(root, "status", "--porcelain") == " M data/services.yml\nA  new.txt\n"
    assert git(root, "branch", "--show-current") == "main\n"


def test_two_drafts_of_one_title_are_two_branches(root, desk):
    first = desk.save("Words", four(desk)[:1])
    second = desk.save("Words", four(desk)[1:])
    assert [first.draft.branch, second.draft.branch] == ["draft/words", "draft/words-2"]


def test_a_fault_stands_at_its_field_and_nothing_is_kept(root, desk):
    outcome = desk.save(
        "Words", [changed(desk, "services", "helpline", phone="12", nations=["England", "Mars"])]
    )
    told = {fault.path: fault.words for fault in outcome.faults}
    assert {fault.kind for fault in outcome.faults} == {"services"}
    assert ("phone",) in told
    assert "Mars" in told["nations", 1]
    assert git(root, "branch", "--list", "draft/*") == ""


def test_a_fault_of_a_missing_field_stands_at_its_record(desk):
    outcome = desk.check([changed(desk, "forces", "westshire", name=None)])
    (fault,) = outcome.faults
    assert (fault.kind, fault.id) == ("forces", "westshire")
    assert "'name' is missing" in fault.words or "name" in fault.words


def test_a_record_that_another_changed_meanwhile_is_told_and_shown(root, desk):
    mine = changed(desk, "services", "helpline", who="Anyone at work")
    file = root / "data/services.yml"
    file.write_text(file.read_text().replace("Somebody to talk to.", "A person to talk to."))
    commit(root, "Other words")
    outcome = desk.save("Words", [mine])
    (conflict,) = outcome.conflicts
    assert conflict.words == (
        "Somebody else has changed the service 'helpline' since you opened it. What you typed is "
        "kept. Look at what is new, and put yours on top of it."
    )
    assert conflict.now["value"]["what"] == "A person to talk to."
    again = FormChange(
        "services", "helpline", conflict.now["state"], {**conflict.now["value"], "who": "All"}
    )
    assert desk.save("Words", [again]).draft


def test_a_change_of_another_record_of_the_same_file_is_no_conflict(root, desk):
    mine = changed(desk, "services", "helpline", who="Anyone at work")
    file = root / "data/services.yml"
    file.write_text(file.read_text().replace("Danger to life.", "Danger."))
    commit(root, "Other words")
    outcome = desk.save("Words", [mine])
    assert lines_of(git(root, "diff", "-U0", "main", outcome.draft.branch)) == [
        "-  who: Anyone",
        "+  who: Anyone at work",
    ]


def test_a_record_that_was_taken_out_meanwhile_is_told(root, desk):
    mine = changed(desk, "events", "open-day", title="Another day")
    (root / "data/events.yml").write_text("events: []\n")
    commit(root, "No events")
    (conflict,) = desk.save("Words", [mine]).conflicts
    assert conflict.now is None
    assert conflict.words == (
        "There is no event 'open-day' any more: somebody has taken it out. What you typed is kept "
        "in this page. Copy what you need, then leave it out of the draft."
    )


@pytest.mark.parametrize(
    ("title", "fields", "said"),
    [
        ("", {"who": "All"}, "Say in a few words what changes. It becomes the title of the draft."),
        ("Words", {}, "Nothing has been changed yet: all is as it was."),
    ],
)
def test_a_draft_needs_a_title_and_a_change(desk, title, fields, said):
    with pytest.raises(EditError) as told:
        desk.save(title, [changed(desk, "services", "helpline", **fields)])
    assert str(told.value) == said


def test_a_folder_without_git_is_told_in_a_sentence(tmp_path):
    (tmp_path / "empty").mkdir()
    git(tmp_path / "empty", "init", "-q")
    with pytest.raises(StoreStopped, match="no git repository with a commit"):
        LocalGit(tmp_path / "empty").newest()


def test_a_repository_that_takes_no_draft_is_told_in_a_sentence(root, desk):
    git(root, "branch", "draft")  # beside it there can be no branch draft/words
    with pytest.raises(StoreStopped) as told:
        desk.save("Words", four(desk))
    assert re.fullmatch("git could not keep the draft: .+ Nothing was changed.", str(told.value))
