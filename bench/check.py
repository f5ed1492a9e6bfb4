"""How long the check takes of a processor: nothing remembered, and with sound parts remembered.

    python bench/check.py [ANOTHER_CHECKOUT]

Processor seconds of the whole command with the programs it calls, the least of five runs. Another
checkout, such as one of an older state with an environment of its own, is measured in turn with
this one, and so as slow as the machine is just then.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5


def main() -> None:
    other = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    cold, warm, before = [], [], []
    for _ in range(RUNS):
        (ROOT / ".cache" / "sound-parts").unlink(missing_ok=True)
        cold.append(seconds(ROOT))
        warm.append(seconds(ROOT))
        if other:
            before.append(seconds(other))
    print(f"nothing remembered {min(cold):.2f} s, parts remembered {min(warm):.2f} s")
    if other:
        ratios = min(cold) / min(before), min(warm) / min(before)
        print(f"{other}: {min(before):.2f} s; ratios {ratios[0]:.2f} and {ratios[1]:.2f}")


def seconds(root: Path) -> float:
    """Return what one check of a checkout takes of a processor."""
    python = root / ".venv" / "bin" / "python"
    run = subprocess.Popen(
        [python, "-m", "peerhub", "check"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(run.pid, 0)
    assert status == 0
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
