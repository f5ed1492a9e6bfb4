"""Changed posters are drawn as they were and as they are to be; those that stay are not."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from peerhub.catalogue.kinds import KINDS
from peerhub.cli import main
from peerhub.difference.pictures import chosen
from peerhub.editing.saving import read_records
from tests.difference.test_diff import WITH_MAILBOX
from tests.projects import FORCES, ROOT, small_project

POSTERS = next(kind for kind in KINDS if kind.key == "posters")


@pytest.fixture(scope="module")
def posters() -> str:
    """The file of one real design."""
    records = read_records((ROOT / POSTERS.path).read_bytes(), POSTERS)
    text = records["talk-to-a-peer-supporter"].text
    return f"defaults:\n  owner: hub-editors\n  review_by: 2027-05-01\nposters:\n{text}"


def diff(root, base, *more: str) -> int:
    return main(["--root", str(root), "diff", str(base), *more])


def test_a_force_that_gets_a_mailbox_has_its_poster_drawn_before_and_after(
    tmp_path, posters, capsys
):
    base = small_project(tmp_path / "base", posters=posters)
    now = small_project(tmp_path / "now", posters=posters, forces=WITH_MAILBOX)
    folder = tmp_path / "pictures"
    assert diff(now, base, "--format", "markdown", "--pictures", str(folder)) == 0
    said = capsys.readouterr().out
    assert said.endswith(
        "\n\nPictures of 1 poster, before and after: talk-to-a-peer-supporter/eastshire.\n"
    )
    name = "talk-to-a-peer-supporter-eastshire"
    assert sorted(one.name for one in folder.iterdir()) == [
        *("index.html", f"{name}-after.webp", f"{name}-before.webp")
    ]
    before, after = (
        Image.open(io.BytesIO((folder / f"{name}-{when}.webp").read_bytes()))
        for when in ("before", "after")
    )
    assert before.size == after.size == (420, 594)
    clear = ImageChops.difference(before, after).convert("L").point(lambda one: 255 * (one > 90))
    changed = clear.getbbox()
    assert changed is not None
    assert changed[1] > 200  # where the force is reached, and not its headline
    page = (folder / "index.html").read_text()
    assert (
        f'<img src="{name}-before.webp" alt="talk-to-a-peer-supporter/eastshire as it was">' in page
    )


def test_where_no_poster_changes_there_are_no_pictures(tmp_path, posters, capsys):
    base = small_project(tmp_path / "base", posters=posters)
    forces = FORCES.replace("https://www.eastshire.example/", "https://eastshire.example/")
    now = small_project(tmp_path / "now", posters=posters, forces=forces)
    assert diff(now, base, "--pictures", str(tmp_path / "pictures")) == 0
    assert "Pictures" not in capsys.readouterr().out
    assert not (tmp_path / "pictures").exists()


def test_a_place_that_cannot_be_written_is_told_in_a_line(tmp_path, posters, capsys):
    base = small_project(tmp_path / "base", posters=posters)
    now = small_project(tmp_path / "now", posters=posters, forces=WITH_MAILBOX)
    (tmp_path / "file").touch()
    assert diff(now, base, "--pictures", str(tmp_path / "file")) == 1
    assert "no picture can be put there" in capsys.readouterr().err


def test_of_many_posters_each_design_has_its_turn():
    many = [f"{design}/{force}" for design in ("a", "b") for force in ("x", "y", "z")]
    assert chosen(["a", *many], 3) == ["a/x", "b/x", "a/y"]
    assert chosen(["a"]) == []
