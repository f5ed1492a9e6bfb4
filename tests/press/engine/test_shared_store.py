"""The store that machines share: fetched once, damage made again, old objects out."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
import time

import fsspec
import pytest

from peerhub.press.engine import shared_store
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.store import DIGITS, SHARED, Store
from tests.projects import ROOT

KEY, OTHER = "a" * 64, "b" * 64
DAY = 24 * 60 * 60

SLIPS = ("s3:/bucket/hub", "s3:bucket", "s3//bucket", "file://hub", "C:\\hub", "dir::/hub", "::")
"""Addresses that would lead to a folder of an odd name on this machine, and say nothing."""
NEITHER = "it is neither a folder nor an address such as s3://bucket/hub"


@pytest.fixture
def address(monkeypatch, request):
    said = f"memory://{abs(hash(request.node.name))}"
    monkeypatch.setenv(SHARED, said)
    return said


@pytest.fixture
def machine(tmp_path, address):
    """Give new machines: each has a folder of its own, and all share one store."""
    numbers = iter(range(100))
    return lambda: Store(tmp_path / str(next(numbers)) / "press")


def objects(address):
    files, home = fsspec.core.url_to_fs(address)
    return files, files.find(home)


def test_what_one_machine_made_another_fetches_once(machine, address):
    machine().put(KEY, b"a poster")
    other = machine()
    assert other.get(KEY) == b"a poster"
    files, (held,) = objects(address)
    files.rm(held)
    assert other.get(KEY) == b"a poster"
    assert other.get(OTHER) is None


def test_what_a_machine_had_before_it_shared_is_shared_when_it_is_used(tmp_path, monkeypatch):
    Store(tmp_path / "press").put(KEY, b"a poster")
    monkeypatch.setenv(SHARED, "memory://shared-later")
    assert Store(tmp_path / "press").get(KEY) == b"a poster"
    assert Store(tmp_path / "elsewhere" / "press").get(KEY) == b"a poster"


def test_many_are_fetched_in_one_go(machine, monkeypatch):
    keys = [f"{number:064x}"[::-1] for number in range(150)]
    first = machine()
    for key in keys:
        first.put(key, key.encode())
    asked = []
    real = shared_store.SharedStore._got
    monkeypatch.setattr(
        shared_store.SharedStore,
        "_got",
        lambda self, names: asked.append(len(names)) or real(self, names),
    )
    second = machine()
    second.fetch(keys)
    assert asked == [64, 64, 22]
    assert all(second.get(key) == key.encode() for key in keys)
    assert len(asked) == 3


@pytest.mark.parametrize("damage", [b"", b"a post", b"A poster", b"a poster!"])
def test_a_half_written_object_is_taken_out_and_made_again(machine, address, damage):
    machine().put(KEY, b"a poster")
    files, (held,) = objects(address)
    files.pipe_file(held, damage)
    other = machine()
    assert other.get(KEY) is None
    assert objects(address)[1] == []
    other.put(KEY, b"a poster")
    assert machine().get(KEY) == b"a poster"


def test_many_writers_at_once_leave_one_whole_object_a_key(machine, address):
    shelves = [machine() for _ in range(8)]
    threads = [threading.Thread(target=one.put, args=(KEY, b"a poster")) for one in shelves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(objects(address)[1]) == 1
    assert machine().get(KEY) == b"a poster"


def test_old_objects_go_and_what_is_used_stays(machine, address):
    shelf = machine()
    shelf.put(KEY, b"used")
    shelf.put(OTHER, b"not used")
    held = shelf._shared
    now = time.time()
    used = {KEY[:DIGITS]}
    assert held.prune(used, now + (shared_store.KEPT_DAYS - 1) * DAY) == 0
    assert held.prune(used, now + (shared_store.KEPT_DAYS + 1) * DAY) == 1
    assert machine().get(KEY) == b"used"
    assert machine().get(OTHER) is None


def test_the_oldest_go_when_there_is_no_room(machine, address):
    shelf = machine()
    for letter in "abc":
        shelf.put(letter * 64, b"12345")
        time.sleep(0.002)
    held = shelf._shared
    held.room = 10
    assert held.prune(set()) == 1
    assert [machine().get(letter * 64) for letter in "abc"] == [None, b"12345", b"12345"]


def test_what_is_read_in_the_second_half_of_its_time_is_young_again(machine, address, monkeypatch):
    machine().put(KEY, b"a poster")
    monkeypatch.setattr(shared_store, "KEPT_DAYS", 0)
    files, (held,) = objects(address)
    before = files.info(held)["created"]
    assert machine().get(KEY) == b"a poster"
    assert files.info(held)["created"] > before


def test_a_folder_is_an_address(tmp_path, monkeypatch):
    monkeypatch.setenv(SHARED, str(tmp_path / "shared"))
    Store(tmp_path / "one" / "press").put(KEY, b"a poster")
    assert Store(tmp_path / "two" / "press").get(KEY) == b"a poster"
    (held,) = (tmp_path / "shared" / "press").iterdir()
    assert held.name.startswith(KEY[:DIGITS])


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("nowhere://hub", "The store nowhere://hub cannot be opened: "),
        ("/dev/null/hub", "The store /dev/null/hub cannot be "),
        ("/proc/hub", "The store /proc/hub cannot be "),
        ("s3://", "The store s3:// cannot be opened: it names no bucket. See to"),
        ("gs:///prefix", "The store gs:///prefix cannot be opened: it names no bucket. See to"),
        ("S4://bucket", "The store S4://bucket cannot be opened: Protocol not known: S4. See"),
        *((slip, f"The store {slip} cannot be opened: {NEITHER}. See to") for slip in SLIPS),
        ("nowhere://me:word@hub\nx", "The store nowhere://…@hub x cannot be opened: "),
    ],
)
def test_a_store_that_is_none_is_told_in_one_line(tmp_path, monkeypatch, address, says):
    monkeypatch.setenv(SHARED, address)
    with pytest.raises(PressError) as told:
        Store(tmp_path / "press").put(KEY, b"a poster")
    assert str(told.value).startswith(says)
    assert str(told.value).endswith(
        "See to its address, rights and room, or run without PEERHUB_STORE. "
        "What is made is kept on this machine."
    )
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("address", "missing", "remedy"),
    [
        ("s3://bucket/hub", "Install s3fs to access S3", "Run: setup/prepare scale"),
        (
            "sftp://host/hub",
            "paramiko",
            "Install that, or name a folder or a bucket (s3://, gs:// or az://).",
        ),
    ],
)
def test_a_library_that_is_missing_is_told_with_what_brings_it(
    tmp_path, monkeypatch, address, missing, remedy
):
    def no(address):
        raise ImportError(missing)

    monkeypatch.setattr(shared_store, "_opened", no)
    monkeypatch.setenv(SHARED, address)
    with pytest.raises(PressError) as told:
        Store(tmp_path / "press")
    assert str(told.value) == (
        f"The store {address} needs a library that is not here: {missing}. {remedy}"
    )


def test_the_store_of_this_machine_is_not_shared_with_itself(tmp_path, monkeypatch):
    Store(tmp_path / "press").put(KEY, b"a poster")
    for same in (str(tmp_path), f"file://{tmp_path}/", f"{tmp_path}/press/.."):
        monkeypatch.setenv(SHARED, same)
        with pytest.raises(PressError, match="is this machine's own, which is there in any case"):
            Store(tmp_path / "press")


def test_a_file_where_the_folder_should_be_is_told(tmp_path, monkeypatch):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/press").write_text("a note")
    monkeypatch.setenv(SHARED, str(tmp_path / "shared"))
    with pytest.raises(PressError, match="/shared cannot be written to: "):
        Store(tmp_path / "press").put(KEY, b"a poster")
    assert (tmp_path / "shared/press").read_text() == "a note"


def test_what_others_keep_beside_it_is_never_taken_out(tmp_path, monkeypatch):
    theirs = tmp_path / "shared/press/minutes of a meeting.pdf"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")
    monkeypatch.setenv(SHARED, str(tmp_path / "shared"))
    shelf = Store(tmp_path / "press")
    shelf.put(KEY, b"a poster")
    shelf._shared.room = 0
    assert shelf._shared.prune(set(), time.time() + 1000 * DAY) == 1
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.parametrize(
    "fault", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")]
)
def test_a_store_without_rights_or_room_keeps_what_was_made_here(
    machine, address, monkeypatch, fault
):
    shelf = machine()

    def refuse(*_, **__):
        raise fault

    monkeypatch.setattr(shelf._shared._files, "pipe_file", refuse, raising=False)
    with pytest.raises(PressError, match=f"cannot be written to: {fault.strerror}"):
        shelf.put(KEY, b"a poster")
    monkeypatch.undo()
    assert Store(shelf.folder).get(KEY) == b"a poster"


@pytest.mark.parametrize("said", ["lots", "0", "-1", "1.5", "9" * 5000])
def test_a_room_that_is_no_number_is_refused(machine, monkeypatch, said):
    monkeypatch.setenv(shared_store.ROOM_SETTING, said)
    with pytest.raises(PressError, match=rf"PEERHUB_STORE_ROOM\) is '{said}'"):
        machine()


WRITER = """
import sys
from pathlib import Path
from peerhub.press.engine.store import Store
shelf = Store(Path(sys.argv[1], "press"))
for number in range(400):
    key = f"{number:032x}" * 2
    if shelf.get(key) is None:
        shelf.put(key, key.encode() * 2000)
    print(number, flush=True)
"""
"""A machine that fills a shared store, and says how far it is."""


def killed(moments: list[int], shared, folder) -> None:
    """Kill one machine after another, each when it has put so many objects; then look at all."""
    environ = os.environ | {SHARED: str(shared), "PYTHONPATH": str(ROOT / "src")}
    for machine, moment in enumerate(moments):
        command = [sys.executable, "-c", WRITER, folder / str(machine)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as run:
            for line in run.stdout:
                if int(line) >= moment:
                    break
            run.kill()
    command = [sys.executable, "-c", WRITER, folder / "last"]
    subprocess.run(command, check=True, capture_output=True, env=environ)
    names = sorted(one.name for one in (shared / "press").iterdir())
    assert len(names) == 400
    for name, number in zip(names, range(400), strict=True):
        content = f"{number:032x}".encode() * 4000
        assert (shared / "press" / name).read_bytes() == content
        assert name == f"{number:032x}-{hashlib.sha256(content).hexdigest()[:DIGITS]}.pdf"


def test_machines_that_are_killed_leave_what_the_next_one_makes_whole(tmp_path):
    killed([3, 150], tmp_path / "shared", tmp_path)


@pytest.mark.nightly
def test_machines_that_are_killed_at_fifty_moments_leave_it_so_too(tmp_path):
    killed([number * 8 for number in range(50)], tmp_path / "shared", tmp_path)
