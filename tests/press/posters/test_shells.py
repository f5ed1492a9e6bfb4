"""Shells: drawn once for all processes and runs of a machine, and again when what draws changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.press.engine.conform import save
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.store import Store
from peerhub.press.posters.run import press
from peerhub.press.posters.shells import FOLDER, SUFFIX, Shells
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from tests.press.samples import SIX, job, jobs


def never() -> bytes:
    raise AssertionError("it is drawn again")


@pytest.fixture
def shells(tmp_path) -> Shells:
    return Shells.beside(tmp_path, "a program", "its templates")


def test_a_shell_is_made_once(shells):
    words = ("talk", "poster", "words", "")
    assert shells.get(words, lambda: b"a shell") == b"a shell"
    assert shells.get(words, never) == b"a shell"


def test_a_process_finds_what_another_has_made_since_it_looked(shells, monkeypatch):
    words = ("talk", "poster", "words", "")
    this_one = Store(shells.folder, SUFFIX)
    shells.get(words, lambda: b"a shell")
    monkeypatch.setattr("peerhub.press.posters.shells._store", lambda _: this_one)
    assert shells.get(words, never) == b"a shell"


@pytest.mark.parametrize("other", [("talk", "a5", "words", ""), ("talk", "poster", "words", "kin")])
def test_each_shape_and_each_kind_of_force_has_its_own(shells, other):
    shells.get(("talk", "poster", "words", ""), lambda: b"one")
    assert shells.get(other, lambda: b"another") == b"another"


def test_what_another_program_drew_is_not_used(shells):
    shells.get(("talk", "poster", "words", ""), lambda: b"one")
    newer = replace(shells, drawn_by="another program")
    assert newer.get(("talk", "poster", "words", ""), lambda: b"two") == b"two"


def test_a_damaged_shell_is_drawn_again(shells):
    words = ("talk", "poster", "words", "")
    shells.get(words, lambda: b"whole")
    next(shells.folder.iterdir()).write_bytes(b"wh")
    assert shells.get(words, lambda: b"whole again") == b"whole again"


def test_a_poster_is_the_same_from_a_kept_shell_as_from_one_that_is_drawn(shells):
    materials = Materials(HOME)
    for one in (job(), job(urgent=SIX)):
        alone = save(Typesetter(materials).set(one))
        drawn = save(Typesetter(materials, shells).set(one))
        kept = Typesetter(materials, shells)
        kept._made_shell = lambda *_: never()
        assert save(kept.set(one)) == drawn == alone


def test_a_run_of_more_forces_draws_no_shell_again(tmp_path):
    out, store = tmp_path / "out", tmp_path / "store"
    press(jobs(1), out, store, workers=1)
    before = {file.name: file.stat().st_ino for file in (store / FOLDER).iterdir()}
    assert before
    press(jobs(3), out, store, workers=1)
    assert {file.name: file.stat().st_ino for file in (store / FOLDER).iterdir()} == before
