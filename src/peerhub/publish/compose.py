"""Puts a publication together: the current site at the root, and every kept edition beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peerhub.publish.errors import PublishStopped
from peerhub.publish.gone import RETIRED, notice, notice_path
from peerhub.publish.kept import is_page, kept_paths
from peerhub.publish.numbers import holds, retired
from peerhub.publish.old_pages import old_page, source_of
from peerhub.publish.publication import KeptEdition, Publication
from peerhub.publish.site import CurrentSite
from peerhub.publish.texts import text_of

Read = Callable[[str], bytes]
"""Gives the content of a digest. Raises KeyError when the target does not hold it."""


@dataclass
class Contents:
    """New contents by their digests: what a target may have to be given."""

    files: dict[str, Path] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)

    def add(self, content: bytes) -> str:
        """Keep some bytes and return their digest."""
        digest = hashlib.sha256(content).hexdigest()
        self.made[digest] = content
        return digest

    def add_file(self, file: Path) -> str:
        """Keep a file and return its digest."""
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        self.files[digest] = file
        return digest

    def __contains__(self, digest: str) -> bool:
        return digest in self.made or digest in self.files

    def read(self, digest: str) -> bytes:
        """Return the content of a digest. Raises KeyError."""
        made = self.made.get(digest)
        return self.files[digest].read_bytes() if made is None else made


@dataclass(frozen=True)
class HubFacts:
    """What a publication needs to know of the hub it is made of."""

    name: str
    address: str
    numbers: Mapping[str, tuple[str, ...]]
    """What each published service is reached by now, by its id."""
    recalled: frozenset[str] = frozenset()
    """Numbers and addresses that are never to be served again."""


def scan(site: Path, contents: Contents) -> dict[str, str]:
    """Return the digest of every file of a finished site, by its path. Raises PublishStopped."""
    files = sorted(file for file in site.rglob("*") if file.is_file()) if site.is_dir() else []
    if not (site / "index.html").is_file():
        raise PublishStopped(f"There is no finished site in {site}. Run: make site.")
    return {file.relative_to(site).as_posix(): contents.add_file(file) for file in files}


def keep(
    name: str, day: object, current: Mapping[str, str], contents: Contents, hub: HubFacts
) -> KeptEdition:
    """Return what an edition keeps of the current site."""
    files = {}
    for path in kept_paths(current):
        files[path] = (
            contents.add(source_of(contents.read(current[path])))
            if is_page(path)
            else current[path]
        )
    return KeptEdition(name, day, files, dict(hub.numbers))  # type: ignore[arg-type]


def compose(
    current: Mapping[str, str],
    editions: Iterable[KeptEdition],
    contents: Contents,
    stored: Read,
    hub: HubFacts,
    previous: str | None = None,
) -> Publication:
    """Return the publication of a site and the editions kept beside it.

    `stored` reads what the target holds already. What an edition said in a number that is no
    longer to be called is not served: its address says why.
    """
    kept = tuple(editions)

    def read(digest: str) -> bytes:
        return contents.read(digest) if digest in contents else stored(digest)

    site = CurrentSite(hub.address, frozenset(current), lambda path: read(current[path]))
    gone = retired((one.numbers for one in kept), hub.numbers) | hub.recalled
    finder = _Finder(gone, read)
    tree = dict(current)
    for edition in kept:
        tree |= _served(edition, site, finder, contents, hub)
    return Publication(tree, kept, previous)


def _served(
    edition: KeptEdition, site: CurrentSite, finder: _Finder, contents: Contents, hub: HubFacts
) -> dict[str, str]:
    """Return what is served of an edition, by path below the root."""
    tree = {}
    for path, digest in edition.files.items():
        if is_page(path):
            content = old_page(finder.read(digest), path, edition.files, site)
            held = finder.in_content(path, content)
            digest = contents.add(content) if not held else digest
        else:
            held = finder.in_digest(path, digest)
        if held:
            page = notice(path, edition.name, hub.name, RETIRED, site)
            tree[f"{edition.name}/{notice_path(path)}"] = contents.add(page)
        else:
            tree[f"{edition.name}/{path}"] = digest
    return tree


class _Finder:
    """Looks into files for what is no longer to be used; reads each content once."""

    def __init__(self, gone: frozenset[str], read: Read) -> None:
        self.gone = gone
        self.read = read
        self._known: dict[str, bool] = {}

    def in_digest(self, path: str, digest: str) -> bool:
        if not self.gone:
            return False
        if digest not in self._known:
            self._known[digest] = self.in_content(path, self.read(digest))
        return self._known[digest]

    def in_content(self, path: str, content: bytes) -> bool:
        if not self.gone:
            return False
        text = text_of(path, content)
        return any(holds(text, one) for one in self.gone)
