"""The commands that print posters: what cannot be carried out is told before anything is drawn."""

from __future__ import annotations

import argparse
from types import SimpleNamespace

import pytest

from peerhub.orders.command import add_posters
from peerhub.press.engine.errors import PressError

CATALOGUE = SimpleNamespace(uk_forces=(SimpleNamespace(id="gwent"),))


@pytest.fixture
def refused(tmp_path):
    """Give what a command says that is refused; nothing is left beside its folder then."""
    parser = argparse.ArgumentParser()
    add_posters(parser.add_subparsers(), argparse.ArgumentParser(add_help=False), opened)

    def refused(*words) -> str:
        options = parser.parse_args([str(word) for word in words])
        with pytest.raises(PressError) as told:
            options.run(tmp_path, options)
        assert "\n" not in str(told.value)
        return str(told.value)

    return refused


def opened(_):
    return CATALOGUE


def test_a_plan_of_no_number_of_parts_is_refused(refused):
    for count in ("0", "x", "257"):
        assert refused("posters", "--plan", count) == (
            f"'{count}' is no number of parts. Write a whole number from 1 to 256."
        )


def test_a_force_that_is_none_is_refused(refused):
    assert refused("posters", "--force", "gwent", "--force", "nowhere") == (
        "there is no force 'nowhere'. Its id is in data/forces.yml."
    )


def test_a_part_is_never_put_into_the_site(refused, tmp_path):
    said = "A part needs a folder of its own. Name it: --out FOLDER."
    assert refused("posters", "--shard", "1/2") == said
    assert refused("posters", "--shard", "1/2", "--out", tmp_path / "site") == said


def test_a_file_where_the_posters_should_stand_is_told(refused, tmp_path):
    (tmp_path / "out").write_text("a note")
    assert refused("posters", "--out", tmp_path / "out") == (
        f"{tmp_path / 'out'} is a file, so no posters can stand there. "
        "Free it, or name another folder: --out FOLDER."
    )
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_made_is_told(refused, tmp_path):
    (tmp_path / "note").write_text("a note")
    assert refused("posters", "--out", tmp_path / "note/out") == (
        f"{tmp_path / 'note'} cannot be used: file exists. "
        "Free it, or name another folder: --out FOLDER."
    )
