"""The same bytes wherever posters are made: in processes, on a cluster, in parts, with a bucket.

By night alone: it needs the libraries and the S3 server of `setup/prepare night`.
"""

from __future__ import annotations

import importlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from peerhub.press.engine.cluster import cluster
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.store import SHARED, Store
from peerhub.press.posters.run import keys_of, press
from peerhub.press.posters.shards import Shard, chosen, join, write_record
from peerhub.press.posters.template_files import Materials
from tests.press.samples import ROOT, jobs

pytestmark = pytest.mark.nightly

WORK = jobs(24, ("a4", "a3"))
DRAWS = ("peerhub.press.posters.task", "peerhub.press.posters.screens")
SERVER = ROOT / ".venv/s3-server/bin/python"
MOMENTS = 50

PRESS = """
import sys
from pathlib import Path
from peerhub.press.posters.run import press
from tests.press.test_anywhere import WORK
if __name__ == "__main__":
    press(WORK, Path(sys.argv[1], "out"), Path(sys.argv[1], "press"), workers=2)
"""
"""A run on a machine of its own: its folder is told."""


def contents(folder):
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*.pdf")}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    home = tmp_path_factory.mktemp("undisturbed")
    press(WORK, home / "out", home / "store", workers=1)
    return contents(home / "out")


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    """A bucket of a local S3 server, and the settings that lead there."""
    port, log = free_port(), tmp_path_factory.mktemp("s3") / "log"
    with log.open("wb") as told:
        command = [SERVER, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
        server = subprocess.Popen(command, stdout=told, stderr=told)
    while not answers(port):
        assert server.poll() is None, log.read_text()
        time.sleep(0.1)
    settings = {
        "AWS_ENDPOINT": f"http://127.0.0.1:{port}",
        "AWS_ALLOW_HTTP": "true",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_REGION": "us-east-1",
    }
    before = dict(os.environ)
    os.environ.update(settings)
    make = f"import boto3; boto3.client('s3', endpoint_url='http://127.0.0.1:{port}')"
    subprocess.run(
        [SERVER, "-c", f"{make}.create_bucket(Bucket='hub')"],
        check=True,
        env=os.environ | {"AWS_DEFAULT_REGION": "us-east-1"},
    )
    yield "s3://hub"
    server.terminate()
    server.wait()
    os.environ.clear()
    os.environ.update(before)


def two_workers():
    """Give a cluster of two workers on this machine, each a process, brought back by its nurse."""
    return importlib.import_module("distributed").LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    )


@pytest.fixture
def workers():
    with two_workers() as there:
        yield there


def test_four_processes_make_the_same_bytes(tmp_path, undisturbed):
    press(WORK, tmp_path / "out", tmp_path / "store", workers=4)
    assert contents(tmp_path / "out") == undisturbed


def test_two_workers_of_a_cluster_make_the_same_bytes_and_a_second_run_makes_none(
    tmp_path, undisturbed, workers
):
    for rendered in (len(undisturbed), 0):
        with cluster(workers.scheduler_address, DRAWS, HOME) as there:
            sent = {"executor": there, "look": there.look}
            report = press(WORK, tmp_path / "out", tmp_path / "store", **sent)
        assert report.rendered == rendered
        assert contents(tmp_path / "out") == undisturbed


def test_a_cluster_that_nobody_runs_is_told_in_one_line():
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(PressError) as told, cluster(address, DRAWS, HOME):
        pass
    assert str(told.value).startswith(f"The cluster {address} does not answer: ")
    assert "\n" not in str(told.value)


def test_two_parts_joined_are_the_same_bytes_and_a_second_run_makes_none(tmp_path, undisturbed):
    keys = keys_of(WORK, Materials(HOME))
    parts = [tmp_path / "1", tmp_path / "2"]
    for number, part in enumerate(parts, 1):
        press(chosen(keys, Shard(number, 2)), part, tmp_path / f"store-{number}", workers=1)
        write_record(part, keys, Shard(number, 2))
    join(parts, keys, Store(tmp_path / "store"), Store(tmp_path / "screens", ".png"))
    report = press(WORK, tmp_path / "out", tmp_path / "store", workers=1)
    assert report.rendered == 0
    assert contents(tmp_path / "out") == undisturbed


def test_a_bucket_holds_the_same_bytes_and_a_second_machine_makes_none(
    tmp_path, undisturbed, bucket, monkeypatch
):
    monkeypatch.setenv(SHARED, f"{bucket}/same")
    for machine, rendered in (("one", len(undisturbed)), ("two", 0)):
        report = press(WORK, tmp_path / machine / "out", tmp_path / machine / "press", workers=1)
        assert report.rendered == rendered
        assert contents(tmp_path / machine / "out") == undisturbed


def test_a_damaged_object_of_a_bucket_is_made_again(tmp_path, undisturbed, bucket, monkeypatch):
    import fsspec

    monkeypatch.setenv(SHARED, f"{bucket}/damaged")
    press(WORK, tmp_path / "one/out", tmp_path / "one/press", workers=1)
    files, home = fsspec.core.url_to_fs(f"{bucket}/damaged/press")
    files.invalidate_cache()
    held = sorted(files.find(home))
    assert len(held) == len(undisturbed)
    files.pipe_file(held[0], b"%PDF-1.7 and then nothing")
    files.pipe_file(held[1], b"")
    report = press(WORK, tmp_path / "two/out", tmp_path / "two/press", workers=1)
    assert report.rendered == 2
    assert contents(tmp_path / "two/out") == undisturbed


@pytest.mark.parametrize(
    ("address", "settings"),
    [
        ("s3://nobody-has-this", {}),
        ("s3://hub/refused", {"AWS_ENDPOINT": "http://127.0.0.1:9", "AWS_MAX_RETRIES": "0"}),
    ],
)
def test_a_bucket_that_cannot_be_used_is_told_in_one_line(
    tmp_path, bucket, monkeypatch, address, settings
):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv(SHARED, address)
    with pytest.raises(PressError) as told:
        Store(tmp_path / "press").put("a" * 64, b"a poster")
    assert str(told.value).startswith(f"The store {address} cannot be ")
    assert "\n" not in str(told.value)
    assert "Debug source" not in str(told.value)


def test_workers_killed_at_fifty_moments_change_nothing(tmp_path, undisturbed):
    """A worker is killed again and again while the same posters are made over and over.

    A nurse gives a worker up that is killed as it begins, so there is another cluster after a run
    that could not be ended; that run is taken up again with what it had made.
    """
    killed, clusters, over = [], [], threading.Event()

    def kill():
        chance = random.Random(19)
        while len(killed) < MOMENTS and not over.wait(chance.uniform(0.2, 3)):
            nurses = list(clusters[-1].workers.values()) if clusters else []
            at_work = [one for one in nurses if one.pid and one.status.name == "running"]
            if at_work:
                nurse = chance.choice(at_work)
                os.kill(nurse.pid, signal.SIGKILL)
                killed.append(nurse.pid)

    def whole_run(there, runs: int) -> bool:
        """Make the posters; say whether that ended, and was what always comes of it."""
        out = tmp_path / str(runs)
        try:
            with cluster(there.scheduler_address, DRAWS, HOME) as sent_to:
                sent = {"executor": sent_to, "look": sent_to.look}
                press(WORK, out / "out", out / "press", **sent)
        except PressError:
            placed = contents(out / "out")
            assert placed == {}
            return False
        assert contents(out / "out") == undisturbed
        shutil.rmtree(out)
        return True

    killer = threading.Thread(target=kill)
    killer.start()
    runs = 0
    try:
        while len(killed) < MOMENTS:
            with two_workers() as there:
                clusters.append(there)
                while len(killed) < MOMENTS and whole_run(there, runs):
                    runs += 1
    finally:
        over.set()
        killer.join()
    with two_workers() as there:
        assert whole_run(there, runs)  # with what was kept of the one that was disturbed last
    print(f"{len(killed)} killed, {runs} whole runs meanwhile, {len(clusters)} clusters")
    assert len(killed) == MOMENTS


@pytest.mark.parametrize("kind", ["folder", "bucket"])
def test_runs_killed_at_fifty_moments_leave_a_sound_store(tmp_path, undisturbed, bucket, kind):
    """Machines are killed while they fill one store; what comes of it is what always comes."""
    address = f"{bucket}/killed" if kind == "bucket" else str(tmp_path / "shared")
    chance = random.Random(19)
    environ = os.environ | {SHARED: address, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    script = tmp_path / "run.py"
    script.write_text(PRESS)
    for moment in range(MOMENTS // 2):
        home = Path(tmp_path, f"machine {moment}")
        run = subprocess.Popen([sys.executable, script, home], env=environ, start_new_session=True)
        time.sleep(chance.uniform(0.5, 6))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    machine = tmp_path / "the last"
    subprocess.run([sys.executable, script, machine], env=environ, check=True)
    assert contents(machine / "out") == undisturbed
    again = tmp_path / "one more"
    subprocess.run([sys.executable, script, again], env=environ, check=True)
    assert contents(again / "out") == undisturbed
