"""A store that many machines share: a folder, a bucket, whatever fsspec has an address for.

It stands behind the store of this machine. What is made is put into both; what only the shared one
holds is fetched once. An object's name holds its key and a digest of its bytes, as in the store of
this machine: two writers of one name write the same bytes, and one that was cut short or altered is
known at sight, taken out, and made again.
"""

from __future__ import annotations

import importlib
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import fsspec

from peerhub.press.engine.errors import PressError

ROOM_SETTING = "PEERHUB_STORE_ROOM"
"""The setting for the room of each kind of file in it, in whole gibibytes."""

ROOM = 20
"""The room of each kind of file, in gibibytes, where the setting says nothing."""

KEPT_DAYS = 60
"""Days for which an object is kept after it was last written."""

BUCKETS = ("s3", "gs", "az")
"""The addresses that `obstore` opens, as their own settings say (AWS_ENDPOINT, AWS_REGION …)."""

DAY = 24 * 60 * 60
AT_ONCE = 64
"""The most objects that are fetched in one go: what they weigh is held in memory."""

WHEN = ("LastModified", "mtime", "last_modified", "updated", "created")
"""What the stores call the time at which an object was written."""

NO_ADDRESS = (r"(?!\w[\w+.:-]*://)[^/]*:", r"(s3|gs|az)//", r"(file|local)://(?!/)")
"""Beginnings of slips that would be taken for a folder of this machine, such as `s3:/bucket`."""

SECRET = re.compile(r"(?<=//)[^/@]*:[^/@]*(?=@)")
"""A name and a password in an address."""

KEPT = "What is made is kept on this machine."


@dataclass(frozen=True)
class Held:
    """An object that the store says it holds: its name, its size in bytes, when it was written."""

    name: str
    size: int
    when: float


class SharedStore:
    """One folder of a shared store, for one kind of file. Every fault is a `PressError`."""

    def __init__(self, address: str, own: Path, suffix: str, digits: int) -> None:
        """Open the store at an address, in whose folder of the same name `own` is kept too."""
        bare = address.rstrip("/")
        address = address if bare.endswith(":") or not bare else bare  # "s3://" is no folder
        self.address = " ".join(SECRET.sub("…", address).split())
        self.room = _room(os.environ) * 1024**3
        self._digits = digits
        with self._told("opened"):
            self._files, home = _opened(address)
        self._home = f"{home.rstrip('/')}/{own.name}"
        if "file" in self._files.protocol and Path(self._home).resolve() == own.resolve():
            raise PressError(
                f"The store {self.address} is this machine's own, which is there in any case.",
                "Name another in PEERHUB_STORE, or none.",
            )
        self._ours = re.compile(rf"[0-9a-f]{{{digits}}}-[0-9a-f]{{{digits}}}{re.escape(suffix)}")
        self._held = {one.name[:digits]: one for one in self._listed()}

    def name(self, key: str) -> str | None:
        """Return the name of the object under a key, if there was one when the store was opened."""
        held = self._held.get(key[: self._digits])
        return held.name if held else None

    def read(
        self, names: Iterable[str], is_whole: Callable[[str, bytes], bool]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield objects by their names; a damaged one is taken out, and one that is gone is not.

        One in the second half of its time is written again, so that what is in use stays.
        """
        wanted = list(names)
        for start in range(0, len(wanted), AT_ONCE):
            for name, content in self._got(wanted[start : start + AT_ONCE]).items():
                if not is_whole(name, content):
                    self._drop(name)
                    continue
                held = self._held.get(name[: self._digits])
                if held and held.when < time.time() - KEPT_DAYS * DAY / 2:
                    with suppress(PressError):  # it may be read here and not written
                        self.write(name, content)
                yield name, content

    def write(self, name: str, content: bytes) -> None:
        """Put an object under its name."""
        with self._told("written to"):
            self._files.pipe_file(self._path(name), content)
        self._held[name[: self._digits]] = Held(name, len(content), time.time())

    def prune(self, used: set[str], now: float | None = None) -> int:
        """Take out what was not written for `KEPT_DAYS`, and the oldest beyond the room.

        What this run has `used` (the first digits of keys) stays. What another run uses was read
        into its own machine's store at its start. Return how many were taken out.
        """
        oldest = (time.time() if now is None else now) - KEPT_DAYS * DAY
        dropped = taken = 0
        for held in sorted(self._listed(), key=lambda one: one.when, reverse=True):
            taken += held.size
            if held.name[: self._digits] in used:
                continue
            if held.when < oldest or taken > self.room:
                self._drop(held.name)
                dropped += 1
        return dropped

    def _path(self, name: str) -> str:
        return f"{self._home}/{name}"

    def _listed(self) -> Iterator[Held]:
        with self._told("read"):
            self._files.invalidate_cache()
            try:
                found = self._files.ls(self._home, detail=True)
            except FileNotFoundError:
                return
        for one in found:
            name = str(one["name"]).rpartition("/")[2]
            if one.get("type") == "file" and self._ours.fullmatch(name):
                yield Held(name, int(one.get("size") or 0), _when(one))

    def _got(self, names: list[str]) -> dict[str, bytes]:
        """Return the contents of some objects, as far as they are there still."""
        with self._told("read"):
            found = self._files.cat([self._path(name) for name in names], on_error="return")
            for one in found.values():
                if isinstance(one, Exception) and not isinstance(one, FileNotFoundError):
                    raise one
        contents = {str(path).rpartition("/")[2]: one for path, one in found.items()}
        return {name: one for name, one in contents.items() if isinstance(one, bytes)}

    def _drop(self, name: str) -> None:
        """Take an object out; whoever may not leaves that to one who may."""
        self._held.pop(name[: self._digits], None)
        with suppress(Exception):
            self._files.rm_file(self._path(name))

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """Tell whatever a store's library raises as one line: each has faults of its own."""
        try:
            yield
        except PressError:
            raise
        except ImportError as fault:
            raise PressError(
                f"The store {self.address} needs a library that is not here: {_said(fault)}.",
                "Run: setup/prepare scale"
                if self.address.startswith(tuple(f"{one}://" for one in BUCKETS))
                else "Install that, or name a folder or a bucket (s3://, gs:// or az://).",
            ) from None
        except Exception as fault:
            raise PressError(
                f"The store {self.address} cannot be {done}: {_said(fault)}.",
                f"See to its address, rights and room, or run without PEERHUB_STORE. {KEPT}",
            ) from None


def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it. Raises ValueError for a slip."""
    if any(re.match(slip, address) for slip in NO_ADDRESS):
        raise ValueError("it is neither a folder nor an address such as s3://bucket/hub")
    protocol = address.partition("://")[0]
    if protocol in BUCKETS:
        if not urlsplit(address).netloc:
            raise ValueError("it names no bucket")
        importlib.import_module("obstore.fsspec").register(protocol)
    files, home = fsspec.core.url_to_fs(address)
    if "file" in files.protocol:
        files.auto_mkdir = True
    return files, home


def _room(environ: Mapping[str, str]) -> int:
    said = environ.get(ROOM_SETTING, "").strip() or str(ROOM)
    if not re.fullmatch("0*[1-9][0-9]{0,6}", said):
        raise PressError(
            f"The room of the store ({ROOM_SETTING}) is '{said}'.",
            f"Give a whole number of gibibytes from 1 on, or none for {ROOM}.",
        )
    return int(said)


def _when(told: Mapping[str, Any]) -> float:
    """Return when an object was written, in seconds; the present where the store does not say."""
    for name in WHEN:
        value = told.get(name)
        if isinstance(value, datetime):
            return value.timestamp()
        if isinstance(value, int | float):
            return float(value)
    return time.time()


def _said(fault: Exception) -> str:
    """Return what a fault says, in one line without its last full stop."""
    words = " ".join((getattr(fault, "strerror", None) or str(fault)).split())
    words = words.partition(" Debug source: ")[0]  # what obstore adds for its own programmers
    return (words or type(fault).__name__).rstrip(".")
