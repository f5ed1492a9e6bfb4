"""What a target writes down of a publication, and what it can still read of older programs."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from peerhub.publish.publication import KeptEdition, PrunedEdition, Publication
from peerhub.publish.record import FORMAT, UnreadablePublication, publication_of, record_of
from peerhub.publish.targets.folder import FolderTarget
from tests.publish.sites import write
from tests.publish.targets.test_folder import publish

DAY = dt.date(2026, 11, 28)
NUMBERS = {"line": ("0300 131 2789", "85258")}
FILES = {f"train/{number}/index.html": f"{number:064}" for number in range(300)}
KEPT = KeptEdition("2026.2", DAY, FILES, NUMBERS)
GONE = PrunedEdition("2026.1", DAY, tuple(FILES), NUMBERS)
SERVED = {"index.html": "a" * 64, "2026.2": "b" * 64, "ŵ/a.pdf": "c" * 64}
TREE = {
    **SERVED,
    **{f"2026.2/{path}": digest for path, digest in FILES.items()},
    **{f"2026.1/{path}": "d" * 64 for path in FILES},
}
WHOLE = Publication(TREE, (KEPT,), "0" * 16, (GONE,))


def read(parts):
    return lambda digests: {one: parts[one] for one in digests if one in parts}


def older(publication: Publication) -> str:
    """Return the record as programs wrote it that knew of no parts."""

    def of(one, key, held):
        numbers = {name: list(ways) for name, ways in one.numbers.items()}
        return {"name": one.name, "day": one.day.isoformat(), key: held, "numbers": numbers}

    gone = [of(one, "paths", list(one.paths)) for one in publication.pruned]
    return json.dumps(
        {
            "format": 2 if gone else 1,
            "name": publication.name,
            "previous": publication.previous,
            "tree": dict(publication.tree),
            "editions": [of(one, "files", dict(one.files)) for one in publication.editions],
            **({"pruned": gone} if gone else {}),
        }
    )


@pytest.mark.parametrize("one", [WHOLE, Publication({}), Publication(SERVED, (KEPT,))])
def test_a_record_reads_back_in_its_own_shape_and_in_older_ones(one):
    record = record_of(one)
    assert publication_of(record.text, read(record.parts)) == one
    assert publication_of(older(one), read({})) == one
    assert record_of(publication_of(older(one), read({}))) == record


def test_editions_that_are_alike_share_their_parts():
    alone = record_of(Publication(SERVED, (KEPT,)))
    next_one = KeptEdition("2027.1", DAY, FILES, NUMBERS)
    both = record_of(Publication(SERVED, (KEPT, next_one)))
    assert both.parts == alone.parts
    assert both.size - alone.size < 500


def test_what_an_edition_adds_does_not_grow_with_the_files_that_stand():
    added, listed = {}, {}
    for number in (1000, 20_000):
        files = {f"train/{at // 40}/{at}.pdf": f"{at:064}" for at in range(number)}
        tree = {**files, "about/index.html": "a" * 64}
        first = record_of(Publication(tree, (KeptEdition("2026.1", DAY, files, NUMBERS),)))
        two = tuple(KeptEdition(name, DAY, files, NUMBERS) for name in ("2026.1", "2026.2"))
        then = record_of(Publication({**tree, "about/index.html": "b" * 64}, two))
        fresh = [text for digest, text in then.parts.items() if digest not in first.parts]
        added[number] = then.size + sum(map(len, fresh))
        listed[number] = sum(map(len, then.parts.values()))
    assert added[20_000] - added[1000] < (listed[20_000] - listed[1000]) / 20


@pytest.mark.parametrize("which", ["list", "part", "numbers"])
def test_a_part_that_is_missing_or_changed_is_told(which):
    record = record_of(WHOLE)
    held = json.loads(record.text)
    digest = {
        "list": held["tree"],
        "part": json.loads(record.parts[held["tree"]])[0],
        "numbers": held["editions"][0]["numbers"],
    }[which]
    for damaged in ({}, {digest: b"{}"}):
        parts = {key: text for key, text in record.parts.items() if key != digest} | damaged
        with pytest.raises(UnreadablePublication, match=r"missing or damaged .*Put it back"):
            publication_of(record.text, read(parts))


def test_one_of_a_newer_program_and_one_that_somebody_changed():
    record = record_of(WHOLE)
    held = json.loads(record.text)
    newer = json.dumps({**held, "format": FORMAT + 1})
    with pytest.raises(UnreadablePublication, match="Publish with that version"):
        publication_of(newer, read(record.parts))
    changed = json.dumps({**held, "tree": held["editions"][0]["served"]})
    with pytest.raises(UnreadablePublication, match="changed by somebody else"):
        publication_of(changed, read(record.parts))


@pytest.mark.parametrize("tree", [3, None, [], "x", {"a": 1}])
def test_what_is_no_record_is_refused(tree):
    record = record_of(WHOLE)
    changed = json.dumps({**json.loads(record.text), "tree": tree})
    with pytest.raises(UnreadablePublication, match="Put it back"):
        publication_of(changed, read(record.parts))


def test_a_target_that_an_older_program_published_to_is_read_and_gone_back_from(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    first, _ = publish(home, site)
    (home / "publications" / f"{first.name}.json").write_text(older(first))
    for part in record_of(first).parts:
        (home / "store" / part[:2] / part).unlink()
    assert not publish(home, site)[1].is_new
    second, written = publish(home, write(tmp_path / "site", train="<p>Other</p>"))
    assert written.is_new
    target = FolderTarget(home)
    assert target.current() == second
    assert target.earlier() == [first]
    target.go_back(first)
    assert b"Courses" in (home / "current/train/index.html").read_bytes()
