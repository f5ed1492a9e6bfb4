"""An edition in which nothing changed costs next to nothing, however many files there are."""

from __future__ import annotations

import json
import subprocess
from types import SimpleNamespace

import fsspec
import pytest

from peerhub.publish.release import release
from peerhub.publish.targets import target_at
from peerhub.seal.make import seal_site
from peerhub.seal.manifest import Manifest
from tests.publish.sites import hub, write

FILES = 600
LISTED = 64
"""Characters of a digest: a list has a path and a digest for each file."""


def paths(number: int) -> list[str]:
    """Return the paths of many files; every fourth of them is kept by editions."""
    folders = ("materials/modules", "posters", "forces", "events")
    return [f"{folders[at % 4]}/{at // 40}/{at}.pdf" for at in range(number)]


def sealed_site(root, number: int, edition: str):
    site = write(root, about=f"<p>This is edition {edition}.</p>")
    for path in paths(number):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path)
    about = Manifest("Peer Support Hub", "https://hub.police.uk/", edition, "2026-11-28")
    for path, text in seal_site(site, about).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    return site


def two_editions(root, number: int, address: str) -> int:
    """Publish two editions, in which nothing changed; return the bytes that the second wrote."""
    (root / "data/editions").mkdir(parents=True)
    for edition in ("2026.1", "2026.2"):
        record = {"edition": edition, "dated": "2026-11-28"}
        (root / f"data/editions/{edition}.json").write_text(json.dumps(record))
        site = sealed_site(root / f"site-{edition}", number, edition)
        catalogue = SimpleNamespace(site=SimpleNamespace(edition=edition))
        before = footprint(root, address)
        done = release(root, site, target_at(address, root), catalogue, hub())
        assert done.fresh == edition
    after = footprint(root, address)
    new = sum(size for key, size in after.items() if key not in before)
    assert new == done.written.size
    return new


def footprint(root, address: str) -> dict[object, int]:
    """Return what a target holds, each content once, with its size."""
    if address.startswith("memory:"):
        files, base = fsspec.core.url_to_fs(address)
        held = [one for part in ("store", "publications") for one in files.find(f"{base}/{part}")]
        return {one: files.size(one) for one in held}
    if address.startswith("branch:"):
        told = subprocess.run(
            ["git", "cat-file", "--batch-all-objects", "--batch-check"],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        objects = [line.split() for line in told.splitlines()]
        return {name: int(size) for name, kind, size in objects if kind == "blob"}
    home = root / address.removeprefix("rsync:")
    stats = [one.stat() for one in home.rglob("*") if one.is_file() and not one.is_symlink()]
    return {one.st_ino: one.st_size for one in stats}


@pytest.mark.parametrize("kind", ["folder", "rsync", "branch", "memory"])
def test_it_writes_what_changed_and_the_parts_of_lists_that_name_it(tmp_path, kind):
    git = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], cwd=tmp_path, check=True)
    for word in ("name", "email"):
        subprocess.run(["git", "config", f"user.{word}", "hub"], cwd=tmp_path, check=True)
    address = {
        "folder": "www",
        "rsync": f"rsync:{tmp_path / 'www'}",
        "branch": "branch:pages",
        "memory": f"memory://{tmp_path.name}",
    }[kind]
    listed = sum(len(path) + LISTED for path in paths(FILES))
    assert two_editions(tmp_path, FILES, address) < listed / 2
