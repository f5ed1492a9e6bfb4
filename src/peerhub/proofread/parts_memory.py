"""Parts that were found sound are not read again until something that decides about them changes.

Editors change pages and data; what these are made with stays as it is for weeks, and reading it
takes a fifth of a check. So `.cache/sound-parts` holds one digest: of the name and content of every
part, of the names of all that they may lead to, of the whole program, of the versions of all
libraries, and of the words that templates are given. Nothing but the same digest counts, and no
fault is ever noted, so the note cannot be behind; without it everything is read.
"""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from peerhub.catalogue.issue import Issue
from peerhub.proofread.parts import FOLDERS, unsound_parts

NOTE = Path(".cache", "sound-parts")
PROGRAM = Path(__file__).resolve().parents[1]


def newly_unsound_parts(root: Path, words: Collection[str] | None = None) -> list[Issue]:
    """Return what `unsound_parts` does, without reading again what is known to be sound."""
    digest = digest_of_parts(root, words)
    if _noted(root) == digest:
        return []
    issues = unsound_parts(root, words)
    if not issues:
        with suppress(OSError):  # whoever may not write reads everything each time
            _write(root, digest)
    return issues


def digest_of_parts(root: Path, words: Collection[str] | None = None) -> str:
    """Return a digest of all that decides whether the parts of a project are sound."""
    whole = hashlib.blake2b(digest_size=32)
    libraries = sorted(one.name for one in Path(sysconfig.get_path("purelib")).iterdir())
    given = ["none"] if words is None else ["these", *sorted(words)]
    whole.update("\0".join([sys.version, *libraries, "", *given, ""]).encode())
    for folder in (*(root / one for one in FOLDERS), PROGRAM):
        for name, file in _files(folder):
            try:
                content = Path(file).read_bytes()
            except OSError as error:
                content = str(error).encode()
            whole.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    names = [name for name, _ in _files(root / "docs")]
    whole.update("\0".join(names).encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file below a folder: its path from the folder's own name on, and its path."""
    above = len(f"{folder.parent}{os.sep}")
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        for name in sorted(files):
            path = f"{place}{os.sep}{name}"
            yield path[above:], path


def _noted(root: Path) -> str | None:
    try:
        return (root / NOTE).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None


def _write(root: Path, digest: str) -> None:
    place = root / NOTE
    place.parent.mkdir(exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}")
    part.write_text(digest, encoding="ascii")
    part.replace(place)
