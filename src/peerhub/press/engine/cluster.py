"""A Dask cluster in place of the processes of this machine.

The scheduler, the retries and the moving of work are Dask's. What is ours: every worker gets the
templates and the type once, under their digest; none draws unless it is of this very version; and
whatever goes wrong is one line. `distributed` is no part of an ordinary set-up: it is looked for
when a cluster is asked for, and `setup/prepare scale` brings it.
"""

from __future__ import annotations

import importlib
import io
import logging
import platform
import re
import threading
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.pool import KEPT, Made, Work, make_batch
from peerhub.press.engine.recipe import code, digest, files_digest, made_with

One = TypeVar("One")

CONNECT = 10.0
"""Seconds that a cluster has to be there."""

GREET = 30.0
"""Seconds in which it has to say what it is: what is no cluster may keep silent for ever."""

ANSWER = 120.0
"""Seconds that it has for each answer afterwards: a machine that is halted gives none for ever."""

WRITTEN = re.compile(r"(?:tcp|tls)://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):(?P<port>[0-9]{1,5})")
"""What the address of a scheduler looks like."""
START = "See that it runs (dask scheduler; dask worker), or run without --cluster."
SAME = "Bring it to the source and the locked libraries of this machine, then run again."
AGAIN = f"Run again, or without --cluster. {KEPT}"


class Cluster(Executor):
    """An executor whose batches are made by the workers of a cluster."""

    def __init__(self, client: Any, draws: Sequence[str], materials: str) -> None:
        self._client = client
        self._inner: Executor = client.get_executor(pure=False)
        self._draws = tuple(draws)
        self._version = version_of(self._draws)
        self._materials = materials
        self._was_empty = False

    def submit(self, _: Callable[..., Any], /, *what: Any, **__: Any) -> Future[Any]:
        """Send one batch of work. It is made by `make_there`, which finds the materials there."""
        asked = (make_there, *what, self._draws, self._version, self._materials)
        return self._inner.submit(*asked)

    def look(self) -> None:
        """Raise `PressError` when nobody is left to do what was sent, and nobody has come since.

        A worker that died is back within seconds where a nurse of Dask's looks after it.
        """
        if self._client.status != "running":
            raise PressError("The scheduler of the cluster is gone.", AGAIN)
        told = _in_time(lambda: self._client.scheduler_info(n_workers=-1), ANSWER)
        is_empty = not told["workers"]
        if is_empty and self._was_empty:
            raise PressError("No worker of the cluster is left.", AGAIN)
        self._was_empty = is_empty


@contextmanager
def cluster(address: str, draws: Sequence[str], home: Path) -> Iterator[Cluster]:
    """Give the cluster at an address, each of its workers of our version and with our materials.

    `draws` are the modules that draw, `home` is the folder of the materials. Raises `PressError`
    when the cluster cannot be reached, has no worker or one of another version, or is lost.
    """
    written = WRITTEN.fullmatch(address)
    if not written or not 0 < int(written["port"]) < 2**16:
        raise PressError(
            f"'{address}' is no address of a cluster.", "Write it like tcp://host:8786."
        )
    library = _library()
    _hush()
    with _told(f"The cluster {address} does not answer"):
        client = _in_time(lambda: _client(library, address), GREET)
    try:
        with _told(f"The cluster {address} cannot be made ready"):
            _in_time(lambda: _are_ours(client, tuple(draws)), ANSWER)
            materials = _in_time(lambda: _bring(library, client, home), ANSWER)
        yield Cluster(client, draws, materials)
    except library.KilledWorker as fault:
        last = fault.last_worker.address
        raise PressError(
            f"Workers of the cluster died again and again over one batch ({last} last).",
            f"Give them more memory. {AGAIN}",
        ) from None
    except (CancelledError, library.comm.CommClosedError, library.client.ClosedClientError):
        raise PressError("The cluster was lost in the middle of the work.", AGAIN) from None
    finally:
        with suppress(Exception):  # a cluster that is gone cannot be taken leave of
            client.close(timeout=2)


def _hush() -> None:
    """Keep the library from telling, at length and beside our line, of what is wrong."""
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":  # its settings give each logger a level of its own
            logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "\\s*Mismatched versions found")


def _library() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise PressError(
            "A cluster needs the library 'distributed', which is not here.",
            "Run: setup/prepare scale",
        ) from None
    except Exception as fault:
        raise PressError(
            f"The library 'distributed' does not start: {_said(fault)}.",
            "See to its settings (~/.config/dask, DASK_…), or run without --cluster.",
        ) from None


@contextmanager
def _told(trouble: str) -> Iterator[None]:
    """Tell whatever the library raises before the work begins as one line."""
    try:
        yield
    except PressError:
        raise
    except Exception as fault:
        raise PressError(f"{trouble}: {_said(fault)}.", START) from None


def _said(fault: Exception) -> str:
    """Return what a fault says, in one line without its last full stop."""
    return " ".join(str(fault).split()).rstrip(".") or type(fault).__name__


def _client(library: Any, address: str) -> Any:
    """Return a client of the cluster, which nobody has to close if it never was there."""

    class Visitor(library.Client):  # type: ignore[misc]
        """Says nothing when it goes: the library's own would tell of a cluster it did not find."""

        def __del__(self) -> None:
            pass

    return Visitor(address, timeout=CONNECT, set_as_default=False)


def _in_time(asks: Callable[[], One], within: float) -> One:
    """Return what a cluster answers. Raises `PressError` when it does not in so many seconds."""
    answer: Future[One] = Future()

    def ask() -> None:
        try:
            answer.set_result(asks())
        except BaseException as fault:  # raised again where it is waited for
            answer.set_exception(fault)

    threading.Thread(target=ask, daemon=True).start()
    done, _ = wait((answer,), within)
    if not done:
        raise PressError(f"The cluster has not answered for {within:.0f} seconds.", AGAIN)
    return answer.result()


def _are_ours(client: Any, draws: tuple[str, ...]) -> None:
    """Raise `PressError` unless there are workers, and all would draw what this machine would.

    The scheduler draws nothing, and takes apart what it is sent with the same source.
    """
    found = client.run(version_of, draws, on_error="return")
    if not found:
        raise PressError("The cluster has no worker.", START)
    ours = version_of(draws)
    others = sorted(worker for worker, version in found.items() if version != ours)
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        raise PressError(
            f"The worker {others[0]}{more} of the cluster is not of this version.", SAME
        )
    try:
        same = client.run_on_scheduler(version_of, draws) == ours
    except ImportError:
        same = False
    if not same:
        raise PressError("The scheduler of the cluster is not of this version.", SAME)


@cache
def version_of(draws: tuple[str, ...]) -> str:
    """Return a digest of all that draws here: our source, the libraries, and this Python."""
    modules = (*draws, __name__)
    python = ".".join(platform.python_version_tuple()[:2])
    return digest(python, *map(code, modules), *map(made_with, modules))


def _bring(library: Any, client: Any, home: Path) -> str:
    """Let each worker, and each that joins later, have the materials once; return their name.

    The scheduler keeps them by their digest: a second run with the same ones sends none.
    """
    files = [file for file in sorted(home.rglob("*")) if file.is_file()]
    packed = _packed(home, files)
    name = f"peerhub-{digest(files_digest(files), packed.hex())[:32]}"

    class Materials(library.WorkerPlugin):  # type: ignore[misc]
        """Unpacks the materials in a worker's own folder when that starts."""

        idempotent = True

        def __init__(self) -> None:
            self.name = name

        def setup(self, worker: Any) -> None:
            self.home = Path(worker.local_directory, name, home.name)
            with zipfile.ZipFile(io.BytesIO(packed)) as held:
                held.extractall(self.home)

    client.register_plugin(Materials())
    return name


def _packed(home: Path, files: Sequence[Path]) -> bytes:
    """Return the materials as a ZIP: the same files, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for file in files:
            held.writestr(zipfile.ZipInfo(file.relative_to(home).as_posix()), file.read_bytes())
    return out.getvalue()


def make_there(
    batch: Sequence[Work], draws: tuple[str, ...], version: str, materials: str
) -> list[Made]:
    """Return what a worker of a cluster made of a batch, with the materials that it was sent.

    Raises `PressError` when this worker came later and is of another version.
    """
    worker = _library().get_worker()
    if version_of(draws) != version:
        raise PressError(f"The worker {worker.address} is not of this version.", SAME)
    home = worker.plugins[materials].home
    try:
        return make_batch([one.moved(home) if hasattr(one, "moved") else one for one in batch])
    except (OSError, ImportError, MemoryError) as fault:
        raise PressError(
            f"The worker {worker.address} cannot make {batch[0].what}: {_said(fault)}.",
            f"See to its memory, its disk and what is installed there. {AGAIN}",
        ) from None
