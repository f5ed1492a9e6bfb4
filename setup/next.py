"""Tries what leans on WeasyPrint's inside against its newest version, and says what broke.

The newest WeasyPrint, with what it asks for, is put into `.cache/next`, in front of the locked one
and nowhere else. Then the tests of the patches are run with it. Run it with `make next`; it needs a
network. Ends with status 1 when something broke.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import distributions, version
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / ".cache" / "next"
WANTED = "weasyprint"
TESTS = ("tests/press/engine/test_weasyprint_cache.py",)


def fetched(place: Path) -> str:
    """Put the newest WeasyPrint into a folder; return its version."""
    tell = "--quiet --disable-pip-version-check --upgrade --only-binary :all: --target".split()
    subprocess.run([sys.executable, "-m", "pip", "install", *tell, place, WANTED], check=True)
    (found,) = (one.version for one in distributions(name=WANTED, path=[str(place)]))
    return found


def tried(place: Path, tests: tuple[str, ...] = TESTS) -> ElementTree.Element:
    """Run tests with the libraries of a folder in front; return the report of pytest."""
    report = place / "report.xml"
    paths = os.pathsep.join([str(place), str(ROOT / "src"), str(ROOT)])
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", f"--junit-xml={report}", *tests],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return ElementTree.parse(report).getroot()


def broken(report: ElementTree.Element) -> list[str]:
    """Return a sentence for each test that failed: what is no longer so, and how it was told."""
    found = []
    for case in report.iter("testcase"):
        fault = next((one for one in case if one.tag in ("failure", "error")), None)
        if fault is not None:
            words = re.sub(r"^test_", "", case.get("name", "")).replace("_", " ")
            words, _, which = words.partition("[")
            about = f" ({which.rstrip(']')})" if which else ""
            lines = re.findall(r"(?m)^E +(.+)", fault.text or "")
            cause = (lines[-1] if lines else fault.get("message", "")).strip()
            said = "cannot be tried" if fault.tag == "error" else "is no longer so"
            found.append(f"'{words.strip() or case.get('classname')}'{about} {said}: {cause}")
    return found


def told(newest: str, locked: str, faults: list[str]) -> str:
    """Return what was found, in lines that say what to do."""
    if newest == locked:
        head = f"WeasyPrint {newest} is the newest, and the one that is locked."
    else:
        head = f"WeasyPrint {newest} is the newest; {locked} is locked."
    if not faults:
        return f"{head} Every patch works with it, and leaves every byte as it was."
    mend = "Mend these in src/peerhub/press/engine/weasyprint_cache.py, or take the patch out:"
    return "\n".join([head, mend, *(f"- {one}" for one in faults)])


def main() -> int:
    """Fetch, try and tell."""
    newest = fetched(PLACE)
    faults = broken(tried(PLACE))
    print(told(newest, version(WANTED), faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
