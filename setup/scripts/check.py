"""Holds the hub's scripts and styles to Biome's rules, and its scripts to their types.

A script whose head says that no page is needed decides something. It is held to the strict rules
of TypeScript, and finds no page there to lean on. Every other script works on a page.

Deno brings TypeScript with it and checks each file by itself, so the names that one script gives
another stand in `hub.d.ts`. It is kept from the network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCRIPTS = Path("overrides") / "assets" / "js"
DESK = Path("src") / "peerhub" / "admin" / "page"
"""The scripts of the editors' desk: modules, which import one another."""
LESSONS = Path("materials") / "training" / "package"
"""The scripts of packages for learning systems."""
STYLED = ("overrides", "materials", "src")
OTHERS = ("lean-qr.js", "stemmer.js")
"""Scripts that others wrote; they come shortened, and are left as they came."""

NO_PAGE = "No page is needed here"
PAGES = {"lib": ["esnext", "dom", "dom.iterable"], "strict": False, "noUnusedLocals": True}
ALONE = {"lib": ["esnext"], "strict": True, "noImplicitAny": False, "noUnusedLocals": True}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
GIVEN = re.compile(r"declare const (\w+)")


def program(name: str) -> Path:
    """Return a program of the environment that this runs in."""
    return Path(sys.executable).with_name(name)


def own_scripts(root: Path, folder: Path = SCRIPTS) -> dict[str, str]:
    """Return the text of each script of the hub's own in a folder, by its name."""
    found = sorted((root / folder).glob("*.js"))
    return {one.name: one.read_text("utf-8") for one in found if one.name not in OTHERS}


def needs_no_page(text: str) -> bool:
    """Say whether the head of a script says that it decides without a page."""
    head = text[: (re.search(r"^(?!//)", text, re.MULTILINE) or re.match("", text)).start()]
    return NO_PAGE in " ".join(head.replace("//", " ").split())


def lint(root: Path) -> str:
    """Return what Biome finds in the scripts and styles of a project, or nothing."""
    folders = [one for one in STYLED if (root / one).is_dir()]
    rules = ("--config-path", str(HERE), "--error-on-warnings", "--max-diagnostics=none")
    done = subprocess.run(
        [program("biome"), "lint", *rules, "--colors=off", *folders],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def types(scripts: dict[str, str], folder: Path = SCRIPTS) -> str:
    """Return what TypeScript finds in the scripts of a folder, given by name, or nothing."""
    alone = {name: text for name, text in scripts.items() if needs_no_page(text)}
    rest = {name: text for name, text in scripts.items() if name not in alone}
    told = [
        _checked(alone, ALONE, ("hub.d.ts", "no-page.d.ts"), folder),
        _checked(rest, PAGES, ("hub.d.ts", "pages.d.ts"), folder),
    ]
    return "\n".join(one for one in told if one)


def desk_types(scripts: dict[str, str]) -> str:
    """Return what TypeScript finds in the scripts of the desk, given by name, or nothing.

    They import one another, so those that need no page are there for the others as well.
    """
    alone = {name: text for name, text in scripts.items() if needs_no_page(text)}
    told = [
        _checked(alone, ALONE, ("no-page.d.ts",), DESK),
        _checked(scripts, PAGES, ("pages.d.ts",), DESK),
    ]
    return "\n".join(one for one in told if one)


def _checked(
    scripts: dict[str, str],
    rules: dict[str, object],
    known: Sequence[str],
    folder: Path = SCRIPTS,
) -> str:
    """Return what is wrong with the types of some scripts, each at its place."""
    if not scripts:
        return ""
    with TemporaryDirectory(prefix="scripts-") as room:
        place = Path(room)
        for name, text in scripts.items():
            (place / name).write_text(text, "utf-8")
        for name in known:
            shutil.copy(HERE / name, place)
        options = {**rules, "checkJs": True, "types": [f"./{name}" for name in known]}
        settings = {"compilerOptions": options, "lock": False, "nodeModulesDir": "none"}
        (place / "deno.json").write_text(json.dumps(settings), "utf-8")
        done = subprocess.run(
            [program("deno"), "check", "--quiet", "--no-remote", "--no-npm", *scripts],
            cwd=place,
            env={**os.environ, "DENO_DIR": str(place / "deno"), "DENO_NO_UPDATE_CHECK": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        said = COLOUR.sub("", done.stdout + done.stderr).replace(f"{place.as_uri()}/", f"{folder}/")
    if done.returncode == 0:
        return ""
    faults = [one for one in _faults(said) if not _is_given(one)]
    return "\n\n".join(faults) or ("" if "TS6133" in said else said)


def _faults(said: str) -> list[str]:
    """Return each fault that Deno tells, with the line that it stands in and its place."""
    return [one.strip() for one in re.split(r"\n\s*\n", said) if "[ERROR]" in one]


def _is_given(fault: str) -> bool:
    """Say whether a fault is only that a script does not use the name that it gives to others."""
    given = GIVEN.findall((HERE / "hub.d.ts").read_text("utf-8"))
    return any(f"TS6133 [ERROR]: '{name}' is declared" in fault for name in given)


def main() -> int:
    """Print all that is wrong; return 1 when there is something."""
    desk = desk_types(own_scripts(ROOT, DESK))
    lessons = types(own_scripts(ROOT, LESSONS), LESSONS)
    told = [one for one in (lint(ROOT), types(own_scripts(ROOT)), lessons, desk) if one]
    print("\n".join(told) or "All scripts and styles are sound.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
