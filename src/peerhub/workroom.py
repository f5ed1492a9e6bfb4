"""The room beside a site in which its next build is made, and the one step that puts it in place.

The room is a hidden folder, `.site.next`, on the same disk as the site. Whoever holds the lock on
it is the one build at work; a room that nobody holds was left behind by a build that was killed.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from peerhub.exchange import exchange

FOLDER, FILE = 0o755, 0o644
"""Who may read what is built: everybody, for the program that serves it is somebody else."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Workroom:
    """A build in the making. Its folders are `site` (fresh), and `before` while they change."""

    path: Path
    site: Path
    """Where the build goes."""
    lock: int
    """The descriptor that holds the room; a program that is given it holds the room as well."""

    @property
    def fresh(self) -> Path:
        """The folder to build into."""
        return self.path / "site"

    @property
    def before(self) -> Path:
        """Where the site before stands for a moment, on a system that cannot exchange names."""
        return self.path / "before"

    def change_over(self) -> None:
        """Put the fresh site in place of the one before. Raises OSError, having changed nothing.

        A reader finds the old site or the new one at every moment, where the system can exchange
        two names. Elsewhere there is none for the moment between two renames; a build that is
        killed in it has its site put back by the next.
        """
        make_readable(self.fresh)
        if not self.site.exists():
            self.fresh.rename(self.site)
        elif not exchange(self.fresh, self.site):
            self.site.rename(self.before)
            try:
                self.fresh.rename(self.site)
            except BaseException:
                self.before.rename(self.site)
                raise


@contextmanager
def workroom(site: Path, say: Say) -> Iterator[Workroom]:
    """Hold the room beside `site`, empty, for as long as the block lasts; then remove it.

    Waits, and says so, while another build holds it. What builds that were killed have left
    behind is put right first. Raises OSError when there can be no room beside the site.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    path = site.parent / f".{site.name}.next"
    lock = _hold(path, site, say)
    room = Workroom(path, site, lock)
    try:
        _put_right(room)
        yield room
    finally:
        if site.exists() or not room.before.exists():
            shutil.rmtree(path, ignore_errors=True)
        os.close(lock)


def _hold(path: Path, site: Path, say: Say) -> int:
    """Return a descriptor of the room with the lock on it, waiting for whoever has it."""
    told = False
    while True:
        path.mkdir(exist_ok=True)
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                say(f"Another build of {site.name}/ is at work. Waiting for it to end.")
                told = True
            fcntl.flock(lock, fcntl.LOCK_EX)
        if _is_still(path, lock):
            return lock
        os.close(lock)  # the build before has taken its room away; make another


def _is_still(path: Path, lock: int) -> bool:
    try:
        there, held = path.stat(), os.fstat(lock)
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) == (held.st_dev, held.st_ino)


def _put_right(room: Workroom) -> None:
    """Put back a site that a killed build had set aside, and remove everything else it left."""
    older = re.compile(rf"\.{re.escape(room.site.name)}-[a-z0-9_]{{8}}")
    left = [one for one in room.site.parent.iterdir() if older.fullmatch(one.name)]
    for folder in (room.path, *left):
        before = folder / "before"
        if before.is_dir() and not room.site.exists():
            before.rename(room.site)
    for folder in (*room.path.iterdir(), *left):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink()


def make_readable(site: Path) -> None:
    """Let everybody read a built site, whatever the mask of the person who built it."""
    site.chmod(FOLDER)
    for folder, folders, files in os.walk(site):
        for mode, names in ((FOLDER, folders), (FILE, files)):
            for name in names:
                path = Path(folder, name)
                if path.stat().st_mode & 0o7777 != mode:
                    path.chmod(mode)
