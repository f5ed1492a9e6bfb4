"""The store: whole entries only, damage noticed, old entries dropped."""

from __future__ import annotations

import errno
import os
import time

import pytest

from peerhub.press.engine import store
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.store import KEPT_DAYS, Store, write_whole

KEY, OTHER = "a" * 64, "b" * 64
DAY = 24 * 60 * 60


@pytest.fixture
def shelf(tmp_path):
    return Store(tmp_path / "store")


def entry(shelf):
    (file,) = shelf.folder.glob("*.pdf")
    return file


def test_what_is_kept_is_found_again(shelf):
    shelf.put(KEY, b"a poster")
    assert shelf.get(KEY) == b"a poster"
    assert Store(shelf.folder).get(KEY) == b"a poster"
    assert shelf.get(OTHER) is None


@pytest.mark.parametrize("damage", [b"", b"a post", b"a poster!", b"A poster"])
def test_a_damaged_entry_is_as_good_as_none(shelf, damage):
    shelf.put(KEY, b"a poster")
    entry(shelf).write_bytes(damage)
    assert shelf.get(KEY) is None
    shelf.put(KEY, b"a poster")
    assert shelf.get(KEY) == b"a poster"


def test_an_entry_that_another_run_dropped_is_as_good_as_none(shelf):
    shelf.put(KEY, b"a poster")
    entry(shelf).unlink()
    assert shelf.get(KEY) is None


def test_an_entry_unused_for_thirty_days_is_dropped(shelf):
    shelf.put(KEY, b"used now")
    shelf.put(OTHER, b"not used now")
    now = time.time()
    assert shelf.prune({KEY}, now + (KEPT_DAYS - 1) * DAY) == 0
    assert shelf.prune({KEY}, now + (KEPT_DAYS + 1) * DAY) == 1
    assert shelf.get(KEY) == b"used now"
    assert shelf.get(OTHER) is None


def test_use_makes_an_entry_young_again(shelf):
    shelf.put(KEY, b"a poster")
    long_ago = time.time() - 100 * DAY
    os.utime(entry(shelf), (long_ago, long_ago))
    shelf.get(KEY)
    assert shelf.prune(set()) == 0


def test_of_what_is_not_used_only_the_newest_is_kept_where_room_is_short(shelf):
    for number, key in enumerate((KEY, OTHER, "c" * 64)):
        shelf.put(key, b"a poster")
        os.utime(shelf.entry(key), (time.time() - DAY * (1 + number),) * 2)
    assert shelf.prune({OTHER}, room=10) == 1
    assert shelf.get(KEY) == b"a poster"
    assert shelf.get(OTHER) == b"a poster"
    assert shelf.get("c" * 64) is None


def test_what_another_run_has_just_made_is_never_too_much(shelf):
    shelf.put(KEY, b"made by a run that was stopped, or is at work")
    assert Store(shelf.folder).prune({OTHER}, room=0) == 0
    assert shelf.get(KEY) is not None


def test_what_a_stopped_run_left_half_written_is_swept_away_in_time(shelf):
    shelf.put(KEY, b"a poster")
    left = shelf.folder / "tmp123.part"
    left.write_bytes(b"half a pos")
    assert shelf.prune({KEY}, time.time() + (KEPT_DAYS + 1) * DAY) == 1
    assert not left.exists()


def test_a_full_disk_leaves_the_old_file_and_says_what_to_do(tmp_path, monkeypatch):
    place = tmp_path / "poster.pdf"
    place.write_bytes(b"old")
    real = store.NamedTemporaryFile

    def full(*args, **named):
        file = real(*args, **named)

        def write(content):
            raise OSError(errno.ENOSPC, "No space left on device")

        file.write = write
        return file

    monkeypatch.setattr(store, "NamedTemporaryFile", full)
    with pytest.raises(PressError) as fault:
        write_whole(place, b"new")
    assert str(fault.value) == (
        f"{place} cannot be written: no space left on device. "
        "Free some space or allow writing there, then run again: what is made is kept."
    )
    assert place.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["poster.pdf"]


def refuse(*_, **__):
    raise PermissionError(errno.EACCES, "Permission denied")


def test_what_cannot_be_read_is_told_and_nothing_is_lost(shelf, monkeypatch):
    shelf.put(KEY, b"a poster")
    place = entry(shelf)
    place.unlink()
    place.mkdir()
    with pytest.raises(PressError) as told:
        shelf.get(KEY)
    assert str(told.value) == (
        f"{place} cannot be read: is a directory. "
        "Allow reading there, or delete it: what is missing is made again."
    )
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PressError, match=f"^{shelf.folder} cannot be read: permission denied"):
        Store(shelf.folder)


def test_a_store_that_another_person_owns_is_read_and_left_as_it_is(shelf, monkeypatch):
    shelf.put(KEY, b"a poster")
    monkeypatch.setattr(os, "utime", refuse)
    assert shelf.get(KEY) == b"a poster"
    monkeypatch.setattr(type(shelf.folder), "unlink", refuse)
    assert shelf.prune(set(), time.time() + (KEPT_DAYS + 1) * DAY) == 0
    assert entry(shelf).read_bytes() == b"a poster"
