"""What the press keeps in mind while it works: little, however much it prints."""

from __future__ import annotations

import subprocess
import sys

import pytest

from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import SHELLS, Typesetter
from tests.press.samples import FOUR, ROOT, job

MOST = 200
"""MiB of memory that a process of the press may take at its peak; most is WeasyPrint's own."""

RUN = """
import resource, sys
from pathlib import Path
from dataclasses import replace
from peerhub.press.posters.job import SHEETS
from peerhub.press.posters.run import press
from tests.press.samples import FOUR, SIX, designs, jobs
sizes = [one for one in SHEETS if one != "wallet"]
many = [
    replace(one, design=design, facts=replace(one.facts, urgent=(FOUR, SIX, FOUR[:3])[number % 3]))
    for design in designs().values()
    for number, one in enumerate(jobs(int(sys.argv[2]), tuple(sizes)))
]
many += jobs(int(sys.argv[3]), ("a4",))[4:]
press(many, Path(sys.argv[1]) / "out", Path(sys.argv[1]) / "store", workers=2)
# The kernel's count for this process begins anew when it is started, and getrusage's does not.
(own,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(int(own.split()[1]) // 1024)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.nightly
@pytest.mark.parametrize(("forces", "more"), [(1, 60), (4, 300)])
def test_a_run_over_every_design_and_size_stays_small(tmp_path, forces, more):
    told = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path), str(forces), str(more)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    peaks = [int(line) for line in told.stdout.split()]
    assert len(peaks) == 2
    assert max(peaks) < MOST, peaks


def test_the_shells_that_are_kept_are_few_and_the_last_used():
    setter = Typesetter(Materials(HOME))
    for number in range(SHELLS + 3):
        setter.set(job(urgent=(*FOUR[:3], UrgentLine(f"Line {number}", "111"))))
    assert len(setter._shells) == SHELLS
    assert not any("Line 2<" in kin for *_, kin in setter._shells)
    assert any(f"Line {SHELLS + 2}<" in kin for *_, kin in setter._shells)
