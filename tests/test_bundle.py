"""Archives are the same bytes each time, and a list of parts is enough to make one again."""

from __future__ import annotations

import hashlib
import json
import zlib

import pytest

from peerhub.bundle import bundled, list_path, parts_list, told_anew

FILES = [("pack/read.txt", "Ŵyl\r\n".encode()), ("pack/a4.pdf", b"%PDF"), ("pack/b/ŵ.pdf", b"")]
STANDING = {"pack/a4.pdf": "posters/talk/kent-a4.pdf", "pack/b/ŵ.pdf": "posters/packs/ŵ.pdf"}
SITE = {"../talk/kent-a4.pdf": b"%PDF", "ŵ.pdf": b""}
DATED = (2026, 11, 23, 0, 0, 0)
PATH = "posters/packs/kent.zip"


@pytest.fixture
def archive():
    return bundled(FILES, compress=False, dated=DATED)


def test_a_list_names_what_stands_by_its_place_from_there_and_holds_the_rest(archive):
    assert list_path(PATH) == "posters/packs/kent.parts.json"
    said = json.loads(parts_list(archive, PATH, STANDING, "forces/kent/"))
    assert said["page"] == "forces/kent/"
    assert said["dated"] == list(DATED)
    assert (said["size"], said["sha256"]) == (len(archive), hashlib.sha256(archive).hexdigest())
    assert said["parts"] == [
        {"name": "pack/read.txt", "text": "Ŵyl\r\n"},
        {"name": "pack/a4.pdf", "at": "../talk/kent-a4.pdf", "size": 4, "crc": zlib.crc32(b"%PDF")},
        {"name": "pack/b/ŵ.pdf", "at": "ŵ.pdf", "size": 0, "crc": 0},
    ]


def test_a_list_told_anew_is_the_same_while_its_files_are_and_another_when_one_changed(archive):
    told = parts_list(archive, PATH, STANDING, "forces/kent/")
    assert told_anew(told, SITE.__getitem__, lambda _, text: text) == told
    site = {**SITE, "ŵ.pdf": b"more"}
    changed = told_anew(told, site.__getitem__, lambda name, text: name.encode() + text)
    files = [("pack/read.txt", b"pack/read.txt" + FILES[0][1]), FILES[1], (FILES[2][0], b"more")]
    again = bundled(files, compress=False, dated=DATED)
    assert changed == parts_list(again, PATH, STANDING, "forces/kent/")
