"""Waits until something changes in a project."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

WATCHED = ("data", "docs", "editions", "hooks", "materials", "overrides", "src", "mkdocs.yml")
"""Where a change can change the site."""
TOGETHER = 0.03
"""Seconds to wait for the rest of one save: an editor writes a file in several steps."""
MOST = 1_000
"""Changes that are taken for one save; whatever comes after them is the next."""
_SEEN: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
]
"""What is asked of the system. Not who reads a file: a search would fill the queue of changes."""
_REST = (".swp", ".swx", ".tmp", ".part", ".pyc", "~")
"""How the files end that editors and programs leave beside what they write."""


class Watch:
    """The changes of the project at `root` since they were last asked for.

    Where the system has lost some, `root` itself is among them: anything may have changed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._changes: SimpleQueue[Path] = SimpleQueue()
        self._losses = _Losses(root, self._changes)
        logging.getLogger("watchdog").addHandler(self._losses)
        try:
            self._observer = self._following(Observer(), root)
        except OSError:  # the system follows no more files for anybody: look at them each second
            self._observer = self._following(PollingObserver(), root)

    def _following(self, observer: BaseObserver, root: Path) -> BaseObserver:
        """Return an observer that follows the project. Raises OSError where it cannot."""
        handler = _Watcher(self._changes)
        try:
            for name in WATCHED:
                path = root / name
                if path.exists():
                    observer.schedule(
                        handler, str(path.resolve()), recursive=path.is_dir(), event_filter=_SEEN
                    )
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def changed(self, seconds: float | None = None) -> frozenset[Path]:
        """Return what has changed, waiting for it no longer than `seconds`; none after that."""
        found: set[Path] = set()
        try:
            found.add(self._changes.get(timeout=seconds))
            for _ in range(MOST):
                found.add(self._changes.get(timeout=TOGETHER))
        except Empty:
            pass
        return frozenset(found)

    def settle(self, changes: Iterable[Path]) -> None:
        """Wait a moment for files that an editor has moved away and not yet put back."""
        for _ in range(10):
            if all(path.exists() for path in changes):
                return
            time.sleep(TOGETHER / 3)

    def close(self) -> None:
        """Stop looking, and leave what is seen meanwhile unsaid."""
        self._observer.stop()
        self._observer.join()
        logging.getLogger("watchdog").removeHandler(self._losses)


class _Losses(logging.Handler):
    """Hears what the watcher warns of: each warning tells of changes that it has not seen."""

    def __init__(self, root: Path, changes: SimpleQueue[Path]) -> None:
        super().__init__(logging.WARNING)
        self._root = root
        self._changes = changes

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self._changes.put(self._root)


class _Watcher(FileSystemEventHandler):
    def __init__(self, changes: SimpleQueue[Path]) -> None:
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory:
            return
        for name in (event.src_path, getattr(event, "dest_path", "")):
            path = Path(str(name))
            if name and not path.name.startswith(".") and not path.name.endswith(_REST):
                self._changes.put(path)
