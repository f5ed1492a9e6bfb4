"""Builds the whole site beside the last good one, and changes them over only when it is sound."""

from __future__ import annotations

import ctypes
import datetime as dt
import errno
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from peerhub.stopped import Stopped
from peerhub.workroom import Say, Workroom, workroom

ENGINE = ("-P", "hooks/engine.py", "build", "--strict", "--quiet", "--clean", "--site-dir")
"""What Python is given, in the project, to build a site; the folder to build it into follows."""

DAY = "PEERHUB_DAY"
"""How the engine is told the real day for which a site is published: what is late depends on it."""

DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2), Linux."""

Finish = Callable[[Path], None]
"""What is done to a built site before it is put in place."""


class BuildFailed(Stopped):
    """The site could not be built; what was there before is untouched."""


def build(
    root: Path,
    site: Path,
    environ: Mapping[str, str],
    *,
    day: dt.date | None = None,
    finish: Finish | None = None,
    engine: Sequence[str] = ENGINE,
    say: Say = lambda line: print(line, file=sys.stderr, flush=True),
) -> None:
    """Build the project at `root` into the folder `site`, replacing what is there.

    The new site is made in a room beside `site` on the same disk and put in place in one step, so
    that a reader never finds half of it or none. A second build waits for the first. `day` is the
    real one for which it is published; without one, nothing in it depends on when it is built.
    Raises BuildFailed, having changed nothing.
    """
    site = site.resolve()
    environ = {key: value for key, value in environ.items() if key != DAY}
    if day:
        environ[DAY] = day.isoformat()
    if site.exists() and not site.is_dir():
        raise BuildFailed(f"{site} is a file, so no site can be built there. Move it away.")
    try:
        with workroom(site, say) as room:
            _run(root, room, environ, engine)
            if finish:
                finish(room.fresh)
            room.change_over()
    except OSError as error:
        raise BuildFailed(f"{_trouble(error, site)}{_kept(site)}") from None


def _run(root: Path, room: Workroom, environ: Mapping[str, str], engine: Sequence[str]) -> None:
    """Run the engine, which ends when we are ended and holds the room until it has."""
    done = subprocess.run(
        [sys.executable, *engine, str(room.fresh)],
        cwd=root,
        env=engine_environment(environ),
        check=False,
        umask=0o022,
        pass_fds=(room.lock,),
        preexec_fn=_end_with_parent if sys.platform == "linux" else None,
    )
    if done.returncode < 0:
        name = signal.Signals(-done.returncode).name
        raise BuildFailed(f"The site was not built: {name} ended the engine.{_kept(room.site)}")
    if done.returncode:
        raise BuildFailed(f"The site was not built.{_kept(room.site)}")


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def _kept(site: Path) -> str:
    return f" {site.name}/ is as it was." if site.exists() else ""


def _trouble(error: OSError, site: Path) -> str:
    """Return what a system's refusal means for a build, and what to do."""
    what = f"The site was not built: {error.strerror or error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{what}. The disk that {site} is on is full. Make room and build again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{what}. {site.parent} may not be written to. "
            "Build elsewhere with --site-dir, or have its rights changed."
        )
    return f"{what} ({error.filename or site})."


def engine_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the engine's environment: the same input gives the same bytes."""
    return {
        **environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
