"""Sites of a few small files, the engine that builds them, and builds that are killed on the way.

Run as a program, it is one build: `scratch.py SITE VERSION STEP PAGE`, killed just before its
STEPth step on the disk (0 for none), or when its engine has written PAGE pages (-1 for never). A
step is a file or folder opened, made, renamed or removed by the build itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ("index.html", "support/index.html", "posters/kent-a4.pdf")

ENGINE = """\
import os, pathlib, signal, sys
site = pathlib.Path(sys.argv[-1])
for number, page in enumerate({pages!r}):
    if number == {kill_parent_at!r}:
        os.kill(os.getppid(), signal.SIGKILL)
    (site / page).parent.mkdir(parents=True, exist_ok=True)
    (site / page).write_text({version!r})
{then}
"""


def engine(folder: Path, version: str, then: str = "", kill_parent_at: int = -1):
    """Write an engine that builds the pages, all holding `version`, and return how it is run."""
    program = folder / "engine.py"
    text = textwrap.dedent(then)
    program.write_text(
        ENGINE.format(pages=PAGES, version=version, then=text, kill_parent_at=kill_parent_at)
    )
    return ("-S", str(program))


def version_of(site: Path) -> str:
    """Return the one version that every page of a site has; fail when they differ."""
    found = {(site / page).read_text() for page in PAGES}
    assert len(found) == 1, found
    return found.pop()


def start(site: Path, version: str, step: int = 0, *, page: int = -1, exchange: bool = True):
    """Start a build as a program of its own, to be killed before a step or at a page."""
    return subprocess.Popen(
        [sys.executable, "-S", __file__, str(site), version, str(step), str(page)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "EXCHANGE": "yes" if exchange else ""},
        stderr=subprocess.PIPE,
        text=True,
    )


def _kill_before(step: int) -> None:
    taken = 0
    ours = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "ctypes.dlsym"}

    def count(event: str, arguments: tuple) -> None:
        nonlocal taken
        if event in ours:
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def main(site: str, version: str, step: str, page: str) -> None:
    """Build once, and be killed on the way."""
    from peerhub import workroom
    from peerhub.build import build

    if not os.environ["EXCHANGE"]:
        workroom.exchange = lambda *_: False
    folder = Path(site).parent
    program = engine(folder, version, kill_parent_at=int(page))
    if int(step):
        _kill_before(int(step))
    build(folder, Path(site), os.environ, engine=program)


if __name__ == "__main__":
    main(*sys.argv[1:])
