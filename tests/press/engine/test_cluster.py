"""A cluster: what cannot be used is told in one line. A real one is tried by night."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from peerhub.press.engine import cluster as module
from peerhub.press.engine.cluster import Cluster, cluster, version_of
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME

DRAWS = ("peerhub.press.posters.task",)


class Gone(Exception):
    """Stands for a fault of the library."""


@pytest.fixture
def library(monkeypatch):
    """Put a library in the place of distributed, whose cluster has the workers of `found`."""
    client = SimpleNamespace(
        found={"tcp://a:1": version_of(DRAWS)},
        status="running",
        workers={"tcp://a:1": {}},
        sent=[],
        closed=[],
    )
    client.run = lambda *_, **__: client.found
    client.register_plugin = client.sent.append
    client.get_executor = lambda **_: None
    client.scheduler_info = lambda **_: {"workers": client.workers}
    client.close = lambda **_: client.closed.append(True)

    def connect(address, **_):
        if address == "tcp://nobody:8786":
            raise OSError("Timed out trying to connect to\n tcp://nobody:8786 after 10 s")
        return client

    held = SimpleNamespace(
        Client=connect,
        WorkerPlugin=object,
        KilledWorker=Gone,
        comm=SimpleNamespace(CommClosedError=Gone),
    )
    monkeypatch.setitem(sys.modules, "distributed", held)
    return client


def refused(address="tcp://a:8786"):
    with pytest.raises(PressError) as told, cluster(address, DRAWS, HOME):
        raise AssertionError("the cluster was used")
    assert "\n" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize(
    "address",
    [
        *("hub:8786", "", "tcp://", "tcp://hub", "tcp://:8786", "tcp://hub:", "tcp://hub:x"),
        *("tcp://hub:0", "tcp://hub:65536", "tcp://[::1", "tcp://[::1]", "tcp://hub:8786/x"),
        *("http://hub:8786", "tcp://a hub:8786", "tcp://hub:8786\n"),
    ],
)
def test_an_address_that_is_none_is_refused(library, address):
    said = f"'{address}' is no address of a cluster. Write it like tcp://host:8786."
    with pytest.raises(PressError) as told, cluster(address, DRAWS, HOME):
        raise AssertionError("the cluster was used")
    assert str(told.value) == said


@pytest.mark.parametrize("address", ["tcp://hub:8786", "tls://10.0.0.1:1", "tcp://[::1]:65535"])
def test_an_address_that_is_one_is_asked(library, address):
    with cluster(address, DRAWS, HOME):
        assert library.sent


def test_a_library_that_is_missing_is_told_with_what_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refused() == (
        "A cluster needs the library 'distributed', which is not here. Run: setup/prepare scale"
    )


def test_a_cluster_that_does_not_answer_is_told(library):
    assert refused("tcp://nobody:8786") == (
        "The cluster tcp://nobody:8786 does not answer: Timed out trying to connect to "
        "tcp://nobody:8786 after 10 s. "
        "See that it runs (dask scheduler; dask worker), or run without --cluster."
    )


def test_a_cluster_without_workers_is_refused(library):
    library.found = {}
    assert refused().startswith("The cluster has no worker. See that it runs")
    assert library.closed


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ({"tcp://b:1": "another"}, "The worker tcp://b:1 of the cluster is not of this version."),
        (
            {"tcp://c:1": ModuleNotFoundError("peerhub"), "tcp://b:1": "another"},
            "The worker tcp://b:1 and 1 more of the cluster is not of this version.",
        ),
    ],
)
def test_mixed_versions_are_refused_before_anything_is_sent(library, others, says):
    library.found |= others
    assert refused() == (
        f"{says} Bring it to the source and the locked libraries of this machine, then run again."
    )
    assert library.sent == []


def test_the_materials_are_sent_once_under_one_name(library):
    for _ in range(2):
        with cluster("tcp://a:8786", DRAWS, HOME):
            pass
    first, second = library.sent
    assert first.name == second.name
    assert first.idempotent  # the scheduler passes on none that it has


def test_materials_arrive_whole_in_a_folder_of_the_worker(library, tmp_path):
    with cluster("tcp://a:8786", DRAWS, HOME):
        (sent,) = library.sent
    sent.setup(SimpleNamespace(local_directory=str(tmp_path)))
    assert sent.home.name == HOME.name
    for file in (one for one in HOME.rglob("*") if one.is_file()):
        assert (sent.home / file.relative_to(HOME)).read_bytes() == file.read_bytes()


def test_a_cluster_that_is_lost_in_the_middle_is_told(library):
    lost = pytest.raises(PressError, match="The cluster was lost in the middle of the work")
    with lost, cluster("tcp://a:8786", DRAWS, HOME):
        raise module.CancelledError
    assert library.closed


def test_a_cluster_whose_last_worker_went_is_not_waited_for(library):
    there = Cluster(library, DRAWS, "materials")
    there.look()
    library.workers.clear()
    with pytest.raises(PressError, match="No worker of the cluster is left"):
        there.look()
    library.status = "closed"
    with pytest.raises(PressError, match="The scheduler of the cluster is gone"):
        there.look()


def test_a_worker_that_joins_later_in_another_version_draws_nothing(monkeypatch):
    worker = SimpleNamespace(address="tcp://late:1")
    held = SimpleNamespace(get_worker=lambda: worker)
    monkeypatch.setitem(sys.modules, "distributed", held)
    with pytest.raises(PressError, match="The worker tcp://late:1 is not of this version"):
        module.make_there([], DRAWS, "another", "materials")
