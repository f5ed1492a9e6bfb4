"""What a poster costs when there are many: processor time, memory and bytes, by number and workers.

    .venv/bin/python bench/scale.py [--posters 20000] [--workers 1 2 4]

Prints, for a tenth of the posters and for all of them, on each number of workers: seconds of the
processor in all, milliseconds for each poster beyond the first few (to start a worker takes more
than a second of its own), the most memory of the process that sends and of a worker, and bytes a
poster. It ends with an error when either of the costs of a poster, or a process's memory, is more
than a tenth higher for all than for a tenth. All forces are invented. A run has a process of its
own, so that what is told is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

FEW = 24
"""Posters of the run that shows what it takes to start."""

MORE = 1.1
"""How much more all may take than a tenth of them."""


def main() -> int:
    options = _options()
    if options.one:
        print(json.dumps(one(options.posters, options.workers[0])))
        return 0
    worse = 0
    print("workers  posters  processor s  ms a poster  sends MiB  worker MiB  bytes a poster")
    for workers in options.workers:
        start = told(FEW, workers)
        part, whole = (_costs(start, told(n, workers)) for n in sizes(options.posters))
        for row in (part, whole):
            print(
                f"{workers:7}  {row['posters']:7,}  {row['seconds']:11.1f}  {row['each']:11.2f}"
                f"  {row['sends']:9.0f}  {row['worker']:10.0f}  {row['bytes']:14,.0f}",
                flush=True,
            )
        for cost in ("each", "sends", "worker", "bytes"):
            if whole[cost] > part[cost] * MORE:
                print(f"  {cost} grew from {part[cost]:.1f} to {whole[cost]:.1f}")
                worse += 1
    return min(worse, 1)


def sizes(posters: int) -> tuple[int, int]:
    """Return a tenth of the posters, and all."""
    return max(2 * FEW, posters // 10), posters


def told(posters: int, workers: int) -> dict[str, float]:
    """Return what a run in a process of its own tells of itself."""
    command = [sys.executable, __file__, "--one", "--posters", str(posters)]
    command += ["--workers", str(workers)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def one(posters: int, workers: int) -> dict[str, float]:
    """Print so many posters, and return what that took."""
    from peerhub.press.posters.run import press
    from tests.press.samples import Jobs

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        press(Jobs(posters), out, Path(folder, "store"), workers=workers)
        # Before the files are counted, which takes memory for each of them.
        own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        size = sum(file.stat().st_size for file in out.rglob("*.pdf"))
    seconds = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    return {
        "posters": posters,
        "seconds": seconds,
        "sends": own.ru_maxrss / 1024,
        "worker": max(others.ru_maxrss, own.ru_maxrss if workers == 1 else 0) / 1024,
        "bytes": size / posters,
    }


def _costs(start: dict[str, float], row: dict[str, float]) -> dict[str, float]:
    """Return a run with milliseconds of the processor for each poster beyond those of the start."""
    beyond = row["posters"] - start["posters"]
    return {**row, "each": 1000 * (row["seconds"] - start["seconds"]) / beyond}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posters", type=int, default=20_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
