"""What a manifest says of a file: ours and current, ours and old, changed, or not ours."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from enum import Enum

from peerhub.seal.manifest import Manifest, is_kept


class FileVerdict(Enum):
    """What a file is."""

    CURRENT = "ours, and current"
    OLD = "ours, but not current"
    CHANGED = "not as we published it"
    STRANGE = "not ours"


@dataclass(frozen=True)
class Judged:
    """What is said of one file."""

    verdict: FileVerdict
    why: str

    def line(self, name: str) -> str:
        """Return the line that a reader sees."""
        return f"{name}: {self.verdict.value}. {self.why}"


def judge(name: str, content: bytes, manifest: Manifest) -> Judged:
    """Return what a manifest says of a file of this name and content."""
    digest = hashlib.sha256(content).hexdigest()
    paths = manifest.paths(digest)
    if paths and not is_kept(paths[0]):
        return Judged(FileVerdict.CURRENT, f"It is {manifest.address}{paths[0]}.")
    if digest in manifest.put_together and not is_kept(page := manifest.put_together[digest]):
        why = f"A browser put it together from the files of {manifest.address}{page}."
        return Judged(FileVerdict.CURRENT, why)
    if digest in manifest.put_together:
        paths = (manifest.put_together[digest],)
    if paths:
        edition, _, path = paths[0].partition("/")
        return Judged(FileVerdict.OLD, f"It is of edition {edition}. {_instead(path, manifest)}")
    if digest in manifest.earlier:
        was = manifest.earlier[digest]
        path = was.path.partition("/")[2] if is_kept(was.path) else was.path
        why = f"It was {manifest.address}{was.path}, last served with what is dated {was.until}."
        return Judged(FileVerdict.OLD, f"{why} {_instead(path, manifest)}")
    namesake = _namesake(name, manifest)
    if namesake or manifest.hub.encode() in _words(content):
        why = (
            f"It calls itself a file of the {manifest.hub}, and no file of ours has these bytes: "
            "it was changed, or is older than this manifest knows. Do not use it."
        )
        return Judged(FileVerdict.CHANGED, f"{why} {_instead(namesake, manifest)}")
    return Judged(FileVerdict.STRANGE, "No file of ours has these bytes, and it does not name us.")


def _namesake(name: str, manifest: Manifest) -> str:
    """Return the path of a file of this name, one of the current hub before an edition's; or ""."""
    found = (path for path in manifest.files if path.rpartition("/")[2] == name)
    return min(found, key=lambda path: (is_kept(path), path), default="")


def _instead(path: str, manifest: Manifest) -> str:
    if path in manifest.files:
        return f"Get the current one: {manifest.address}{path}"
    return f"What is current: {manifest.address}materials/"


_DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
_ENOUGH = 1_000_000
"""Bytes of a part that can tell whose a file is; what is larger is no such part."""


def _tells(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".txt", ".opf")) and part.file_size <= _ENOUGH


def _words(content: bytes) -> bytes:
    """Return a file's bytes, and those of the parts of a ZIP that say whose it is."""
    if not content.startswith(b"PK"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            told = [one for one in opened.infolist() if _tells(one)]
            return b"\n".join(opened.read(one) for one in told)
    except _DAMAGED:
        return content
