"""The store of what is made already, each file under the key of what it was made from.

An entry's name holds its key and a digest of its bytes, so an entry that was cut short or
altered is known at sight of its bytes and made again. Entries are written beside their place and
moved into it, so two runs may share a store, and a run that is stopped leaves whole entries only.
A finished file of a site may be another name of its entry (`ready.py`): nobody writes into either.

Where the setting `PEERHUB_STORE` names one, a store that many machines share stands behind it.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from peerhub.press.engine.errors import PressError

if TYPE_CHECKING:
    from peerhub.press.engine.shared_store import SharedStore

SHARED = "PEERHUB_STORE"
"""The setting that holds the address of the shared store."""

KEPT_DAYS = 30
"""Days for which an entry is kept after the last run that used it."""

ROOM = 512 * 1024 * 1024
"""Bytes that entries which the last run did not use may take: a dozen editions of posters."""

FRESH = 24 * 60 * 60
"""Seconds in which an entry is never too much: a run at work may have made it, or one stopped."""

DIGITS = 32
"""Hexadecimal digits of the key, and of the digest, in an entry's name."""

PART = ".part"
"""How the name of a file that is still being written ends."""


class Store:
    """A folder of finished files by key, all of one kind (`suffix`)."""

    def __init__(self, folder: Path, suffix: str = ".pdf") -> None:
        self.folder = folder
        self.suffix = suffix
        self._held: dict[int, int] = {}
        """The digest of each entry by its key, as numbers: a run of many holds them all."""
        for name in _names(folder):
            if name.endswith(suffix):
                self._note(name)
        self._shared = _shared(folder, suffix)

    def get(self, key: str) -> bytes | None:
        """Return the poster made under a key, or None when there is none or it is damaged."""
        content = self._here(key)
        if content is None and self._shared:
            self.fetch((key,))
            content = self._here(key)
        elif content is not None and self._shared and self._shared.name(key) is None:
            self._shared.write(self._name(key, content), content)
        return content

    def fetch(self, keys: Iterable[str]) -> None:
        """Bring here what only the shared store holds, many in one go; nothing where there is none.

        Raises `PressError` when that cannot be read.
        """
        if self._shared is None:
            return
        away = (self._shared.name(key) for key in keys if _number(key) not in self._held)
        for name, content in self._shared.read(filter(None, away), self._is_whole):
            write_whole(self.folder / name, content)
            self._note(name)

    def _here(self, key: str) -> bytes | None:
        file = self.entry(key)
        if file is None:
            return None
        try:
            content = file.read_bytes()
        except FileNotFoundError:
            self._held.pop(_number(key), None)
            return None
        except OSError as fault:
            raise _unreadable(file, fault) from None
        if not self._is_whole(file.name, content):
            file.unlink(missing_ok=True)
            self._held.pop(_number(key), None)
            return None
        with suppress(OSError):  # it may be another's, or gone
            if file.stat().st_nlink == 1:  # what a site is linked to is in use, and keeps its time
                os.utime(file)
        return content

    def entry(self, key: str) -> Path | None:
        """Return where the file under a key stands, to be linked to; it must not be written to."""
        digest = self._held.get(_number(key))
        if digest is None:
            return None
        return self.folder / f"{key[:DIGITS]}-{digest:0{DIGITS}x}{self.suffix}"

    def put(self, key: str, content: bytes) -> None:
        """Keep a poster under its key."""
        file = self.folder / self._name(key, content)
        write_whole(file, content)
        self._note(file.name)
        if self._shared:
            self._shared.write(file.name, content)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is under a key, or what is made now and kept there.

        What another process has kept since this one looked is found too. Raises `PressError` when
        it cannot be made or written.
        """
        if _number(key) not in self._held:
            for name in _names(self.folder):
                if name.startswith(key[:DIGITS]) and name.endswith(self.suffix):
                    self._note(name)
        content = self.get(key)
        if content is None:
            content = make()
            self.put(key, content)
        return content

    def prune(self, used: Collection[str], now: float | None = None, room: int = ROOM) -> int:
        """Drop what no run has used for `KEPT_DAYS`, and the oldest of what goes beyond `room`.

        Entries of `used` keys stay, and so do fresh ones. `room` is in bytes. Return how many were
        dropped.
        """
        now = time.time() if now is None else now
        oldest = now - KEPT_DAYS * 24 * 60 * 60
        alone: list[tuple[int, float, int, Path]] = []
        for name in _names(self.folder):
            file = self.folder / name
            with suppress(OSError):
                told = file.stat()
                # What a site is linked to is in use: most are, and need no list of what is used.
                if told.st_nlink == 1 and name.endswith((self.suffix, PART)):
                    alone.append((_number(name), told.st_mtime, told.st_size, file))
        numbers = {number for number, *_ in alone}
        kept = numbers.intersection(map(_number, used))
        unused = [(when, size, file) for number, when, size, file in alone if number not in kept]
        dropped = taken = 0
        for when, size, file in sorted(unused, reverse=True):
            taken += size
            if when < oldest or (taken > room and when < now - FRESH):
                with suppress(OSError):  # whoever may not leaves it to one who may
                    file.unlink()
                    dropped += 1
        if self._shared:
            self._shared.prune({key[:DIGITS] for key in used})
        return dropped

    def _note(self, name: str) -> None:
        """Note an entry by its name; what has another name than an entry's is none of ours."""
        key, _, digest = name.removesuffix(self.suffix).partition("-")
        if len(key) == len(digest) == DIGITS:
            self._held[_number(key)] = _number(digest)

    def _is_whole(self, name: str, content: bytes) -> bool:
        """Say whether an entry holds the bytes that its name says, whatever its key."""
        return name == self._name(name, content)

    def _name(self, key: str, content: bytes) -> str:
        return f"{key[:DIGITS]}-{hashlib.sha256(content).hexdigest()[:DIGITS]}{self.suffix}"


def _number(text: str) -> int:
    """Return the number that the first digits of a key or a name write; -1 where they are none."""
    try:
        return int(text[:DIGITS], 16)
    except ValueError:
        return -1


def _names(folder: Path) -> Iterator[str]:
    """Yield the names of what stands in a folder; none where there is no folder."""
    if folder.is_dir():
        try:
            with os.scandir(folder) as found:
                yield from (one.name for one in found)
        except OSError as fault:
            raise _unreadable(folder, fault) from None


def _unreadable(place: Path, fault: OSError) -> PressError:
    return PressError(
        f"{place} cannot be read: {(fault.strerror or str(fault)).lower()}.",
        "Allow reading there, or delete it: what is missing is made again.",
    )


def _shared(folder: Path, suffix: str) -> SharedStore | None:
    """Return the part of the shared store for a folder and a kind of file; None without one."""
    address = os.environ.get(SHARED, "").strip()
    if not address:
        return None
    from peerhub.press.engine.shared_store import SharedStore  # what most runs do without

    return SharedStore(address, folder, suffix, DIGITS)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that its place holds the old content or the new, never a part of either.

    Raises `PressError` when the disk is full or the place cannot be written.
    """
    part: Path | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, suffix=PART, delete=False) as beside:
            part = Path(beside.name)
            beside.write(content)
        part.chmod(0o644)
        part.replace(file)
    except OSError as fault:
        if part is not None:
            part.unlink(missing_ok=True)
        raise PressError(
            f"{file} cannot be written: {(fault.strerror or str(fault)).lower()}.",
            "Free some space or allow writing there, then run again: what is made is kept.",
        ) from fault
