"""What each patch of WeasyPrint saves: a paper set with all of them, and with all but one.

    python bench/patches.py [--workshop ID] [--rounds N]

Prints the seconds of the processor for a trainer guide, the least of some rounds in which all ways
take turns, and how much more each takes without one patch. A patch that saves less than 3 % of
both the guide and a page of a form has no place.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from peerhub.catalogue import load  # noqa: E402
from peerhub.models import Stamp  # noqa: E402
from peerhub.press.engine import typesetting  # noqa: E402
from peerhub.press.engine.our_type import HOME  # noqa: E402
from peerhub.press.engine.weasyprint_cache import PATCHES, brisk  # noqa: E402
from peerhub.questions.materials import workshop_materials  # noqa: E402
from peerhub.training.make import Desk  # noqa: E402

LEAST = 0.03
"""The part of the time that a patch has to save."""


def seconds(make: Callable[[], object], only: set[str]) -> float:
    """Return the seconds of the processor in which something is made with some patches."""
    typesetting.brisk = lambda: brisk(only)
    began = time.process_time()
    make()
    return time.process_time() - began


def main() -> int:
    """Measure and print; return 1 when a patch saves too little."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--workshop", default="awareness-briefing")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    held = load(ROOT)
    desk = Desk(held, Stamp(held.site.edition, held.site.dated), HOME)
    wanted = workshop_materials(held.workshop_by_id[options.workshop])
    (guide,) = [one for one in wanted if (one.kind, one.format) == ("trainer-guide", "PDF")]
    ways = {"with all": set(PATCHES)} | {name: set(PATCHES) - {name} for name in PATCHES}
    ways["with none"] = set()
    desk.make(guide)  # reads styles and type, once
    rounds = [
        {name: seconds(lambda: desk.make(guide), only) for name, only in ways.items()}
        for _ in range(options.rounds)
    ]
    least = {name: min(one[name] for one in rounds) for name in ways}
    print(f"{guide.path}: {least['with all']:.2f} s with all, {least['with none']:.2f} s with none")
    saved = {name: 1 - least["with all"] / least[name] for name in PATCHES}
    for name, part in sorted(saved.items(), key=lambda one: -one[1]):
        print(f"  {part:6.1%}  {name}{'' if part >= LEAST else '  (too little)'}")
    return 1 if min(saved.values()) < LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
