"""Twenty editions stay cheap. Proportions are those of the real site of November 2026.

It had 3,242 files of 233 MB, of which an edition keeps 664 files of 31 MB. Here is a fiftieth of
the files, each of a real file's size.
"""

from __future__ import annotations

import random

from tests.publish.sites import Shelf, hub, write

PART = 50
POSTERS, POSTER = 38, 105_000
FILES, FILE = 9, 60_000
PAGES, PAGE = 4, 16_000
EDITIONS = 20
SERVED = 1_000_000_000 // PART
MORE = 0.15


def noise(name: str, size: int) -> bytes:
    return random.Random(name).randbytes(size)


def site(folder, versions: dict[str, int]):
    """Write a site whose kept pages and files stand at their versions."""
    pages = {}
    for number in range(PAGES):
        name = f"train__modules__m{number}"
        body = noise(f"{name} {versions.get(name, 0)}", PAGE // 2).hex()
        pages[name] = f"<p>{body}</p>"
    write(folder, **pages)
    for number in range(POSTERS):
        put(folder / f"posters/p{number}.png", f"poster {number}", POSTER)
    for number in range(FILES):
        name = f"f{number}"
        said = f"{name} {versions.get(name, 0)}"
        put(folder / f"materials/modules/{name}.bin", said, FILE)
    return folder


def put(file, said: str, size: int) -> None:
    """Write a file of noise that begins with some words, unless it begins with them already."""
    head = f"{said}\n".encode()
    if not file.exists() or not file.read_bytes().startswith(head):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(head + noise(said, size))


def test_twenty_editions_are_served_in_little_room(tmp_path):
    shelf, versions, sizes = Shelf(), {}, {}
    names = [f"f{number}" for number in range(FILES)]
    names += [f"train__modules__m{number}" for number in range(PAGES)]
    chosen, held, one_site = random.Random("tenth"), set(), 0
    for number in range(EDITIONS):
        for name in chosen.sample(names, len(names) // 10) if number else ():
            versions[name] = number
        now = shelf.publish(site(tmp_path / "site", versions), hub(), f"{2026 + number}.1")
        for digest in now.digests - sizes.keys():
            sizes[digest] = len(shelf.contents.read(digest))
        new = sum(sizes[digest] for digest in now.digests - held)
        if number:
            assert new <= MORE * one_site, f"edition {number + 1} adds {new / one_site:.0%}"
        else:
            one_site = sum(f.stat().st_size for f in (tmp_path / "site").rglob("*") if f.is_file())
        held |= now.digests
    assert len({path.split("/")[0] for path in now.tree if path.startswith("20")}) == EDITIONS
    assert sum(sizes[digest] for digest in now.tree.values()) <= SERVED
