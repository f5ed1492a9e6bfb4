"""What `fix` would write is suggested on the lines of a proposal that its comparison shows."""

from __future__ import annotations

import json
import random
import subprocess

import pytest

from peerhub.cli import main
from peerhub.mending.repair import Repair
from peerhub.mending.suggestions import Suggestion, shown_lines, suggestions
from tests.projects import EVENT, small_project

AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@example.org")
WHOLE = (range(1, 1000),)


def git(root, *words: str) -> None:
    subprocess.run(["git", *AUTHOR, *words], cwd=root, check=True, capture_output=True)


def taken(before: str, held: list[Suggestion]) -> str:
    """Return a text after a host has put every suggestion in its place."""
    lines = before.split("\n")
    for one in sorted(held, key=lambda each: each.first, reverse=True):
        _, _, rest = one.body.partition("suggestion\n")
        put = rest.rstrip("`").removesuffix("\n") if rest.strip("`") else None
        lines[one.first - 1 : one.last] = [] if put is None else put.split("\n")
    return "\n".join(lines)


def test_a_line_is_suggested_with_what_is_mended_in_it():
    done = [Repair("data/x.yml", 2, "put a space after the colon of 'phone'")]
    held, rest = suggestions("data/x.yml", "a: 1\nphone:08\n", "a: 1\nphone: 08\n", done, WHOLE)
    assert rest == []
    assert [one.as_comment() for one in held] == [
        {
            "path": "data/x.yml",
            "line": 2,
            "side": "RIGHT",
            "body": "`peerhub fix`: put a space after the colon of 'phone'.\n\n"
            "```suggestion\nphone: 08\n```",
        }
    ]


def test_several_lines_are_one_suggestion():
    (one,), _ = suggestions("a.md", "a\nb\nc\nd", "a\nB\nC\nd", [], WHOLE)
    assert one.as_comment()["start_line"] == 2
    assert one.as_comment()["line"] == 3


def test_a_fence_within_is_held_by_a_longer_one():
    (one,), _ = suggestions("a.md", "x\n```` y\u00a0", "x\n```` y", [], WHOLE)
    assert "\n`````suggestion\n```` y\n`````" in one.body


def test_what_the_comparison_does_not_show_is_told_in_words():
    done = [Repair("a.md", 2, "took out spaces"), Repair("a.md", 9, "wrote it")]
    before, after = "a\nb \n\n\n\n\n\n\nc \n", "a\nb\n\n\n\n\n\n\nc\n"
    held, rest = suggestions("a.md", before, after, done, [range(1, 5)])
    assert [one.first for one in held] == [2]
    assert rest == [done[1]]
    held, rest = suggestions("a.md", before, after, [], [range(1, 2)])
    assert (held, [one.line for one in rest]) == ([], [2, 9])


def test_a_change_that_begins_outside_of_what_is_shown_is_no_suggestion():
    held, rest = suggestions("a.md", "a\nb\nc", "A\nB\nC", [], [range(2, 4)])
    assert held == []
    assert len(rest) == 1


def test_taking_every_suggestion_gives_what_fix_gives():
    chance = random.Random(13)
    for _ in range(300):
        before = [chance.choice("abcdef") for _ in range(chance.randrange(1, 12))]
        after = [one for one in before if chance.random() > 0.2]
        for _ in range(chance.randrange(3)):
            after.insert(chance.randrange(len(after) + 1), chance.choice("xyz"))
        texts = "\n".join(before), "\n".join(after)
        held, rest = suggestions("a.md", *texts, [], WHOLE)
        assert rest == []
        if after:
            assert taken(texts[0], held) == texts[1]


@pytest.fixture
def root(tmp_path):
    """A project of which one line of events was proposed, and a far one is amiss already."""
    amiss = EVENT + "".join(f"# {number}\n" for number in range(30)) + "# end \n"
    project = small_project(tmp_path, events=amiss)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "One")
    git(project, "switch", "-qc", "proposal")
    file = project / "data" / "events.yml"
    file.write_text(file.read_text().replace("title: ", "title:\u00a0"), encoding="utf-8")
    git(project, "commit", "-qam", "Two")
    return project


def test_the_command_writes_both_as_json_and_changes_nothing(root, capsys):
    file = root / "data" / "events.yml"
    before = file.read_bytes()
    assert main(["--root", str(root), "fix", "--format", "review", "--base", "main"]) == 0
    said = json.loads(capsys.readouterr().out)
    (comment,) = said["comments"]
    number = (
        file.read_text()
        .split("\n")
        .index(next(line for line in file.read_text().split("\n") if "title:" in line))
    )
    assert (comment["path"], comment["line"]) == ("data/events.yml", number + 1)
    assert "title: " in comment["body"]
    assert "\u00a0" not in comment["body"]
    assert [one["what"] for one in said["elsewhere"]] == ["took out spaces at the end of the line"]
    assert file.read_bytes() == before


def test_nothing_to_mend_is_no_suggestion(root, capsys):
    git(root, "switch", "-q", "main")
    file = root / "data" / "events.yml"
    file.write_text(file.read_text().replace("# end ", "# end"), encoding="utf-8")
    assert main(["--root", str(root), "fix", "--format", "review"]) == 0
    assert json.loads(capsys.readouterr().out) == {"comments": [], "elsewhere": []}


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_a_state_that_git_does_not_know_is_told_in_one_line(root, capsys, base):
    assert main(["--root", str(root), "fix", "--format", "review", f"--base={base}"]) == 1
    assert capsys.readouterr().err.startswith(f"git knows no state '{base}' of this project.")


def test_names_with_other_letters_are_known(root):
    page = root / "docs" / "sŵn a llais.md"
    page.write_text("one\n", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Three")
    assert shown_lines(root, "main")["docs/sŵn a llais.md"] == [range(1, 2)]
