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
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.record import PUT_BACK, UnreadablePublication, publication_of, record_of
from peerhub.publish.targets.disk_store import FILE, FOLDER, DiskStore, told, write_whole
from peerhub.publish.targets.target import KEPT_PUBLICATIONS, Written

CURRENT = "current"
OURS = re.compile(r"[0-9a-f]{16}")
"""The name of a publication: what is called otherwise is somebody else's, and left alone."""


class FolderTarget:
    """A folder of this machine, or one that it can see."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.name = str(home)
        self._store = DiskStore(home / "store")
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
        with told(self.name):
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
            with told(self.name):
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
            self._refuse_lost_link()
            return None
        name = link.readlink().name
        record = self._records / f"{name}.json"
        try:
            with told(self.name, but=FileNotFoundError):
                text = record.read_bytes()
            found = publication_of(text, self._store.found)
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
        return self._store.read(digest)

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
        with told(self.name):
            files, size = self._store.bring(publication, record, contents)
            self._lay(publication)
            write_whole(self._records / f"{publication.name}.json", record.text.encode())
            self._switch(publication.name)
        with told(self.name, served="the new publication; what is old was not removed"):
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
                now = publication_of(record.read_bytes(), self._store.found)
            except UnreadablePublication:
                break  # nobody can go back beyond it
            seen.add(now.name)
            found.append(now)
        return found

    def go_back(self, publication: Publication) -> None:
        """Lead `current` to an earlier release."""
        with told(self.name):
            self._switch(publication.name)

    def _refuse_lost_link(self) -> None:
        """Raise PublishStopped when publications stand here and nothing says which is served.

        To begin anew would forget the editions that they keep. A first publication that was
        stopped before its switch has a record too, and keeps nothing that is not made again.
        """
        records = sorted(self._records.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for record in reversed(records):
            with contextlib.suppress(UnreadablePublication):
                if publication_of(record.read_bytes(), self._store.found).previous:
                    raise PublishStopped(
                        f"{self.home / CURRENT} is missing, and publications stand beside it: "
                        "somebody else removed it. Put the link back, such as: "
                        f"ln -s releases/{record.stem} {self.home / CURRENT}"
                    )

    def _claim(self) -> None:
        """Make the folders, unless somebody else's files stand there."""
        if self.home.exists() and not (self.home / "publications").is_dir():
            if any(one.name != ".lock" for one in self.home.iterdir()):
                raise PublishStopped(
                    f"{self.name} holds files that this program did not put there. "
                    "Name an empty folder."
                )
        for folder in (self.home, self._store.folder, self._releases, self._records):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(FOLDER)

    def _sweep(self) -> None:
        for left in (*self._releases.glob(".*"), *self.home.glob(f".{CURRENT}-*")):
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
        for left in self._records.glob(".*"):
            left.unlink()
        self._store.sweep()

    def _whole(self, publication: Publication, contents: Contents) -> None:
        """See that a release that stands is whole; make it again where it is not."""
        release = self._releases / publication.name
        if all((release / path).is_file() for path in publication.tree):
            return
        with told(self.name):
            self._store.bring(publication, record_of(publication), contents)
            fresh = self._laid(publication)
            aside = self._releases / f".{publication.name}-aside"
            if release.exists():
                release.rename(aside)
            fresh.rename(release)
            shutil.rmtree(aside, ignore_errors=True)

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
                os.link(self._store.place(digest), file)
            except OSError:
                shutil.copyfile(self._store.place(digest), file)
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
            if OURS.fullmatch(release.name) and release.name not in names:
                shutil.rmtree(release)
        for record in self._records.glob("*.json"):
            if OURS.fullmatch(record.stem) and record.stem not in names:
                record.unlink()
        self._store.keep(used)
