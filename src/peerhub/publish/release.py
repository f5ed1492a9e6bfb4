"""One publication from start to end: what stands there, what is new, the switch."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.editions.name import Edition
from peerhub.editions.snapshot import FOLDER
from peerhub.publish.compose import Contents, HubFacts, compose, scan
from peerhub.publish.compose import keep as kept_of
from peerhub.publish.errors import PublishStopped
from peerhub.publish.pruning import KEPT_EDITIONS, pruned
from peerhub.publish.publication import Publication
from peerhub.publish.record import PUT_BACK
from peerhub.publish.targets.target import Target, Written
from peerhub.seal import manifest
from peerhub.seal.keys import signature
from peerhub.seal.make import is_seal, sealed
from peerhub.seal.manifest import Manifest, UnreadableManifest
from peerhub.words import counted


@dataclass(frozen=True)
class Released:
    """What came of a publication."""

    publication: Publication
    written: Written
    target: str
    fresh: str | None
    """The edition that was kept for the first time."""
    dropped: tuple[str, ...] = ()
    """The editions that are kept no more from now on."""

    def lines(self) -> Iterator[str]:
        """Say what was done, in plain words."""
        if not self.written.is_new:
            yield f"{self.target} serves all of this already: nothing was written."
            return
        new = counted(self.written.files, "new file")
        yield f"{self.target} serves publication {self.publication.name}."
        yield f"{new}, {self.written.size / 1e6:.1f} MB; {len(self.publication.tree)} files in all."
        if self.fresh:
            yield f"Edition {self.fresh} is kept from now on."
        for name in self.dropped:
            yield f"Edition {name} is kept no more: its addresses lead to what is current."


def release(
    root: Path,
    site: Path,
    target: Target,
    catalogue: Catalogue,
    hub: HubFacts,
    key: Path | None = None,
    keep: int = KEPT_EDITIONS,
) -> Released:
    """Publish a finished site to a target. Raises PublishStopped, with readers served as before.

    The newest `keep` editions are kept; the addresses of older ones lead to what is current. The
    manifest is signed with `key` when there is one; KeyTrouble says why that cannot be.
    """
    contents = Contents()
    current = scan(site, contents)
    with target.held():
        before = target.current()
        editions = before.editions if before else ()
        old = before.pruned if before else ()
        known = [one.name for one in editions] + [one.name for one in old]
        fresh = _fresh(root, catalogue, known)
        if fresh:
            day = dt.date.fromisoformat(str(fresh["dated"]))
            editions = (*editions, kept_of(str(fresh["edition"]), day, current, contents, hub))
        editions, gone = pruned(editions, keep, hub.pinned)
        dropped = tuple(one.name for one in gone)
        previous = before.name if before else None
        made = compose(current, editions, contents, target.read, hub, previous, (*old, *gone))
        made = _sealed(made, before, contents, target, key)
        written = target.publish(made, contents)
    fresh_name = str(fresh["edition"]) if fresh else None
    return Released(made, written, target.name, fresh_name, dropped)


def _sealed(
    made: Publication,
    before: Publication | None,
    contents: Contents,
    target: Target,
    key: Path | None,
) -> Publication:
    """Return a publication with the manifest of all that it serves, and of all that was before.

    A site without a manifest of its own gets none.
    """
    if manifest.PATH not in made.tree:
        return made

    def read(digest: str) -> bytes:
        return contents.read(digest) if digest in contents else target.read(digest)

    about = _about(made.tree[manifest.PATH], contents)
    known = _known(before, target)
    tree = {path: one for path, one in made.tree.items() if not is_seal(path)}
    whole = replace(about, files=tree, earlier={}).after(known)
    texts, _ = sealed(whole, lambda path: read(tree[path]))
    fresh = {path: contents.add(text.encode()) for path, text in texts.items()}
    if key:
        signed = signature(key, texts[manifest.PATH].encode())
        fresh[manifest.SIGNATURE] = contents.add(signed.encode())
    return replace(made, tree={**tree, **fresh})


def _about(digest: str, contents: Contents) -> Manifest:
    """Return the manifest of the site that is to be published. Raises PublishStopped."""

    def parts(digests: Sequence[str]) -> Mapping[str, bytes]:
        return {one: contents.read(one) for one in digests if one in contents}

    try:
        return Manifest.from_texts(contents.read(digest), parts)
    except UnreadableManifest as error:
        raise PublishStopped(f"{manifest.PATH}: {error}. Build the site again.") from None


def _known(before: Publication | None, target: Target) -> Manifest | None:
    """Return the manifest of what is served now, or none. Raises PublishStopped."""
    earlier = before and before.tree.get(manifest.PATH)
    if not earlier:
        return None
    try:
        return Manifest.from_texts(target.read(earlier), target.read_all)
    except UnreadableManifest as error:
        raise PublishStopped(f"{target.name}, {manifest.PATH}: {error}. {PUT_BACK}") from None


def _fresh(root: Path, catalogue: Catalogue, names: Iterable[str]) -> dict[str, object] | None:
    """Return the record of the hub's edition when the target never kept it yet."""
    name = catalogue.site.edition
    held = [Edition.parse(one) for one in names]
    record = root / FOLDER / f"{name}.json"
    if held and Edition.parse(name) < max(held):
        raise PublishStopped(
            f"The target keeps edition {max(held)}, and this hub is edition {name}, an earlier "
            "one. Publish from the newest state of the project."
        )
    if Edition.parse(name) in held or not record.is_file():
        return None
    found: dict[str, object] = json.loads(record.read_text(encoding="utf-8"))
    return found
