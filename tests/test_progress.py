"""How far the work is: told at each step, at each count, and whenever it has been still."""

from __future__ import annotations

import io

from peerhub.progress import SILENT, TICK, Progress, make_room

STEPS = ("pages", "posters")


class Clock:
    """A clock that goes on only when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def telling(stream: io.StringIO, clock: Clock) -> Progress:
    one = Progress(stream, STEPS, clock)
    one.end()  # its watch ends at once: the tests say themselves when time has passed
    return one


def test_each_step_says_which_of_how_many_it_is():
    told, clock = io.StringIO(), Clock()
    one = telling(told, clock)
    one.begin("pages")
    one.begin("posters")
    assert told.getvalue().splitlines() == ["Step 1 of 2: pages", "Step 2 of 2: posters"]


def test_a_log_gets_a_count_now_and_then_and_at_the_end():
    told, clock = io.StringIO(), Clock()
    one = telling(told, clock)
    one.begin("posters")
    one.count(2000, "PDFs")
    for _ in range(2000):
        clock.now += TICK / 1000
        one.update()
    lines = told.getvalue().splitlines()[1:]
    assert lines[-1] == "Step 2 of 2: posters, 2,000 of 2,000 PDFs"
    assert 2 <= len(lines) <= 3


def test_silence_is_broken_whatever_takes_so_long():
    told, clock = io.StringIO(), Clock()
    one = telling(told, clock)
    one.begin("pages")
    one.tick()
    clock.now = 2 * TICK
    one.tick()
    one.tick()
    assert told.getvalue().splitlines() == ["Step 1 of 2: pages", "Step 1 of 2: pages (5 seconds)"]


def test_a_step_that_counts_nothing_tells_no_count_of_the_step_before():
    told, clock = io.StringIO(), Clock()
    one = telling(told, clock)
    one.begin("pages")
    one.count(3, "pages")
    one.begin("posters")
    clock.now = TICK
    one.tick()
    assert told.getvalue().splitlines()[-1].startswith("Step 2 of 2: posters (")


def test_a_terminal_has_one_line_which_makes_room_for_others():
    told, clock = Terminal(), Clock()
    one = telling(told, clock)
    one.begin("pages")
    one.begin("posters")
    assert "\n" not in told.getvalue()
    make_room(told)
    assert told.getvalue().endswith("posters\r\033[K")


def test_one_without_a_stream_says_nothing_and_starts_nothing(capfd):
    SILENT.begin("pages")
    SILENT.count(2)
    SILENT.update()
    SILENT.end()
    assert capfd.readouterr() == ("", "")


def test_a_watch_breaks_the_silence_by_itself():
    told, clock = io.StringIO(), Clock()
    one = Progress(told, STEPS, clock)
    one.begin("pages")
    clock.now = 3 * TICK
    while told.getvalue().count("\n") < 2:
        pass
    one.end()
    assert "Step 1 of 2: pages (8 seconds)" in told.getvalue()
