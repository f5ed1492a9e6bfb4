"""Runs a preview: shows the site, waits for changes, and makes again what they touch."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection
from http.server import ThreadingHTTPServer
from pathlib import Path

from peerhub.preview.server import News, serve
from peerhub.preview.watch import Watch
from peerhub.preview.work import Engine, Preview, Shown
from peerhub.words import counted

PLACE = Path(".cache", "preview")
"""Where the previewed site stands, below the project."""
QUIET = 1.5
"""Seconds without a change after which what follows the pages is made."""
PROGRAM = ("src", "hooks")
"""The folders whose change needs a new process."""


class CannotShow(Exception):
    """Nothing can be shown at the address that was asked for."""


def run(root: Path, address: str, engine: Engine, site: Path, *, every_poster: bool) -> None:
    """Show the project at `root` until somebody stops it. Raises CannotShow."""
    news = News(f"{os.getpid()}.{time.time_ns()}")
    server = _server(site, address, news)
    host, port = server.server_address[:2]
    preview = Preview(root, site, engine, every_poster)
    watch = Watch(root)
    where = f"http://{_text(host)}:{port}/"
    _say(f"The hub is shown at {where} and follows what you save. Ctrl+C ends it.")
    try:
        _follow(watch, preview, news, root)
    finally:
        watch.close()
        server.server_close()


def _follow(watch: Watch, preview: Preview, news: News, root: Path) -> None:
    _round(preview.show, news)
    is_done = False
    while True:
        changes = watch.changed(None if is_done else QUIET)
        if not changes:
            if not news.faults:
                _round(preview.follow, news, is_quiet=True)
            is_done = True
            continue
        watch.settle(changes)
        if why := _why_again(changes, root):
            _say(f"{why}: starting again.")
            os.execv(sys.executable, sys.orig_argv)
        _round(preview.show, news)
        is_done = False


def _why_again(changes: Collection[Path], root: Path) -> str:
    """Return why changes need a new process, or nothing where they need none."""
    if root in changes:
        return "More has changed at once than can be told apart"
    if any(path.is_relative_to(root / one) for one in PROGRAM for path in changes):
        return "The program has changed"
    return ""


def _round(work: Callable[[], Shown], news: News, *, is_quiet: bool = False) -> None:
    """Do one round of work, and tell browsers and the terminal what it came to."""
    began = time.perf_counter()
    shown = work()
    if shown.pages or shown.faults != news.faults or not is_quiet:
        news.tell(shown.faults)
    seconds = time.perf_counter() - began
    if shown.faults:
        _say("\n".join(["This needs mending.", *shown.faults]))
    elif not is_quiet:
        _say(f"Shown after {seconds:.1f} s: {counted(len(shown.pages), 'page')} set again.")


def _server(site: Path, address: str, news: News) -> ThreadingHTTPServer:
    host, _, port = address.rpartition(":")
    try:
        return serve(site, host or "127.0.0.1", int(port), news)
    except ValueError:
        raise CannotShow(f"{address!r} is no address. Write it like 127.0.0.1:8000.") from None
    except (OSError, OverflowError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise CannotShow(
            f"Nothing can be shown at {address}: {said}. Choose another with --address."
        ) from None


def _text(host: str | bytes | bytearray) -> str:
    return host if isinstance(host, str) else host.decode()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
