"""The command `peerhub admin`: the editors' desk, on this machine."""

from __future__ import annotations

import argparse
import os
import secrets
from pathlib import Path
from typing import Any

from peerhub.admin.desk import FormDesk
from peerhub.admin.github import API, GitHub
from peerhub.admin.local_git import LocalGit
from peerhub.admin.server import DeskServer
from peerhub.admin.store import RecordStore, StoreStopped

KEYS = ("GITHUB_TOKEN", "GH_TOKEN")
"""Where the environment holds an editor's key to the host, the first that is set."""


def add_admin(commands: Any) -> None:
    """Add the command to those of the program."""
    admin = commands.add_parser("admin", help="edit the data in forms, and keep drafts")
    admin.add_argument("--port", type=int, default=8010, help="where to listen on this machine")
    admin.add_argument(
        "--github", metavar="OWNER/NAME", help="propose drafts there, not in git here"
    )
    admin.add_argument("--api", default=API, help="the address of the host's interface")
    admin.set_defaults(run=_serve)


def _serve(root: Path, options: argparse.Namespace) -> int:
    desk = FormDesk(_store(root, options))
    try:
        try:
            server = DeskServer(desk, secrets.token_urlsafe(24), options.port)
        except OSError:
            raise StoreStopped(
                f"Something else listens on port {options.port}. Name another: "
                'make admin ARGS="--port 8011".'
            ) from None
        with server:
            print(f"The desk works on {desk.store.words}. Open: {server.address}", flush=True)
            print("To end it: Ctrl+C", flush=True)
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                print("The desk is closed. Drafts that were saved are kept.")
    finally:
        desk.close()
    return 0


def _store(root: Path, options: argparse.Namespace) -> RecordStore:
    if not options.github:
        here = LocalGit(root)
        here.newest()
        return here
    key = next((os.environ[name] for name in KEYS if os.environ.get(name)), "")
    if not key:
        raise StoreStopped(
            "There is no key to the host. Put one that may write to the repository into "
            "GITHUB_TOKEN, and run this again."
        )
    return GitHub(options.github, key, root, options.api)
