"""A preview sees what is saved, and not what editors leave beside it."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
from watchdog.observers.inotify_c import InotifyConstants, InotifyEvent, InotifyFD

from peerhub.preview.watch import Watch

READS = InotifyConstants.IN_ACCESS | InotifyConstants.IN_OPEN | InotifyConstants.IN_CLOSE_NOWRITE
OVERFLOW = InotifyEvent(-1, InotifyConstants.IN_Q_OVERFLOW, 0, b"")


def test_a_save_is_seen_and_what_an_editor_leaves_beside_it_is_not(tmp_path):
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "page.md"
    watch = Watch(tmp_path)
    try:
        (tmp_path / "docs" / ".page.md.swp").write_text("x")
        (tmp_path / "docs" / "page.md~").write_text("x")
        assert watch.changed(0.2) == frozenset()
        page.write_text("one")
        assert watch.changed(10) == {page.resolve()}
        beside = tmp_path / "docs" / ".page.new"
        beside.write_text("two")
        beside.replace(page)  # as most editors save
        assert page.resolve() in watch.changed(10)
        page.unlink()
        assert watch.changed(10) == {page.resolve()}
    finally:
        watch.close()


def test_reading_a_file_is_not_asked_for(tmp_path):
    """A test run or a search through the project would fill the system's queue in a moment."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    watch = Watch(tmp_path)
    try:
        told = "".join(
            path.read_text() for path in Path("/proc/self/fdinfo").glob("*") if path.exists()
        )
        asked = [int(mask, 16) for mask in re.findall(r"^inotify .* mask:(\w+)", told, re.M)]
        assert len(asked) >= 2
        assert not any(mask & READS for mask in asked)
    finally:
        watch.close()


def test_when_the_system_has_lost_changes_anything_may_have_changed(tmp_path, capfd):
    (tmp_path / "docs").mkdir()
    watch = Watch(tmp_path)
    try:
        InotifyFD.get_instance().handle_event(OVERFLOW)
        assert watch.changed(10) == {tmp_path}
        (tmp_path / "docs" / "page.md").write_text("still followed")
        assert watch.changed(10) == {(tmp_path / "docs" / "page.md").resolve()}
    finally:
        watch.close()
    assert capfd.readouterr().err == ""


def test_a_watch_that_is_closed_leaves_the_next_one_hearing(tmp_path):
    (tmp_path / "docs").mkdir()
    Watch(tmp_path).close()
    watch = Watch(tmp_path)
    try:
        InotifyFD.get_instance().handle_event(OVERFLOW)
        assert watch.changed(10) == {tmp_path}
    finally:
        watch.close()


@pytest.mark.parametrize("place", ["get_instance", "add_callback"])
def test_where_the_system_follows_no_more_files_they_are_looked_at(tmp_path, monkeypatch, place):
    def full(*_given):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(InotifyFD, place, full)
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text("one")
    watch = Watch(tmp_path)
    try:
        assert watch.changed(0.2) == frozenset()
        page.write_text("two, and longer")
        assert watch.changed(10) == {page.resolve()}
    finally:
        watch.close()
