"""What a change changes is told in plain words, and what a proposal may not do is refused."""

from __future__ import annotations

import json
import subprocess

import pytest

from peerhub.cli import main
from peerhub.difference.gate import mixed
from tests.projects import EVENT, FORCES, SERVICES, small_project

MAILBOX = """\
  peer_support:
    confirmed_on: 2026-11-02
    source: Letter from the wellbeing lead, hub file 12
    mailbox: peer.support@eastshire.police.uk
"""
WITH_MAILBOX = FORCES.replace("neighbours: [westshire]\n", f"neighbours: [westshire]\n{MAILBOX}")


@pytest.fixture
def base(tmp_path):
    return small_project(tmp_path / "base", events=EVENT)


def told(capsys, root, base, *more: str) -> tuple[int, str, str]:
    status = main(["--root", str(root), "diff", str(base), *more])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_two_states_that_say_the_same_differ_in_nothing(base, tmp_path, capsys):
    now = small_project(
        tmp_path / "now", events=EVENT.replace("title: Open day", "title: 'Open day'")
    )
    assert told(capsys, now, base, "--gate") == (0, "Nothing changes for readers.\n", "")


def test_a_change_is_told_by_record_and_by_what_comes_of_it(base, tmp_path, capsys):
    event = EVENT.replace("2027-03-01", "2027-03-08").replace("revision: 0", "revision: 1")
    now = small_project(tmp_path / "now", events=event, forces=WITH_MAILBOX)
    status, said, _ = told(capsys, now, base)
    lines = said.splitlines()
    assert status == 0
    assert lines[0] == "Eastshire (force): peer support added."
    assert lines[1] == "Open day (event): date: 1 March 2027 → 8 March 2027; revision: 0 → 1."
    (pages,) = [line for line in lines if "read differently" in line]
    assert "/forces/eastshire/" in pages
    assert "/events/open-day/" in pages


def test_markdown_for_a_conversation_carries_nothing_out(base, tmp_path, capsys):
    odd = EVENT.replace("title: Open day", "title: 'A [day](x) @all <5>'")
    now = small_project(tmp_path / "now", events=odd)
    _, said, _ = told(capsys, now, base, "--format", "markdown")
    assert said.startswith("<!-- what changes for readers -->\n## What changes for readers\n\n- ")
    line = next(line for line in said.splitlines() if "day" in line)
    assert "@all" not in line
    assert r"\<5\>" in line


def test_programs_get_the_same_as_data(base, tmp_path, capsys):
    now = small_project(tmp_path / "now")
    _, said, _ = told(capsys, now, base, "--format", "json")
    found = json.loads(said)
    assert found["records"] == [
        {"kind": "event", "id": "open-day", "title": "Open day", "what": ["taken out"]}
    ]
    assert "/events/open-day/" in found["pages"]["gone"]


def test_a_number_that_changes_without_a_look_is_refused_even_with_its_ledger(
    base, tmp_path, capsys
):
    text = SERVICES.replace("0300 131 2789", "0300 131 2790")
    now = small_project(tmp_path / "now", events=EVENT, services=text)
    assert main(["--root", str(now), "fix"]) == 0
    capsys.readouterr()
    status, _, said = told(capsys, now, base, "--gate")
    assert status == 1
    assert said == (
        "Refused: service 'helpline': its number has changed, and last_checked is still "
        "2026-11-01. Open the service's own page, compare the number, and set last_checked to "
        "that day.\n"
    )
    head, _, tail = text.rpartition("2026-11-01")
    small_project(now, events=EVENT, services=f"{head}2026-11-02{tail}")
    assert told(capsys, now, base, "--gate")[0] == 0


def test_an_address_may_not_leave_the_ledger(base, tmp_path, capsys):
    for root in (base, small_project(tmp_path / "now", events=EVENT)):
        assert main(["--root", str(root), "fix"]) == 0
    capsys.readouterr()
    ledger = tmp_path / "now/data/ledger/addresses.txt"
    ledger.write_text(ledger.read_text().replace("/forces/eastshire/\n", ""))
    status, _, said = told(capsys, tmp_path / "now", base, "--gate")
    assert status == 1
    assert said.startswith("Refused: the address /forces/eastshire/ was taken out of")


@pytest.mark.parametrize(
    ("files", "is_refused"),
    [
        (["docs/support.md", "src/peerhub/cli.py"], True),
        (["data/events.yml", ".github/workflows/ci.yml"], True),
        (["data/events.yml", "data/ledger/events.txt", "docs/index.md"], False),
        (["src/peerhub/cli.py", "data/schemas/events.json", "ARCHITECTURE.md"], False),
    ],
)
def test_words_and_program_are_proposed_apart(files, is_refused):
    assert bool(list(mixed(files))) == is_refused


def test_the_state_may_be_a_commit(base, capsys):
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
            cwd=base,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "One")
    (base / "data/events.yml").write_text(EVENT.replace("Everyone", "Coordinators"))
    status, said, _ = told(capsys, base, "HEAD")
    assert status == 0
    assert said.startswith("Open day (event): audience: Everyone → Coordinators.")
    for odd in ("nowhere", "--output=x"):
        assert main(["--root", str(base), "diff", "--", odd]) == 1
        assert "state" in capsys.readouterr().err or odd.startswith("-")


def test_a_name_that_no_file_could_have_is_told_in_one_line(tmp_path, capsys):
    root = small_project(tmp_path)
    assert main(["--root", str(root), "diff", "x" * 5000]) == 1
    assert capsys.readouterr().err.startswith("git knows no state 'xxx")
