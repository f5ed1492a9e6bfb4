"""What the person who publishes reads."""

import os
import subprocess
from pathlib import Path

import pytest

from peerhub.catalogue import Issue, Issues
from peerhub.editions import Edition, EditionStopped, Published, command
from peerhub.editions.repository import Commit, GitTrouble
from peerhub.faults import Code

PROJECT = Path(__file__).parents[2]
COMMIT = Commit("0123456789", 1795000000)


def told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcome: Published | Exception,
) -> tuple[int, str, str]:
    def publish(*_: object) -> Published:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(command, "publish", publish)
    status = command.main(["2026.1"])
    return (status, *capsys.readouterr())


def test_success_says_what_to_do_next(monkeypatch, capsys) -> None:
    published = Published(Edition(2026, 1), COMMIT, "gh-pages", is_latest=True)
    assert told(monkeypatch, capsys, published) == (
        0,
        "Edition 2026.1 stands on gh-pages, made from commit 0123456789 of 2026-11-18.\n"
        "To show it to the world: git push origin gh-pages\n",
        "",
    )


def test_replacing_an_older_edition_says_that_latest_stays(monkeypatch, capsys) -> None:
    published = Published(Edition(2026, 1), COMMIT, "gh-pages", is_latest=False)
    assert "A newer edition keeps the name 'latest'.\n" in told(monkeypatch, capsys, published)[1]


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (EditionStopped("One reason.", "Another."), "One reason.\nAnother.\n"),
        (
            Issues([Issue("data/site.yml", 3, 1, Code.SYNTAX, "wrong", "Mend it.")]),
            "data/site.yml:3:1: wrong. Mend it. [PH004]\n"
            "1 problem found.\nNothing was published.\n",
        ),
        (GitTrouble("not a git repository"), "git: not a git repository\n"),
    ],
)
def test_each_trouble_is_told_in_lines_and_fails(monkeypatch, capsys, trouble, said) -> None:
    assert told(monkeypatch, capsys, trouble) == (1, "", said)


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ((), '"2026.1" --branch "gh-pages"'),
        (("FORCE=1", "BRANCH=trial"), '"2026.1" --branch "trial" --force'),
    ],
)
def test_make_passes_on_what_it_is_given(given: tuple[str, ...], passed: str) -> None:
    shown = subprocess.run(
        ["make", "--dry-run", "edition", "VERSION=2026.1", *given],
        cwd=PROJECT,
        env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert shown.rstrip().endswith(f"-m peerhub.editions {passed}")
