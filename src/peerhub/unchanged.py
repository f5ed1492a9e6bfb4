"""Whether a site that stands was made of what stands now, so that a build has nothing to do.

After a build, `.cache/standing/` holds a digest of everything that it read, and the size and time
of every file that it made. When both are as they were, the site is what a build would make.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

FOLDERS = ("data", "docs", "editions", "hooks", "materials", "overrides", "src")
FILES = ("mkdocs.yml", "requirements.lock")
PROGRAM = Path(__file__).parent
PACKAGES = Path("/var/lib/dpkg/status")
"""What Debian notes each change of a system library in."""

NOTES = Path(".cache", "standing")


def inputs(root: Path, day: dt.date | None = None) -> str:
    """Return a digest of everything that decides about the site of the project at `root`.

    That is each source, the program, the versions of what it uses, and today's date: the check
    speaks of what is due, and lets an event change twice in a day. `day` is the one for which the
    site is published, if it was given.
    """
    whole = hashlib.sha256()
    for part in (*_circumstances(), dt.date.today().isoformat(), str(day)):  # noqa: DTZ011
        whole.update(part.encode() + b"\0")
    for name, file in _sources(root):
        whole.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def stands(root: Path, site: Path, digest: str) -> bool:
    """Say whether the folder `site` holds, file for file, what was built of these inputs."""
    try:
        noted = json.loads(_note(root, site).read_text(encoding="utf-8"))
        return bool(noted["inputs"] == digest and noted["outputs"] == _outputs(site))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def note(root: Path, site: Path, digest: str) -> None:
    """Note what the site that has just been put in place was made of."""
    place = _note(root, site)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps({"inputs": digest, "outputs": _outputs(site)}), encoding="utf-8")
    part.replace(place)


def _note(root: Path, site: Path) -> Path:
    name = hashlib.sha256(os.fsencode(site.resolve())).hexdigest()[:16]
    return root / NOTES / f"{name}.json"


def _circumstances() -> Iterator[str]:
    """Yield what decides beside the sources: the versions of what is used."""
    yield sys.version
    libraries = Path(sysconfig.get_path("purelib"))
    yield " ".join(sorted(one.name for one in libraries.glob("*.dist-info")))
    if PACKAGES.is_file():
        yield str(PACKAGES.stat().st_mtime_ns)


def _sources(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield each source with its name, in an order that is always the same."""
    for folder in (*(root / one for one in FOLDERS), PROGRAM):
        for name, file in sorted(_files(folder), key=itemgetter(0)):
            if not name.endswith(".pyc"):
                yield f"{folder.name}/{name}", Path(file.path)
    for name in FILES:
        if (root / name).is_file():
            yield name, root / name


def _outputs(site: Path) -> dict[str, list[int]]:
    """Return the size in bytes and the time of each file below a folder, by its path."""
    return {
        name: [told.st_size, told.st_mtime_ns]
        for name, file in _files(site)
        for told in (file.stat(),)
    }


def _files(folder: os.PathLike[str], above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file below a folder with its path there; nothing when there is no folder."""
    if not Path(folder).is_dir():
        return
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _files(one, f"{above}{one.name}/")
            else:
                yield f"{above}{one.name}", one
