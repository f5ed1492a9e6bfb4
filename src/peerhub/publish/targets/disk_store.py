"""Contents in a folder of a disk: each once, by its SHA-256. And what a disk refuses, in words."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.record import PUT_BACK, PublicationRecord

REMEDIES = {
    errno.ENOSPC: "There is no room. Free some space",
    errno.EDQUOT: "There is no room. Free some space",
    errno.EACCES: "This account may not write there. Ask for the right to",
    errno.EPERM: "This account may not write there. Ask for the right to",
    errno.EROFS: "It cannot be written to. Name another target",
    errno.ENOTDIR: "There is a file in the place of a folder. Name a folder",
    errno.EEXIST: "There is a file in the place of a folder. Name a folder",
    errno.ENOENT: "No folder can be made there. Name another target",
    errno.EISDIR: "There is a folder in the place of a file. Move it away",
}
"""What to do, by what the system refuses."""

FOLDER = 0o755
FILE = 0o644
NAME = re.compile(r"[0-9a-f]{64}")


class DiskStore:
    """Contents below a folder, as `ab/ab12…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place(self, digest: str) -> Path:
        """Return where a content stands."""
        return self.folder / digest[:2] / digest

    def read(self, digest: str) -> bytes:
        """Return a content, held against its digest. Raises PublishStopped."""
        place = self.place(digest)
        try:
            with told(str(place), but=FileNotFoundError):
                content = place.read_bytes()
        except FileNotFoundError:
            raise PublishStopped(f"{place} is missing. {PUT_BACK}") from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise PublishStopped(
                f"{place} is damaged: it is not what was published. Delete it, and publish again; "
                "if an old edition alone holds it, restore it from a copy of the folder."
            )
        return content

    def found(self, digests: Sequence[str]) -> dict[str, bytes]:
        """Return those of some contents that are there, as they are."""
        held = {}
        for digest in digests:
            with contextlib.suppress(OSError):
                held[digest] = self.place(digest).read_bytes()
        return held

    def bring(
        self, publication: Publication, record: PublicationRecord, contents: Contents
    ) -> tuple[int, int]:
        """Put in what a publication and its record need and what does not stand here soundly.

        Returns how many contents of the publication that were, and the bytes of all.
        """
        files = size = 0
        for digest in sorted(publication.digests | record.parts.keys()):
            place = self.place(digest)
            if place.is_file() and _is_sound(place, digest):
                continue
            content = record.parts.get(digest)
            if content is None:
                content = contents.read(digest) if digest in contents else self.read(digest)
            place.parent.mkdir(exist_ok=True)
            place.parent.chmod(FOLDER)
            write_whole(place, content)
            files, size = files + (digest not in record.parts), size + len(content)
        return files, size

    def keep(self, used: Collection[str]) -> None:
        """Remove every content but these. What is no content of ours is left alone."""
        for content in self.folder.glob("*/*"):
            if NAME.fullmatch(content.name) and content.name not in used:
                content.unlink()

    def sweep(self) -> None:
        """Remove what a run that was stopped left half written."""
        for left in self.folder.glob("*/.*"):
            left.unlink()


def _is_sound(place: Path, digest: str) -> bool:
    with place.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == digest


def write_whole(place: Path, content: bytes) -> None:
    """Write a file whole or not at all, so that a kill leaves no half of it."""
    handle, name = tempfile.mkstemp(prefix=".", dir=place.parent)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
    Path(name).chmod(FILE)
    Path(name).replace(place)


@contextlib.contextmanager
def told(
    name: str, but: type[OSError] | tuple[()] = (), served: str = "what they were before"
) -> Iterator[None]:
    """Tell what the system refuses as one line with its remedy, `but` for one kind.

    `name` is that of the target; `served` says what readers get now.
    """
    try:
        yield
    except but:
        raise
    except OSError as error:
        said = f"The system says: {error.strerror or error}. Mend that"
        remedy = REMEDIES.get(error.errno or 0, said)
        raise PublishStopped(
            f"{error.filename or name}: {remedy}, then run again. Readers are served {served}."
        ) from None
