"""A cluster: what cannot be used is told in one line. A real one is tried by night."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from types import SimpleNamespace

import pytest

from peerhub.press.engine import cluster as module
from peerhub.press.engine.cluster import Cluster, cluster, version_of
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from tests.press.work import Errand

DRAWS = ("peerhub.press.posters.task",)


class Gone(Exception):
    """Stands for a fault of the library."""


class Lost(OSError):
    """Stands for what the library raises when a connection breaks off."""


class Closed(Exception):
    """Stands for what the library raises when a client is closed that something is sent by."""


FAULTS = {
    "tcp://nobody:8786": OSError("Timed out trying to connect to\n tcp://nobody:8786 after 10 s"),
    "tls://locked:8786": TypeError("TLS expects a `ssl_context` argument"),
    "tcp://old:8786": ImportError("Mismatched versions of msgpack."),
    "tcp://web:80": MemoryError(),
}
"""What comes of asking at an address, beside a cluster."""


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
    client.run_on_scheduler = lambda does, draws: does(draws)
    client.register_plugin = client.sent.append
    client.get_executor = lambda **_: None
    client.scheduler_info = lambda **_: {"workers": client.workers}
    client.close = lambda **_: client.closed.append(True)

    class Connects:
        def __new__(cls, address, **_):
            if address in FAULTS:
                raise FAULTS[address]
            return client

    held = SimpleNamespace(
        Client=Connects,
        WorkerPlugin=object,
        KilledWorker=Gone,
        comm=SimpleNamespace(CommClosedError=Lost),
        client=SimpleNamespace(ClosedClientError=Closed),
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


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tcp://nobody:8786", "Timed out trying to connect to tcp://nobody:8786 after 10 s"),
        ("tls://locked:8786", "TLS expects a `ssl_context` argument"),
        ("tcp://old:8786", "Mismatched versions of msgpack"),
        ("tcp://web:80", "MemoryError"),
    ],
)
def test_a_cluster_that_does_not_answer_as_one_is_told(library, address, says):
    assert refused(address) == (
        f"The cluster {address} does not answer: {says}. "
        "See that it runs (dask scheduler; dask worker), or run without --cluster."
    )


def test_a_library_that_does_not_start_is_told(monkeypatch):
    def no(name):
        raise ValueError("A dask config file at 'a.yaml' is malformed:\n no such thing")

    monkeypatch.setattr(module.importlib, "import_module", no)
    assert refused() == (
        "The library 'distributed' does not start: A dask config file at 'a.yaml' is malformed: "
        "no such thing. See to its settings (~/.config/dask, DASK_…), or run without --cluster."
    )


def test_what_the_library_says_of_its_connections_is_not_told_beside_our_line(library, caplog):
    its = logging.getLogger("distributed.client")
    its.setLevel(logging.WARNING)
    with cluster("tcp://a:8786", DRAWS, HOME):
        its.error("Failed to reconnect to scheduler")
    assert not caplog.records


def test_what_the_library_says_of_versions_is_not_told_beside_our_line(library):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        with cluster("tcp://a:8786", DRAWS, HOME):
            warnings.warn("\nMismatched versions found\n\n+------+", stacklevel=1)
    assert told == []


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


@pytest.mark.parametrize("version", ["another", ModuleNotFoundError("No module named 'peerhub'")])
def test_a_scheduler_of_another_version_is_refused(library, version):
    def run(does, draws):
        if isinstance(version, Exception):
            raise version
        return version

    library.run_on_scheduler = run
    assert refused() == (
        "The scheduler of the cluster is not of this version. "
        "Bring it to the source and the locked libraries of this machine, then run again."
    )
    assert library.sent == []


def test_a_worker_without_room_for_the_materials_is_told(library):
    def full(_):
        raise OSError(28, "No space left on device")

    library.register_plugin = full
    assert refused() == (
        "The cluster tcp://a:8786 cannot be made ready: [Errno 28] No space left on device. "
        "See that it runs (dask scheduler; dask worker), or run without --cluster."
    )


def test_what_never_says_that_it_is_a_cluster_is_not_waited_for(library, monkeypatch):
    monkeypatch.setattr(module, "GREET", 0.05)
    silent = threading.Event()
    monkeypatch.setattr(module, "_client", lambda *_: silent.wait(60))
    assert refused() == f"The cluster has not answered for 0 seconds. {module.AGAIN}"
    silent.set()


def test_a_cluster_that_is_halted_is_not_waited_for(library, monkeypatch):
    monkeypatch.setattr(module, "ANSWER", 0.05)
    halted = threading.Event()
    library.run = lambda *_, **__: halted.wait(60)
    said = f"The cluster has not answered for 0 seconds. {module.AGAIN}"
    assert refused() == said
    library.scheduler_info = lambda **_: halted.wait(60)
    with pytest.raises(PressError) as told:
        Cluster(library, DRAWS, "materials").look()
    assert str(told.value) == said
    halted.set()


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


@pytest.mark.parametrize("fault", [module.CancelledError, Lost, Closed])
def test_a_cluster_that_is_lost_in_the_middle_is_told(library, fault):
    lost = pytest.raises(PressError, match="The cluster was lost in the middle of the work")
    with lost, cluster("tcp://a:8786", DRAWS, HOME):
        raise fault
    assert library.closed


def test_a_cluster_that_is_gone_need_not_be_taken_leave_of(library):
    def gone(**_):
        raise TimeoutError

    library.close = gone
    with pytest.raises(PressError, match="The cluster was lost"), cluster("tcp://a:1", DRAWS, HOME):
        raise module.CancelledError


def test_a_cluster_whose_last_worker_went_is_not_waited_for(library):
    there = Cluster(library, DRAWS, "materials")
    there.look()
    for _ in range(2):  # a nurse brings a worker back that has died
        before = dict(library.workers)
        library.workers.clear()
        there.look()
        library.workers |= before
        there.look()
    library.workers.clear()
    there.look()
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


@pytest.mark.parametrize("fault", [OSError("cannot load library 'libgobject'"), MemoryError()])
def test_a_worker_on_which_something_is_missing_is_told(monkeypatch, fault):
    def no(_):
        raise fault

    worker = SimpleNamespace(address="tcp://b:1", plugins={"materials": SimpleNamespace(home=HOME)})
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(get_worker=lambda: worker))
    monkeypatch.setattr(module, "make_batch", no)
    with pytest.raises(PressError) as told:
        module.make_there([Errand("one")], DRAWS, version_of(DRAWS), "materials")
    assert str(told.value) == (
        f"The worker tcp://b:1 cannot make the errand one: {str(fault) or 'MemoryError'}. "
        "See to its memory, its disk and what is installed there. "
        "Run again, or without --cluster. What is made is kept."
    )
