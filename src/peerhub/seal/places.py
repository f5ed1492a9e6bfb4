"""Where a manifest and its lists are read: a folder of a disk, or the web where a hub is served."""

from __future__ import annotations

import contextlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from peerhub.seal.manifest import PATH, part_path
from peerhub.stopped import Stopped

AT_ONCE = 8
"""Parts that are fetched together."""
SECONDS = 30
MOST = 50_000_000
"""Bytes of one answer; a list is never so long."""
REMEDY = "Build the site with make site, or name one: --manifest manifest.json"


class VerifyStopped(Stopped):
    """One line: why nothing could be said, and what to do."""


class ManifestPlace(Protocol):
    """A manifest, and what stands beside it."""

    @property
    def name(self) -> str:
        """What the manifest is called in messages."""

    def manifest(self) -> bytes:
        """Return the manifest's text. Raises VerifyStopped when it cannot be read."""

    def beside(self, path: str) -> bytes | None:
        """Return what stands at a path below the manifest's folder, or none."""

    def parts(self, digests: Sequence[str]) -> dict[str, bytes]:
        """Return those parts of the manifest that are there."""


class OnDisk:
    """A manifest in a folder: a built site, a copy of one, or what is served from there."""

    def __init__(self, file: Path) -> None:
        self.file = file / PATH if file.is_dir() else file
        self.name = str(self.file)

    def manifest(self) -> bytes:
        """Return the manifest's text. Raises VerifyStopped."""
        return read_file(self.file, REMEDY)

    def beside(self, path: str) -> bytes | None:
        """Return what stands at a path below the manifest's folder, or none."""
        with contextlib.suppress(OSError):
            return (self.file.parent / path).read_bytes()
        return None

    def parts(self, digests: Sequence[str]) -> dict[str, bytes]:
        """Return those parts of the manifest that are there."""
        found = ((digest, self.beside(part_path(digest))) for digest in digests)
        return {digest: text for digest, text in found if text is not None}


class OnWeb:
    """A manifest at an address. Nothing is sent but the questions for it and for its lists."""

    def __init__(self, address: str) -> None:
        self.name = f"{address}{PATH}" if address.endswith("/") else address

    def manifest(self) -> bytes:
        """Return the manifest's text. Raises VerifyStopped."""
        found = self._fetched(self.name)
        if found is None:
            raise VerifyStopped(f"{self.name} is not there. Name the address of a manifest.json.")
        return found

    def beside(self, path: str) -> bytes | None:
        """Return what stands at a path below the manifest's folder, or none."""
        return self._fetched(f"{self.name.rpartition('/')[0]}/{path}")

    def parts(self, digests: Sequence[str]) -> dict[str, bytes]:
        """Return those parts of the manifest that are there, some of them fetched at once."""
        with ThreadPoolExecutor(AT_ONCE) as fetchers:
            texts = list(fetchers.map(self.beside, map(part_path, digests)))
        found = zip(digests, texts, strict=True)
        return {digest: text for digest, text in found if text is not None}

    def _fetched(self, address: str) -> bytes | None:
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                found: bytes = answer.read(MOST)
                return found
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                return None
            said = f"{error.code} {error.reason}"
        except (OSError, ValueError, http.client.HTTPException) as error:
            said = str(getattr(error, "reason", error)) or type(error).__name__
        raise VerifyStopped(
            f"{address} cannot be read ({' '.join(said.split())}). Look whether this machine "
            "reaches it, then run again."
        )


def place_of(word: str) -> ManifestPlace:
    """Return the manifest that somebody named: an address of the web, a file, or its folder."""
    return OnWeb(word) if word.startswith(("https://", "http://")) else OnDisk(Path(word))


def read_file(file: Path, remedy: str) -> bytes:
    """Return what a file holds. Raises VerifyStopped with the remedy given."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise VerifyStopped(f"{file} cannot be read: {error.strerror}. {remedy}.") from None
