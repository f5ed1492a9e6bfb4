"""The search for garbage: new circles go at once, and old ones when a while has been worked."""

from __future__ import annotations

import gc
import weakref

import pytest

from peerhub.press.engine import garbage


class Circle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A processor's clock that is set by hand, and no search but ours."""
    told = [100.0]
    monkeypatch.setattr(garbage.time, "process_time", lambda: told[0])
    monkeypatch.setattr(garbage, "_last", garbage._Last(0.0, 99.0))
    gc.disable()
    yield told
    gc.enable()


def test_what_is_new_and_garbage_goes_at_the_next_search():
    gone = weakref.ref(Circle())
    assert gone() is not None
    assert garbage.search_if_due()
    assert gone() is None


def test_no_search_is_made_before_a_while_has_been_worked(clock):
    assert garbage.search_if_due()
    gone = weakref.ref(Circle())
    clock[0] += garbage.SOON / 2
    assert not garbage.search_if_due()
    assert gone() is not None
    clock[0] += garbage.SOON / 2
    assert garbage.search_if_due()
    assert gone() is None


def test_what_became_garbage_late_goes_when_a_longer_while_has_been_worked(clock):
    garbage.search_if_due()
    kept = Circle()
    gone = weakref.ref(kept)
    for _ in range(2):
        clock[0] += garbage.SOON
        garbage.search_if_due()
    del kept
    clock[0] += garbage.SOON
    garbage.search_if_due()
    assert gone() is not None
    clock[0] = 99.0 + garbage.SELDOM
    garbage.search_if_due()
    assert gone() is None
