"""A small hub in git, full of comments, and a desk on it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerhub.admin.desk import FormChange, FormDesk
from peerhub.admin.server import DeskServer
from peerhub.admin.store import RecordStore
from tests.projects import EVENT, FORCES, SERVICES, small_project

KEY = "a-key-for-tests"
REMARKED = {
    "services": SERVICES.replace(
        "  hours: 24 hours, every day\n  phone: 0300 131 2789",
        "  # asked by letter\n  hours: 24 hours, every day  # as their page says\n"
        "  phone: 0300 131 2789",
    )
    + "# the end of the services\n",
    "forces": FORCES.replace("  short_name: Eastshire\n", "  short_name: Eastshire  # for short\n"),
    "events": EVENT.replace("  summary: A day", "  # its words are agreed\n  summary: A day"),
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def hub_in_git(folder: Path) -> Path:
    """Write a small hub with comments in its files, and commit it."""
    small_project(folder, **REMARKED)
    (folder / "docs/.keep").touch()
    git(folder, "init", "-q", "-b", "main")
    for key, value in (("user.name", "Somebody"), ("user.email", "somebody@hub.police.uk")):
        git(folder, "config", key, value)
    commit(folder, "A hub")
    return folder


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)


def changed(desk: FormDesk, key: str, identity: str, **fields: object) -> FormChange:
    """Return a change of a record as it is now; a field that is None is left empty."""
    held = desk.record(key, identity)
    value = {name: one for name, one in {**held["value"], **fields}.items() if one is not None}
    return FormChange(key, identity, held["state"], value)


@contextmanager
def served_desk(store: RecordStore) -> Iterator[DeskServer]:
    """Serve a desk on this machine while the block runs."""
    desk = FormDesk(store)
    server = DeskServer(desk, KEY, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        desk.close()


def lines_of(difference: str) -> list[str]:
    """Return the lines that a difference takes out and puts in."""
    return [
        line
        for line in difference.splitlines()
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]
