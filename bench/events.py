"""How the calendar grows: checking a file of many invented events, and writing every feed.

    python bench/events.py [NUMBER ...]

Seconds are those of this process, so what else the machine does counts for little.
"""

from __future__ import annotations

import datetime as dt
import itertools
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
from peerhub.pages.calendar import events_block, month_pages  # noqa: E402
from tests.invented import many_events  # noqa: E402
from tests.projects import small_project  # noqa: E402

NUMBERS = (100, 1_000, 10_000)
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))


def main() -> None:
    print(f"{'events':>7}{'check':>9}{'calendars':>11}{'JSON, Atom':>12}{'pages':>8}")
    for number in map(int, sys.argv[1:] or NUMBERS):
        with tempfile.TemporaryDirectory() as folder:
            measure(number, Path(folder))


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
