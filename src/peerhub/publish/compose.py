"""Puts a publication together: the current site at the root, and every kept edition beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from peerhub.models.recall import Recall
from peerhub.models.sought import digits_of, holds, is_number
from peerhub.publish.errors import PublishStopped
from peerhub.publish.gone import RETIRED, led, notice, notice_path, reason
from peerhub.publish.kept import FURNITURE, is_page, kept_paths
from peerhub.publish.numbers import retired
from peerhub.publish.old_pages import old_page, source_of, told_apart
from peerhub.publish.pruning import leading_on
from peerhub.publish.publication import KeptEdition, PrunedEdition, Publication
from peerhub.publish.site import CurrentSite
from peerhub.publish.texts import text_of

REACHED = ("number", "address")
"""Kinds of recall by which people are reached: what holds one is gone, pages too."""

UNCHANGED = ("This file has not changed", "the same file, where it stands")
"""Why the address of an old file leads on, and where to."""

EDITION_FOLDER = re.compile(r"20\d\d\.\d+/")

TELLING = 6
"""Digits from which on a number is taken for itself wherever it stands."""

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
    recalls: tuple[Recall, ...] = ()
    """What was taken back, and is never to be served again."""
    danger: tuple[str, ...] = ()
    """What to call in danger."""
    pinned: frozenset[str] = frozenset()
    """Editions that events are delivered from, which are therefore kept."""


def scan(site: Path, contents: Contents) -> dict[str, str]:
    """Return the digest of every file of a finished site, by its path. Raises PublishStopped."""
    files = sorted(file for file in site.rglob("*") if file.is_file()) if site.is_dir() else []
    if not (site / "index.html").is_file():
        raise PublishStopped(f"There is no finished site in {site}. Run: make site.")
    for file in files:
        _refuse_unfit(file.relative_to(site).as_posix(), file)
    return {file.relative_to(site).as_posix(): contents.add_file(file) for file in files}


def _refuse_unfit(path: str, file: Path) -> None:
    """Raise PublishStopped for a file that cannot be served as it is called, or cannot be read."""
    shown = path.encode("utf-8", "backslashreplace").decode()
    if path != shown or not path.isprintable() or "\\" in path:
        raise PublishStopped(
            f"{shown!r} is no name for a file with an address. Rename it, and build the site again."
        )
    if EDITION_FOLDER.match(path):
        raise PublishStopped(
            f"{path} stands where an edition has its folder. Move it, and build the site again."
        )
    if is_page(path):
        try:
            is_empty = not file.read_text(encoding="utf-8").strip()
        except UnicodeDecodeError:
            is_empty = True
        if is_empty:
            raise PublishStopped(
                f"{path} is no page that can be read. Build the site again: make site."
            )


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
    pruned: Sequence[PrunedEdition] = (),
) -> Publication:
    """Return the publication of a site and the editions kept beside it.

    The addresses of `pruned` editions lead to what is current.

    `stored` reads what the target holds already. What an edition said in a number that is no
    longer to be called is not served: its address says why.
    """
    kept = tuple(editions)

    def read(digest: str) -> bytes:
        return contents.read(digest) if digest in contents else stored(digest)

    site = CurrentSite(hub.address, frozenset(current), lambda path: read(current[path]))
    before = [one.numbers for one in kept] + [one.numbers for one in pruned]
    gone = retired(before, hub.numbers) | {
        one for recall in hub.recalls if recall.kind in REACHED for one in recall.words
    }
    finder = _Finder(gone, [one for one in hub.recalls if one.kind not in REACHED], read)
    _refuse_current(current, hub.recalls, read)
    tree = dict(current)
    served = _ServedAlready({(path, digest): path for path, digest in current.items()})
    for edition in kept:
        tree |= _served(edition, site, finder, contents, hub, served)
    for one in pruned:
        pages = leading_on(one, site, hub.name)
        tree |= {path: contents.add(page) for path, page in pages.items()}
    return Publication(tree, kept, previous, tuple(pruned))


def _refuse_current(current: Mapping[str, str], recalls: Iterable[Recall], read: Read) -> None:
    """Raise PublishStopped when the site itself holds what was taken back.

    Short numbers are left to the check of the sources: a size or a count may look like one.
    """
    taken = [
        (one, words)
        for one in recalls
        if one.kind in REACHED
        for words in one.words
        if not is_number(words) or len(digits_of(words)) >= TELLING
    ]
    for path, digest in current.items() if taken else ():
        text = text_of(path, read(digest))
        for recall, words in taken:
            if holds(text, words):
                raise PublishStopped(
                    f"{path} holds what was taken back on {recall.on} ({recall.called}). Run: "
                    "peerhub check, take it out, build and publish again."
                )


@dataclass
class _ServedAlready:
    """What editions share: made once for all of them."""

    homes: dict[tuple[str, str], str]
    """Where a file stands, by its path below an edition and its digest."""
    pages: dict[tuple[object, ...], tuple[str, str]] = field(default_factory=dict)
    """Why an old page is taken down, or nothing, and the digest of what is served of it."""
    leading: dict[tuple[str, str], str] = field(default_factory=dict)
    """The digest of the page that leads from a path on to another."""


def _served(
    edition: KeptEdition,
    site: CurrentSite,
    finder: _Finder,
    contents: Contents,
    hub: HubFacts,
    served: _ServedAlready,
) -> dict[str, str]:
    """Return what is served of an edition, by path below the root.

    What this edition adds to what is served already is noted there. A file is served once, and its
    address in other editions leads there.
    """
    tree: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for path, digest in sorted(edition.files.items(), key=lambda one: is_page(one[0])):
        place, why = f"{edition.name}/{path}", finder.of_path(path)
        if why:
            pass
        elif is_page(path):
            source = finder.read(digest)
            key = (digest, path, told_apart(source, path, edition.files, elsewhere))
            if key not in served.pages:
                content = old_page(source, path, edition.files, site, elsewhere)
                served.pages[key] = (finder.in_content(path, content), contents.add(content))
            why, digest = served.pages[key]
        else:
            why = finder.in_digest(path, digest)
        home = place if why else served.homes.setdefault((path, digest), place)
        if why:
            page = notice(path, edition.name, hub.name, why, site, hub.danger)
            tree[f"{edition.name}/{notice_path(path)}"] = contents.add(page)
        elif home != place and not is_page(path) and not FURNITURE.match(path):
            elsewhere[path] = home
            if (path, home) not in served.leading:
                page = led(path, home, site, hub.name, *UNCHANGED)
                served.leading[path, home] = contents.add(page)
            tree[f"{edition.name}/{notice_path(path)}"] = served.leading[path, home]
        else:
            tree[place] = digest
    return tree


class _Finder:
    """Says why something may no longer be served; reads each content once."""

    def __init__(self, gone: frozenset[str], withdrawn: Sequence[Recall], read: Read) -> None:
        self.gone = gone
        self.withdrawn = withdrawn
        self.read = read
        self._known: dict[str, str] = {}

    def of_path(self, path: str) -> str:
        """Return why a path is taken down whatever it says, or nothing."""
        return next((reason(one) for one in self.withdrawn if one.takes(path)), "")

    def in_digest(self, path: str, digest: str) -> str:
        """Return why the content of a digest may not be served, or nothing."""
        if not self.gone and not self.withdrawn:
            return ""
        if digest not in self._known:
            self._known[digest] = self.in_content(path, self.read(digest))
        return self._known[digest]

    def in_content(self, path: str, content: bytes) -> str:
        """Return why a content may not be served, or nothing."""
        if not self.gone and not self.withdrawn:
            return ""
        text = text_of(path, content)
        if any(holds(text, one) for one in self.gone):
            return RETIRED
        for recall in self.withdrawn:
            if recall.looks_into(is_page(path)) and any(holds(text, one) for one in recall.words):
                return reason(recall)
        return ""
