"""Posters in parts: each job in one part, parts joined to the same bytes."""

from __future__ import annotations

import json
import shutil

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.store import Store
from peerhub.press.posters import shards
from peerhub.press.posters.run import keys_of, press
from peerhub.press.posters.screens import draw_screens
from peerhub.press.posters.shards import (
    Shard,
    chosen,
    join,
    parts_of,
    plan_of,
    shard_of,
    write_record,
)
from peerhub.press.posters.template_files import Materials
from tests.press.samples import jobs

WORK = jobs(5, ("a4", "screen"))


@pytest.fixture(scope="module")
def keys():
    return keys_of(WORK, Materials(HOME))


@pytest.fixture(scope="module")
def made(tmp_path_factory, keys):
    """Both parts of the work, and the whole made in one go."""
    home = tmp_path_factory.mktemp("made")
    press(WORK, home / "whole", home / "store", workers=1)
    draw_screens(WORK, home / "whole", home / "screens", workers=1)
    for number in (1, 2):
        mine = chosen(keys, Shard(number, 2))
        press(mine, home / f"part-{number}", home / "store", workers=1)
        draw_screens(mine, home / f"part-{number}", home / "screens", workers=1)
        write_record(home / f"part-{number}", keys, Shard(number, 2))
    return home


@pytest.fixture
def parts(made, tmp_path):
    return [shutil.copytree(made / f"part-{number}", tmp_path / str(number)) for number in (1, 2)]


@pytest.fixture
def stores(tmp_path):
    return Store(tmp_path / "store"), Store(tmp_path / "screens", ".png")


def contents(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*.p*")
        if file.name != shards.RECORD and not file.name.endswith(".json")
    }


def refused(parts, keys, stores):
    with pytest.raises(PressError) as told:
        join(parts, keys, *stores)
    return str(told.value)


def test_every_job_is_in_one_part_with_all_of_its_sizes(keys):
    for count in (1, 2, 3, 16):
        each = [chosen(keys, Shard(number, count)) for number in range(1, count + 1)]
        assert sorted(one.facts.id for part in each for one in part) == sorted(
            one.facts.id for one in WORK
        )


def test_parts_are_of_like_size():
    sizes = [0] * 16
    for number in range(4000):
        key = f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"
        sizes[next(n for n in range(16) if Shard(n + 1, 16).holds(key))] += 1
    assert sum(sizes) == 4000
    assert max(sizes) < 300


@pytest.mark.parametrize("words", ["", "3", "0/4", "5/4", "1/0", "a/b", "-1/4", "1/257", "1/4/2"])
def test_what_names_no_part_is_refused(words):
    with pytest.raises(PressError) as told:
        shard_of(words)
    assert str(told.value) == (
        f"'{words}' names no part. Write the part and how many there are, like 3/16; 256 at most."
    )


@pytest.mark.parametrize("words", ["", "0", "-3", "two", "1.5", "257", "9" * 5000])
def test_what_is_no_number_of_parts_is_refused(words):
    with pytest.raises(PressError) as told:
        parts_of(words)
    assert str(told.value) == (
        f"'{words}' is no number of parts. Write a whole number from 1 to 256."
    )
    assert [str(one) for one in parts_of("3")] == ["1/3", "2/3", "3/3"]


def test_two_parts_joined_are_the_whole_and_nothing_is_drawn_again(
    made, parts, keys, stores, tmp_path
):
    assert join(parts, keys, *stores) == 10
    report = press(WORK, tmp_path / "out", stores[0].folder, workers=1)
    pictures = draw_screens(WORK, tmp_path / "out", stores[1].folder, workers=1)
    assert (report.rendered, pictures) == (0, 0)
    assert contents(tmp_path / "out") == contents(made / "whole")
    assert len(contents(tmp_path / "out")) == 15


def test_a_part_that_is_missing_is_named(parts, keys, stores):
    assert refused(parts[:1], keys, stores) == (
        "The part 2/2 is missing. Make what is missing: peerhub posters --shard 2/2 --out FOLDER. "
        "Nothing was published."
    )
    assert not stores[0].folder.exists()


def test_a_part_that_was_broken_off_is_no_part(parts, keys, stores):
    (parts[0] / shards.RECORD).unlink()
    assert refused(parts, keys, stores).startswith(f"{parts[0]} is no finished part")
    (parts[0] / shards.RECORD).write_text('{"part": "1/2"')
    assert refused(parts, keys, stores).startswith(f"{parts[0]} is no finished part")


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"part": "3/2", "plan": "", "files": {}}',
        '{"part": 1, "plan": "", "files": {}}',
        '{"part": "1/2", "plan": "", "files": 3}',
        '{"part": "1/2", "files": {}}',
        "\udcff",
    ],
)
def test_a_record_that_is_not_sound_is_none(parts, keys, stores, record):
    (parts[0] / shards.RECORD).write_bytes(record.encode(errors="surrogateescape"))
    assert refused(parts, keys, stores) == (
        f"{parts[0]} is no finished part: it has no sound part.json. "
        "Make it again: peerhub posters --shard NUMBER/COUNT --out FOLDER."
    )


def test_a_folder_that_holds_the_parts_is_not_taken_for_one(parts, keys, stores, tmp_path):
    assert refused([tmp_path], keys, stores) == (
        f"{tmp_path} is no part: it holds some. Name each of them: {tmp_path / '1'} …"
    )
    assert refused([tmp_path / "none"], keys, stores) == (
        f"{tmp_path / 'none'} is no folder. Name the folder of each part."
    )


def test_a_part_that_is_there_twice_counts_once(parts, keys, stores, tmp_path):
    twice = shutil.copytree(parts[0], tmp_path / "again")
    assert "part 2/2 is missing" in refused([parts[0], twice], keys, stores)
    assert join([*parts, twice, parts[1]], keys, *stores) == 10


def test_of_many_parts_that_are_missing_some_are_named(tmp_path, keys, stores):
    write_record(tmp_path, keys, Shard(256, 256))
    said = refused([tmp_path], keys, stores)
    assert said.startswith("The parts 1/256, 2/256, 3/256, ")
    assert "8/256 and 247 more are missing. Make what is missing: " in said


def test_a_part_to_which_no_poster_falls_is_a_part_too(made, keys, stores, tmp_path):
    folders = []
    for number in range(1, 41):
        mine = chosen(keys, Shard(number, 40))
        folders.append(tmp_path / f"part-{number}")
        press(mine, folders[-1], made / "store", workers=1)
        draw_screens(mine, folders[-1], made / "screens", workers=1)
        write_record(folders[-1], keys, Shard(number, 40))
    assert join(folders, keys, *stores) == 10


@pytest.mark.parametrize("kind", ["pdf", "png"])
@pytest.mark.parametrize("damage", ["cut", "gone", "not listed"])
def test_a_file_that_is_not_whole_is_named(parts, keys, stores, damage, kind):
    path = WORK[0].path("screen", kind)
    part = next(one for one in parts if (one / path).is_file())
    if damage == "cut":
        (part / path).write_bytes((part / path).read_bytes()[:-1])
    elif damage == "gone":
        (part / path).unlink()
    else:
        record = json.loads((part / shards.RECORD).read_text())
        del record["files"][path]
        (part / shards.RECORD).write_text(json.dumps(record))
    said = refused(parts, keys, stores)
    assert f"{path}" in said
    assert f"Make it again: peerhub posters --shard {parts.index(part) + 1}/2" in said


def test_parts_of_other_data_or_of_another_count_are_refused(parts, keys, stores):
    others = keys_of(jobs(4, ("a4", "screen")), Materials(HOME))
    assert plan_of(others) != plan_of(keys)
    assert refused(parts, others, stores).startswith(f"{parts[0]} was made from other data")
    record = json.loads((parts[1] / shards.RECORD).read_text())
    (parts[1] / shards.RECORD).write_text(json.dumps(record | {"part": "2/3"}))
    assert "is part 2/3, and" in refused(parts, keys, stores)


def test_no_parts_are_no_whole(keys, stores):
    assert refused([], keys, stores) == (
        "There are no parts to join. Name the folders of all parts."
    )
