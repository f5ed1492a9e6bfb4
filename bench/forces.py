"""How the check, readiness and mutual aid grow with the number of forces, all invented.

    .venv/bin/python bench/forces.py [forces]

Prints seconds of the processor for each size up to the number asked for (5,000), and how much the
whole grew. It ends with an error when the whole takes 2 seconds or more at 5,000, or when it grows
faster than n log n by more than chance can excuse. tests/questions/test_forces_at_scale.py holds
the project to the same.
"""

from __future__ import annotations

import datetime as dt
import gc
import math
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from peerhub.catalogue import load  # noqa: E402
from peerhub.questions.mutual_aid import helpers, who_could_be_asked  # noqa: E402
from peerhub.questions.national_picture import national_picture  # noqa: E402
from tests.projects import SITE, small_project  # noqa: E402

LIMIT = 2.0
"""Seconds for 5,000 forces, check, readiness and ranking together."""

ALLOWED = 1.35
"""How much steeper than n log n a curve may be before it is called steeper: caches play a part."""

STARTS = 3
"""Times each size is measured; the best counts."""

TODAY = dt.date(2026, 11, 23)


@dataclass(frozen=True)
class Taken:
    """Seconds of the processor for one number of forces, step by step."""

    forces: int
    check: float
    readiness: float
    ranking: float

    @property
    def whole(self) -> float:
        return self.check + self.readiness + self.ranking


def invented(count: int) -> str:
    """Return a `forces.yml` of that many forces on a square, each joined to those beside it."""
    side = math.isqrt(count - 1) + 1
    lines = ["defaults: {owner: hub-editors, review_by: 2027-05-01}", "regions:"]
    lines += [f"- {{id: r{number}, name: Region {number}}}" for number in range(side)]
    lines.append("forces:")
    for number in range(count):
        row, col = divmod(number, side)
        beside = [n for n, there in ((number - 1, col > 0), (number + 1, col < side - 1)) if there]
        joined = ", ".join(f"f{n}" for n in beside if n < count)
        lines += [
            f"- id: f{number}",
            f"  name: Invented Force {number}",
            f"  short_name: Force {number}",
            "  nation: England",
            "  type: territorial",
            f"  region: r{row}",
            f"  website: https://f{number}.example/",
            f"  neighbours: [{joined}]",
            f"  tile: {{row: {row}, col: {col}}}",
            "  peer_support:",
            f"    confirmed_on: 2026-{1 + number % 10:02}-01",
            "    source: Letter from the wellbeing lead",
            "    selection_criteria_adopted_on: 2025-03-01",
            *(["    training_delivered_on: 2025-09-01"] if number % 3 else []),
            f"    trained_supporters: {number % 60}",
            "    offers_mutual_aid: true",
        ]
    return "\n".join(lines) + "\n"


def fair(few: Taken, many: Taken) -> float:
    """Return how many times longer the greater number may take: n log n."""
    return (many.forces * math.log(many.forces)) / (few.forces * math.log(few.forces))


def measure(count: int, starts: int = STARTS) -> Taken:
    """Return the best of several goes at one number of forces."""
    with tempfile.TemporaryDirectory() as folder:
        project = small_project(Path(folder), forces=invented(count), site=SITE)
        # What this process holds for other ends, such as tests, is not searched for garbage.
        gc.collect()
        gc.freeze()
        try:
            goes = [_once(project) for _ in range(starts)]
        finally:
            gc.unfreeze()
    return Taken(count, *(min(go[step] for go in goes) for step in range(3)))


def _once(project: Path) -> tuple[float, float, float]:
    began = time.process_time()
    found = load(project)
    checked = time.process_time()
    picture = national_picture(found.forces, TODAY)
    assert sum(picture.by_stage.values()) == len(found.forces)
    judged = time.process_time()
    asked = who_could_be_asked(found.forces[0], helpers(found.forces, TODAY))
    assert asked
    ranked = time.process_time()
    return checked - began, judged - checked, ranked - judged


def main() -> int:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    sizes = [most // 8, most // 4, most // 2, most]
    print(f"{'forces':>8} {'check':>8} {'readiness':>10} {'ranking':>8} {'whole':>8}   seconds")
    curve = []
    for size in sizes:
        taken = measure(size)
        curve.append(taken)
        print(
            f"{size:8,} {taken.check:8.3f} {taken.readiness:10.3f} {taken.ranking:8.3f} "
            f"{taken.whole:8.3f}"
        )
    first, last = curve[0], curve[-1]
    grew = last.whole / first.whole
    allowed = fair(first, last)
    print(
        f"From {first.forces:,} to {last.forces:,} forces: {grew:.1f} times; "
        f"n log n: {allowed:.1f}."
    )
    if most >= 5000 and last.whole >= LIMIT:
        print(f"Too slow: {last.whole:.2f} s is not under {LIMIT} s.", file=sys.stderr)
        return 1
    if grew > ALLOWED * allowed:
        print("It grows faster than n log n.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
