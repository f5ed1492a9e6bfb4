"""The command: each loads what it needs, when it is carried out, and nothing that others need."""

from __future__ import annotations

import fcntl
import gc
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from peerhub.cli import LIGHT, main
from peerhub.stopped import Stopped

HEAVY = ("weasyprint", "pikepdf", "PIL", "pypdfium2", "grimp", "fsspec", "mkdocs")
LATER = ("publish", "mending", "editing.adding", "offline", "feeds.api", "build")
LOADED = """
import sys
from peerhub.cli import main
main(["check", "--explain", "PH001"])
import peerhub.orders.revisions, peerhub.training.revisions
print(*sys.modules, file=sys.stderr)
"""


def test_a_check_loads_nothing_that_draws_sends_or_changes():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())
    assert "peerhub.hub" in loaded
    assert loaded & {*HEAVY, *(f"peerhub.{one}" for one in LATER)} == set()


def test_every_command_is_listed_and_known(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = {
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:4] == "    "
    }
    assert {*LIGHT, "new", "fix", "edition", "publish", "rollback", "verify", "offline"} <= listed
    for command in sorted(listed):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert f"peerhub {command}" in capsys.readouterr().out


def test_what_stops_a_command_is_told_without_a_trace(monkeypatch, capsys, tmp_path):
    def stop(_):
        raise Stopped("It cannot be. Do that.")

    monkeypatch.setattr("peerhub.cli.load", lambda *_: stop(_))
    assert main(["--root", str(tmp_path), "due"]) == 1
    assert capsys.readouterr().err == "It cannot be. Do that.\n"
    assert gc.isenabled()


def test_posters_wait_for_a_build_of_the_same_site_and_hold_off_the_next(
    monkeypatch, tmp_path, capsys
):
    site = tmp_path / "site"
    site.mkdir()

    def printed(*_, **__):
        with pytest.raises(BlockingIOError):
            fcntl.flock(os.open(room_of(site), os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)
        return "Printed."

    monkeypatch.setattr("peerhub.orders.posters.print_posters", printed)
    monkeypatch.setattr("peerhub.cli.Hub.open", lambda _: SimpleNamespace(catalogue=NOBODY))
    assert main(["--root", str(tmp_path), "posters"]) == 0
    assert capsys.readouterr().out == "Printed.\n"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


NOBODY = SimpleNamespace(uk_forces=())


def room_of(site):
    return site.parent / ".site.next"
