"""What each patch of WeasyPrint saves: a guide and a poster set with all, and with all but one.

    python bench/patches.py [--workshop ID] [--rounds N]

Prints the seconds of the processor, the least of some rounds in which all ways take turns, and the
part of them that each patch saves. One that saves less than 3 % of both has no place. On a busy
machine only many rounds tell.
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
from peerhub.orders.posters import orders  # noqa: E402
from peerhub.press.engine import typesetting  # noqa: E402
from peerhub.press.engine.our_type import HOME  # noqa: E402
from peerhub.press.engine.weasyprint_cache import PATCHES, brisk  # noqa: E402
from peerhub.press.posters import typeset  # noqa: E402
from peerhub.press.posters.template_files import Materials  # noqa: E402
from peerhub.questions.materials import workshop_materials  # noqa: E402
from peerhub.training.make import Desk  # noqa: E402

LEAST = 0.03
"""The part of the time that a patch has to save."""


def seconds(make: Callable[[], object], only: set[str]) -> float:
    """Return the seconds of the processor in which something is made with some patches."""
    typesetting.brisk = typeset.brisk = lambda: brisk(only)
    began = time.process_time()
    make()
    return time.process_time() - began


def saved(make: Callable[[], object], rounds: int) -> tuple[float, dict[str, float]]:
    """Return the least seconds with all patches, and the part of the time that each saves."""
    ways = {"": set(PATCHES)} | {name: set(PATCHES) - {name} for name in PATCHES}
    make()  # reads styles and type, once
    taken = [{name: seconds(make, only) for name, only in ways.items()} for _ in range(rounds)]
    least = {name: min(one[name] for one in taken) for name in ways}
    return least[""], {name: 1 - least[""] / least[name] for name in PATCHES}


def main() -> int:
    """Measure and print; return 1 when a patch saves too little of either."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--workshop", default="awareness-briefing")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    held = load(ROOT)
    desk = Desk(held, Stamp(held.site.edition, held.site.dated), HOME)
    wanted = workshop_materials(held.workshop_by_id[options.workshop])
    (guide,) = [one for one in wanted if (one.kind, one.format) == ("trainer-guide", "PDF")]
    setter, poster = typeset.Typesetter(Materials(HOME)), orders(held)[0]
    long, of_guide = saved(lambda: desk.make(guide), options.rounds)
    short, of_poster = saved(lambda: setter.set(poster), 20 * options.rounds)
    print(
        f"A guide takes {long:.2f} s with all, a poster {short * 1000:.1f} ms. Each saves of them:"
    )
    for name in PATCHES:
        part = max(of_guide[name], of_poster[name])
        verdict = "" if part >= LEAST else "  (too little)"
        print(f"  {of_guide[name]:6.1%} {of_poster[name]:6.1%}  {name}{verdict}")
    return 1 if any(max(of_guide[one], of_poster[one]) < LEAST for one in PATCHES) else 0


if __name__ == "__main__":
    sys.exit(main())
