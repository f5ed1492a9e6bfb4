"""A folder on a server, brought there by rsync: a mirror here, the same layout there.

rsync replaces the link `current` as its last step, by renaming, so readers never meet half of a
publication.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.targets.folder import CURRENT, FolderTarget
from peerhub.publish.targets.target import Written

MODE = ("-rlptH", "--no-inc-recursive", "--mkpath")
"""Links stay links, and the whole list is known before anything is sent: otherwise what is linked
from a new release would be sent again before its link in the store is met."""

RECORDS = "publications"
OURS = ("releases", RECORDS, "store")
"""What is ours below the folder: nothing else is ever fetched from there or removed."""
LOCK = ".lock"
PARTLY, NOT_THERE = 23, "(2)"
"""What rsync ends with when it could not read all, and the number it tells where nothing stands.

A folder that stands and cannot be read is not new: to begin anew would remove what it holds.
"""
LISTED = re.compile(
    r"^[a-z-][rwxsStT-]{9}\S* +[\d,.]+\S* +\S+ +\S+ (.+?)(?: -> .*)?$", re.MULTILINE
)
"""A line of rsync's list: rights, size, day, time and name. What a server greets with is none."""


class ServerTarget:
    """A folder that rsync can reach: `host:/var/www/hub`, `rsync://host/module`, or a path."""

    def __init__(self, address: str, mirrors: Path) -> None:
        self.address = address.strip().rstrip("/")
        if not folder_of(self.address):
            raise PublishStopped(
                f"rsync:{address} names no folder of its own. Give one, such as "
                "rsync:host:/var/www/hub."
            )
        self.name = self.address
        self._mirror = FolderTarget(mirrors / sha256(self.address.encode()).hexdigest()[:12])

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Bring the mirror up to what the server holds, and hold it."""
        if not shutil.which("rsync"):
            raise PublishStopped("rsync was not found. Run: sudo apt-get install rsync.")
        with self._mirror.held():
            self._pull()
            yield

    def current(self) -> Publication | None:
        """Return what the server serves."""
        return self._mirror.current()

    def read(self, digest: str) -> bytes:
        """Return a content that the server holds."""
        return self._mirror.read(digest)

    def read_all(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return some contents that the server holds."""
        return self._mirror.read_all(digests)

    def publish(self, publication: Publication, contents: Contents) -> Written:
        """Publish to the mirror, then bring everything but the link, then the link."""
        written = self._mirror.publish(publication, contents)
        self._push()
        return written

    def earlier(self) -> Sequence[Publication]:
        """Return the publications that can be gone back to."""
        return self._mirror.earlier()

    def go_back(self, publication: Publication) -> None:
        """Serve an earlier publication."""
        self._mirror.go_back(publication)
        self._push()

    def _pull(self) -> None:
        """Fetch what the server holds; a new server holds nothing.

        Raises PublishStopped when the folder holds what this program did not put there.
        """
        listed = self._rsync("--list-only", f"{self.address}/", check=False)
        if listed.returncode == PARTLY and NOT_THERE in listed.stderr:
            return
        if listed.returncode:
            raise self._stopped(listed)
        names = set(LISTED.findall(listed.stdout))
        if RECORDS not in names and (theirs := names - {".", LOCK, CURRENT, *OURS}):
            raise PublishStopped(
                f"{self.name} holds files that this program did not put there, such as "
                f"{min(theirs)}. Name an empty folder."
            )
        ours = [word for name in OURS for word in ("--include", f"/{name}/***")]
        ours += ["--include", f"/{CURRENT}", "--exclude", "*"]
        self._rsync("--delete", *ours, f"{self.address}/", f"{self._mirror.home}/")

    def _push(self) -> None:
        """Bring what is new, then the link; then remove what is old from our own folders alone."""
        here = f"{self._mirror.home}/"
        self._rsync("--exclude", f"/{CURRENT}", here, f"{self.address}/")
        self._rsync(f"{here}{CURRENT}", f"{self.address}/")
        for name in OURS:
            self._rsync("--delete-after", f"{here}{name}/", f"{self.address}/{name}/")

    def _rsync(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["rsync", *MODE, "--exclude", f"/{LOCK}", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            raise self._stopped(done)
        return done

    def _stopped(self, done: subprocess.CompletedProcess[str]) -> PublishStopped:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[0]
        return PublishStopped(
            f"{self.name} could not be reached or written to ({said}). Mend that, then run again. "
            "Readers are served what they were before."
        )


def folder_of(address: str) -> str:
    """Return the folder that an address of rsync names, or nothing where it names none.

    The root of a disk, the home of an account and a server without a module are no folder for a
    hub: whatever else stands there is not ours.
    """
    if address.startswith("rsync://"):
        return address.removeprefix("rsync://").partition("/")[2].strip("/")
    host, colon, folder = address.partition(":")
    return (folder.lstrip(":") if colon and "/" not in host else address).strip("/~. ")
