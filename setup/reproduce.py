"""Builds the site twice from nothing, in two folders that differ in all they may, and compares.

One is a clone; the other is what a download of the last commit holds, without git's history. They
differ in path, zone, locale, hash seed, mask and time; the second is built a year later where the
package `faketime` is installed. Prints each file that is not the same byte for byte; ends with
status 1 when there is one. Run it with `make reproduce`; it takes two builds.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ONE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
OTHER = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}
LATER = "+400d"
"""How much later it is for the second build, as faketime is told it."""


def clone(folder: Path) -> None:
    """Clone the project's last commit into a folder."""
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", ROOT, folder], check=True)


def download(folder: Path) -> None:
    """Put into a folder what a downloaded archive of the last commit holds."""
    folder.mkdir(parents=True)
    with subprocess.Popen(["git", "-C", ROOT, "archive", "HEAD"], stdout=subprocess.PIPE) as packed:
        subprocess.run(["tar", "-x", "-C", folder], stdin=packed.stdout, check=True)


def built(folder: Path, variables: dict[str, str], mask: int) -> dict[str, str]:
    """Build a copy of the project and return the digest of each file of its site, with its mode."""
    environment = {**os.environ, **variables, "PYTHONPATH": str(folder / "src")}
    command = [sys.executable, "-m", "peerhub", "--root", str(folder), "build"]
    if subprocess.run(command, cwd=folder, env=environment, check=False, umask=mask).returncode:
        sys.exit("One of the two could not be built, so nothing was compared.")
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): (
            f"{path.stat().st_mode & 0o777:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        )
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def later(libraries: Path = Path("/usr/lib")) -> dict[str, str]:
    """Return what makes a process believe that it is later; nothing where faketime is missing."""
    found = sorted(libraries.glob("**/faketime/libfaketimeMT.so.1"))
    return {"LD_PRELOAD": str(found[0]), "FAKETIME": LATER} if found else {}


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the files that only one has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def main() -> int:
    """Build twice, compare, and say what differs."""
    with tempfile.TemporaryDirectory(prefix="reproduce-") as room:
        first, second = Path(room, "a"), Path(room, "another place", "with a longer name")
        print("Building a clone, from nothing", flush=True)
        clone(first)
        one = built(first, ONE, 0o022)
        when = "a year later" if later() else "a little later (faketime, for a year, is missing)"
        print(f"Building a download, elsewhere, {when}, from nothing", flush=True)
        download(second)
        other = built(second, {**OTHER, **later()}, 0o077)
    found = differing(one, other)
    print("\n".join(f"  differs: {name}" for name in found))
    print(f"{len(one)} files compared, {len(found)} differ")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
