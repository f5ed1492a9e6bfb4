"""How the calendar grows: checking a file of many invented events, and writing every feed.

    python bench/events.py [NUMBER ...]
    python bench/events.py --papers NUMBER ...

Seconds are those of this process, so what else the machine does counts for little. With `--papers`
so many papers of events are printed instead, on two workers, and the most memory that the process
which sends them, and one that draws, ever had is told; the first also before anything was drawn,
since it holds the events.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from peerhub.catalogue import load  # noqa: E402
from peerhub.feeds.api import api  # noqa: E402
from peerhub.feeds.calendar import calendars  # noqa: E402
from peerhub.feeds.changes import changes  # noqa: E402
from peerhub.models import Stamp  # noqa: E402
from peerhub.orders.events import print_event_papers  # noqa: E402
from peerhub.pages.calendar import events_block, month_pages  # noqa: E402
from tests.invented import catalogue, many_events, meeting  # noqa: E402
from tests.projects import small_project  # noqa: E402

NUMBERS = (100, 1_000, 10_000)
PAPERS = (2_000, 20_000)
DRAW = "--draw"
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))


def main() -> None:
    if sys.argv[1:2] == ["--papers"]:
        print(f"{'papers':>7}{'the events':>12}{'sends':>10}{'draws':>10}{'seconds':>10}")
        for number in map(int, sys.argv[2:] or PAPERS):
            with tempfile.TemporaryDirectory() as folder:
                arguments = [sys.executable, __file__, DRAW, folder, str(number // 2)]
                subprocess.run(arguments, check=True)
        return
    if sys.argv[1:2] == [DRAW]:
        draw(Path(sys.argv[2]), int(sys.argv[3]))
        return
    print(f"{'events':>7}{'check':>9}{'calendars':>11}{'JSON, Atom':>12}{'pages':>8}")
    for number in map(int, sys.argv[1:] or NUMBERS):
        with tempfile.TemporaryDirectory() as folder:
            measure(number, Path(folder))


def draw(folder: Path, number: int) -> None:
    """Print two papers of so many events, in a process of its own."""
    whole = catalogue(*(meeting(id=f"e-{one}", title=f"Meeting {one}") for one in range(number)))
    before = _most()
    print_event_papers(folder, whole, folder / "site")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    seconds = sum(one.ru_utime + one.ru_stime for one in (children, own))
    told = [f"{one:>6} MiB" for one in (before, _most(), children.ru_maxrss // 1024)]
    print(f"{2 * number:>7}  {''.join(told)}{seconds:>9.0f}s", flush=True)


def _most() -> int:
    """Return the most memory that this process has had, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmHWM:\s*(\d+)", status)[0]) // 1024


def measure(number: int, folder: Path) -> None:
    root = small_project(folder, events=many_events(number))
    marks = [time.process_time()]
    found = load(root)
    marks.append(time.process_time())
    calendars(found)
    marks.append(time.process_time())
    api(found, STAMP)
    changes(found, STAMP)
    marks.append(time.process_time())
    events_block(found)
    month_pages(found)
    marks.append(time.process_time())
    check, files, data, pages = (after - before for before, after in itertools.pairwise(marks))
    print(f"{number:>7}{check:>8.2f}s{files:>10.2f}s{data:>11.2f}s{pages:>7.2f}s")


if __name__ == "__main__":
    main()
