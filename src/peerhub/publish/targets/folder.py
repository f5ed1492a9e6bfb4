"""A folder that a server serves: `current` is a link to what readers get.

```
current -> releases/3f…         what is served; a publication replaces this link, in one step
releases/3f…/                   hard links to the contents, by path
store/ab/ab12…                  every content once, by its SHA-256, and the parts of the records
publications/3f….json           the record of each release
```
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.record import (
    PUT_BACK,
    Record,
    UnreadablePublication,
    publication_of,
    record_of,
)
from peerhub.publish.targets.target import KEPT_PUBLICATIONS, Written

CURRENT = "current"
REMEDIES = {
    errno.ENOSPC: "There is no room. Free some space",
    errno.EDQUOT: "There is no room. Free some space",
    errno.EACCES: "This account may not write there. Ask for the right to",
    errno.EPERM: "This account may not write there. Ask for the right to",
    errno.EROFS: "It cannot be written to. Name another target",
    errno.ENOTDIR: "There is a file in the place of a folder. Name a folder",
    errno.EEXIST: "There is a file in the place of a folder. Name a folder",
    errno.ENOENT: "No folder can be made there. Name another target",
    errno.EISDIR: "There is a folder in the place of a file. Move it away",
}
"""What to do, by what the system refuses."""

FOLDER = 0o755
FILE = 0o644


class FolderTarget:
    """A folder of this machine, or one that it can see."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.name = str(home)
        self._store = home / "store"
        self._releases = home / "releases"
        self._records = home / "publications"

    def apart_from(self, site: Path) -> None:
        """Raise PublishStopped when the target lies inside a site, which each build replaces."""
        if self.home.is_relative_to(site.resolve()):
            raise PublishStopped(
                f"{self.name} lies inside the site {site}, which every build makes anew. "
                "Name another folder."
            )

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder's lock; sweep what a run that was stopped left half made."""
        with self._told():
            self._claim()
            lock = (self.home / ".lock").open("a")
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise PublishStopped(
                    f"Somebody else is publishing to {self.name}. Wait until that has ended, "
                    "then run again."
                ) from None
            with self._told():
                self._sweep()
            yield

    def current(self) -> Publication | None:
        """Return what `current` leads to. Raises PublishStopped when that is not ours."""
        link = self.home / CURRENT
        if not link.is_symlink():
            if link.exists():
                raise PublishStopped(
                    f"{link} is a folder, and not the link that this program makes. "
                    "Move it away, or name another target."
                )
            return None
        name = link.readlink().name
        record = self._records / f"{name}.json"
        try:
            with self._told(but=FileNotFoundError):
                text = record.read_bytes()
            found = publication_of(text, self.read_all)
        except FileNotFoundError:
            raise PublishStopped(
                f"{link} leads to {name}, of which there is no record: somebody else changed it. "
                "Put it back, or name another target."
            ) from None
        except UnreadablePublication as error:
            raise PublishStopped(f"{record}: {error}") from None
        if found.name != name:
            raise PublishStopped(f"{record} does not fit what is served. {PUT_BACK}")
        return found

    def read(self, digest: str) -> bytes:
        """Return a content, held against its digest."""
        place = self._place(digest)
        try:
            with self._told(but=FileNotFoundError):
                content = place.read_bytes()
        except FileNotFoundError:
            raise PublishStopped(f"{place} is missing. {PUT_BACK}") from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise PublishStopped(
                f"{place} is damaged: it is not what was published. Delete it, and publish again; "
                "if an old edition alone holds it, restore it from a copy of the folder."
            )
        return content

    def read_all(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return some contents, each held against its digest."""
        return {digest: self.read(digest) for digest in digests}

    def publish(self, publication: Publication, contents: Contents) -> Written:
        """Store, link, switch."""
        before = self.current()
        if before and before.name == publication.name:
            self._whole(publication, contents)
            return Written(0, 0, is_new=False)
        record = record_of(publication)
        with self._told():
            files, size = self._bring(publication, record, contents)
            self._lay(publication)
            self._write(self._records / f"{publication.name}.json", record.text.encode())
            self._switch(publication.name)
            self._prune(publication)
        return Written(files, size + record.size)

    def earlier(self) -> Sequence[Publication]:
        """Return the publications before the current one, as far as they are kept."""
        found: list[Publication] = []
        now = self.current()
        seen = {now.name} if now else set()
        while now and now.previous and now.previous not in seen:
            record = self._records / f"{now.previous}.json"
            if not record.is_file() or not (self._releases / now.previous).is_dir():
                break
            try:
                now = publication_of(record.read_bytes(), self.read_all)
            except (UnreadablePublication, PublishStopped):
                break  # nobody can go back beyond it
            seen.add(now.name)
            found.append(now)
        return found

    def go_back(self, publication: Publication) -> None:
        """Lead `current` to an earlier release."""
        with self._told():
            self._switch(publication.name)

    def _place(self, digest: str) -> Path:
        return self._store / digest[:2] / digest

    def _claim(self) -> None:
        """Make the folders, unless somebody else's files stand there."""
        if self.home.exists() and not (self.home / "publications").is_dir():
            if any(one.name != ".lock" for one in self.home.iterdir()):
                raise PublishStopped(
                    f"{self.name} holds files that this program did not put there. "
                    "Name an empty folder."
                )
        for folder in (self.home, self._store, self._releases, self._records):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(FOLDER)

    def _sweep(self) -> None:
        for left in (*self._releases.glob(".*"), *self.home.glob(f".{CURRENT}-*")):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        for left in (*self._store.glob("*/.*"), *self._records.glob(".*")):
            left.unlink()

    def _whole(self, publication: Publication, contents: Contents) -> None:
        """See that a release that stands is whole; make it again where it is not."""
        release = self._releases / publication.name
        if all((release / path).is_file() for path in publication.tree):
            return
        with self._told():
            self._bring(publication, record_of(publication), contents)
            fresh = self._laid(publication)
            aside = self._releases / f".{publication.name}-aside"
            release.rename(aside)
            fresh.rename(release)
            shutil.rmtree(aside)

    def _bring(
        self, publication: Publication, record: Record, contents: Contents
    ) -> tuple[int, int]:
        files = size = 0
        for digest in sorted(publication.digests | record.parts.keys()):
            place = self._place(digest)
            if place.is_file():
                if self._is_sound(place, digest):
                    continue
            content = record.parts.get(digest)
            if content is None:
                content = contents.read(digest) if digest in contents else self.read(digest)
            place.parent.mkdir(exist_ok=True)
            place.parent.chmod(FOLDER)
            self._write(place, content)
            files, size = files + (digest not in record.parts), size + len(content)
        return files, size

    @staticmethod
    def _is_sound(place: Path, digest: str) -> bool:
        with place.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == digest

    def _lay(self, publication: Publication) -> None:
        release = self._releases / publication.name
        if release.is_dir():
            shutil.rmtree(release)
        self._laid(publication).rename(release)

    def _laid(self, publication: Publication) -> Path:
        """Return a new folder with every file of a publication, linked from the store."""
        fresh = Path(tempfile.mkdtemp(prefix=f".{publication.name}-", dir=self._releases))
        fresh.chmod(FOLDER)
        made = {fresh}
        for path, digest in publication.tree.items():
            file = fresh / path
            for folder in reversed(file.relative_to(fresh).parents):
                whole = fresh / folder
                if whole not in made:
                    whole.mkdir()
                    whole.chmod(FOLDER)
                    made.add(whole)
            try:
                os.link(self._place(digest), file)
            except OSError:
                shutil.copyfile(self._place(digest), file)
                file.chmod(FILE)
        return fresh

    def _switch(self, name: str) -> None:
        """Lead `current` to a release: renaming a link over another is one step for readers."""
        fresh = self.home / f".{CURRENT}-{os.getpid()}"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases", name))
        fresh.replace(self.home / CURRENT)

    def _prune(self, publication: Publication) -> None:
        """Remove releases that nobody can go back to any more, and contents only they held."""
        keep = [publication, *self.earlier()][:KEPT_PUBLICATIONS]
        names = {one.name for one in keep}
        used = {one for each in keep for one in (*each.digests, *record_of(each).parts)}
        for release in self._releases.iterdir():
            if release.name not in names:
                shutil.rmtree(release)
        for record in self._records.glob("*.json"):
            if record.stem not in names:
                record.unlink()
        for content in self._store.glob("*/*"):
            if content.name not in used:
                content.unlink()

    @staticmethod
    def _write(place: Path, content: bytes) -> None:
        """Write a file whole or not at all, so that a kill leaves no half of it."""
        handle, name = tempfile.mkstemp(prefix=".", dir=place.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
        Path(name).chmod(FILE)
        Path(name).replace(place)

    @contextlib.contextmanager
    def _told(self, but: type[OSError] | tuple[()] = ()) -> Iterator[None]:
        """Tell what the system refuses as one line with its remedy, `but` for one kind."""
        try:
            yield
        except but:
            raise
        except OSError as error:
            said = f"The system says: {error.strerror or error}. Mend that"
            remedy = REMEDIES.get(error.errno or 0, said)
            where = error.filename or self.name
            raise PublishStopped(
                f"{where}: {remedy}, then run again. Readers are served what they were before."
            ) from None
