"""Minutes by method: what the steps of some modules add up to."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.questions.time_spent import minutes_by_method
from tests.projects import ROOT


def test_the_minutes_of_all_methods_are_those_of_the_modules_and_the_longest_come_first():
    modules = load(ROOT).modules
    spent = minutes_by_method(modules)
    assert sum(minutes for _, minutes in spent) == sum(one.minutes for one in modules)
    assert [minutes for _, minutes in spent] == sorted((m for _, m in spent), reverse=True)
    assert len({method for method, _ in spent}) == len(spent)


def test_no_module_takes_no_time():
    assert minutes_by_method([]) == []
