"""Puts a built site into one ZIP that works from a disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from peerhub.bundle import bundled
from peerhub.offline.chosen import Choice, left_out
from peerhub.offline.pages import Bag, on_disk, with_type
from peerhub.offline.templates import NOTE, SITE, START, SUMS, Facts, note, notice, start

SCRIPT = "assets/js/on-disk.js"


def bag(site: Path, choice: Choice, facts: Facts, folder: str) -> bytes:
    """Return the ZIP of a site: one folder with a page to start from. Same site, same bytes."""
    files = dict(_files(site, choice, facts))
    sums = "".join(f"{hashlib.sha256(one).hexdigest()}  {name}\n" for name, one in files.items())
    whole = {**files, SUMS: sums.encode()}
    return bundled((f"{folder}/{name}", content) for name, content in whole.items())


def paths_of(site: Path) -> list[str]:
    """Return every file of a site by its path below it, in order."""
    return sorted(one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file())


def _files(site: Path, choice: Choice, facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the bag with its name, what is to be read first before the rest."""
    every = paths_of(site)
    held = [path for path in every if choice.holds(path)]
    yield START, start(facts).encode()
    yield NOTE, note(facts).encode()
    of = Bag(frozenset(held), facts.address, notice(facts), SCRIPT)
    for path in held:
        content = (site / path).read_bytes()
        if path.endswith(".html"):
            content = on_disk(content.decode(), path, of).encode()
        elif path.endswith(".css"):
            content = with_type(content, (site / path).parent)
        yield f"{SITE}/{path}", content
    yield f"{SITE}/{SCRIPT}", script(left_out(every, choice), facts.address).encode()


def script(missing: Sequence[str], address: str) -> str:
    """Return the script for links that other scripts make; `missing` are files not in the bag."""
    text = Path(__file__).with_name("on-disk.js").read_text(encoding="utf-8")
    known = (
        f"const HUB = {json.dumps(address)};\n"
        f"const MISSING = new Set({json.dumps(list(missing), separators=(',', ':'))});\n"
    )
    return known + text
