"""A folder on a server, brought there by rsync: a mirror here, the same layout there.

rsync replaces the link `current` as its last step, by renaming, so readers never meet half of a
publication.
"""

from __future__ import annotations

import contextlib
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


class ServerTarget:
    """A folder that rsync can reach: `host:/var/www/hub`, `rsync://host/module`, or a path."""

    def __init__(self, address: str, mirrors: Path) -> None:
        self.address = address.rstrip("/")
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
        """Fetch what the server holds; a new server holds nothing."""
        listed = self._rsync("--list-only", f"{self.address}/", check=False)
        if listed.returncode == 23 or not listed.stdout.strip():
            return
        if listed.returncode:
            raise self._stopped(listed)
        self._rsync("--delete", f"{self.address}/", f"{self._mirror.home}/")

    def _push(self) -> None:
        here = f"{self._mirror.home}/"
        self._rsync("--exclude", f"/{CURRENT}", here, f"{self.address}/")
        self._rsync(f"{here}{CURRENT}", f"{self.address}/")
        self._rsync("--delete-after", here, f"{self.address}/")

    def _rsync(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["rsync", *MODE, "--exclude", "/.lock", *words],
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
