"""Fifty thousand invented organisations, in many files, are checked in a bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.projects import FORCES, ROOT, small_project

MOST = 30
"""KiB of memory that an organisation may take at the peak, beside what the program takes."""

ONE = """\
- id: f{number}
  name: Invented Organisation {number}
  short_name: Organisation {number}
  nation: England
  type: territorial
  region: north
  website: https://f{number}.example/
  tile: {{row: {row}, col: {col}}}
"""
IN_A_FILE = 1000

RUN = """
import json, sys, time
from pathlib import Path
from peerhub.catalogue import load
began = time.process_time()
count = len(load(Path(sys.argv[1])).forces)
# The kernel's count for this process begins anew when it is started, and getrusage's does not.
(peak,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(json.dumps([count, int(peak.split()[1]), time.process_time() - began]))
"""


def checked(folder, count: int) -> tuple[int, int, float]:
    """Return how many were read, KiB at the peak, and seconds of the processor."""
    root = small_project(folder)
    (root / "data/forces").mkdir()
    (root / "data/forces.yml").write_text(FORCES, encoding="utf-8")
    for start in range(0, count, IN_A_FILE):
        text = "".join(
            ONE.format(number=number, row=2 + number // 400, col=number % 400)
            for number in range(start, min(start + IN_A_FILE, count))
        )
        (root / f"data/forces/{start:05}.yml").write_text(f"forces:\n{text}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", RUN, root],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    found, peak, seconds = json.loads(done.stdout)
    return found, peak, seconds


@pytest.mark.nightly
def test_fifty_thousand_take_little_and_no_more_each_than_five_thousand(tmp_path):
    few, peak_of_few, seconds_of_few = checked(tmp_path / "few", 5_000)
    many, peak, seconds = checked(tmp_path / "many", 50_000)
    assert (few, many) == (5_002, 50_002)
    each = (peak - peak_of_few) / (many - few)
    assert each < MOST, f"{each:.1f} KiB each, {peak / 1024:.0f} MiB in all"
    assert seconds / many < 3 * seconds_of_few / few, (seconds, seconds_of_few)
    print(f"{peak / 1024:.0f} MiB and {seconds:.1f} s for {many:,}, {each:.1f} KiB each")
