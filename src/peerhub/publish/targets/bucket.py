"""A bucket, or any other store that fsspec knows: `s3://bucket/hub`.

A bucket has no links and renames nothing in one step. So each release is a folder of its own,
`releases/<name>/`, and one small object, `current.json`, names the one that is served: a content
network takes its origin folder from there.
"""

from __future__ import annotations

import contextlib
import glob
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import fsspec

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.record import (
    PublicationRecord,
    UnreadablePublication,
    publication_of,
    record_of,
)
from peerhub.publish.targets.target import KEPT_PUBLICATIONS, Written

POINTER = "current.json"


class BucketTarget:
    """A store behind fsspec."""

    def __init__(self, address: str) -> None:
        self.name = address.rstrip("/")
        if not address.partition("://")[2].strip("/ "):
            raise PublishStopped(f"{address} names no bucket. Give one, such as s3://bucket/hub.")
        try:
            files, home = fsspec.core.url_to_fs(self.name)
        except (ImportError, ValueError, OSError) as error:
            raise PublishStopped(
                f"{address} cannot be opened: {_said(error)}. Name another target."
            ) from None
        self._files: Any = files
        self._home = home.rstrip("/")
        self._before: str | None = None

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Remember what is served: the pointer is moved only if it names that still."""
        self._before = self._pointer()
        yield

    def current(self) -> Publication | None:
        """Return what the pointer names."""
        name = self._pointer()
        if name is None:
            self._refuse_lost_pointer()
        return self._record(name) if name else None

    def read(self, digest: str) -> bytes:
        """Return a content, held against its digest."""
        return self.read_all([digest])[digest]

    def read_all(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return some contents, fetched many at a time, each held against its digest."""
        places = [self._content(digest) for digest in digests]
        nowhere = [None] * len(places)  # from the start, to the end
        with self._told():
            held = self._files.cat_ranges(places, nowhere, nowhere)
            for fault in held:
                if isinstance(fault, Exception):
                    raise fault
        found: dict[str, bytes] = dict(zip(digests, held, strict=True))
        for digest, content in found.items():
            if hashlib.sha256(content).hexdigest() != digest:
                raise PublishStopped(
                    f"{self._content(digest)} is damaged. Delete it, and publish again."
                )
        return found

    def publish(self, publication: Publication, contents: Contents) -> Written:
        """Upload what is new, copy the release together within the store, move the pointer."""
        if self._before == publication.name:
            return Written(0, 0, is_new=False)
        record = record_of(publication)
        with self._told():
            files, size = self._bring(publication, record, contents)
            self._lay(publication)
            self._files.pipe_file(
                f"{self._home}/publications/{publication.name}.json", record.text.encode()
            )
        self._switch(publication.name)
        with self._told():
            self._prune(publication)
        return Written(files, size + record.size)

    def earlier(self) -> Sequence[Publication]:
        """Return the publications before the current one, as far as they are kept."""
        found: list[Publication] = []
        now = self.current()
        seen = {now.name} if now else set()
        while now and now.previous and now.previous not in seen:
            if not self._exists(f"publications/{now.previous}.json"):
                break
            now = self._record(now.previous)
            seen.add(now.name)
            found.append(now)
        return found

    def go_back(self, publication: Publication) -> None:
        """Let the pointer name an earlier release."""
        self._switch(publication.name)

    def _refuse_lost_pointer(self) -> None:
        """Raise PublishStopped when publications stand here and nothing says which is served.

        To begin anew would forget the editions that they keep.
        """
        with self._told():
            records = self._files.glob(f"{glob.escape(self._home)}/publications/*.json")
        for name in (path.rpartition("/")[2].removesuffix(".json") for path in sorted(records)):
            if self._record(name).previous:
                raise PublishStopped(
                    f"{self.name}/{POINTER} is missing, and publications stand beside it: somebody "
                    "else removed it. Put it back, with the name of the last one: "
                    f'{{"release": "{name}", "folder": "releases/{name}/"}}'
                )

    def _content(self, digest: str) -> str:
        return f"{self._home}/store/{digest[:2]}/{digest}"

    def _exists(self, path: str) -> bool:
        with self._told():
            return bool(self._files.exists(f"{self._home}/{path}"))

    def _pointer(self) -> str | None:
        with self._told():
            self._files.invalidate_cache()
            if not self._files.exists(f"{self._home}/{POINTER}"):
                return None
            held = self._files.cat_file(f"{self._home}/{POINTER}")
        try:
            return str(json.loads(held)["release"])
        except (KeyError, TypeError, ValueError):
            raise PublishStopped(
                f"{self.name}/{POINTER} was changed by somebody else. Name another target."
            ) from None

    def _record(self, name: str) -> Publication:
        with self._told():
            text = self._files.cat_file(f"{self._home}/publications/{name}.json")
        try:
            return publication_of(text, self.read_all)
        except UnreadablePublication as error:
            raise PublishStopped(f"{self.name}/publications/{name}.json: {error}") from None

    def _bring(
        self, publication: Publication, record: PublicationRecord, contents: Contents
    ) -> tuple[int, int]:
        held = {path.rpartition("/")[2] for path in self._files.find(f"{self._home}/store")}
        files = size = 0
        for digest in sorted((publication.digests | record.parts.keys()) - held):
            content = record.parts.get(digest)
            if content is None:
                content = contents.read(digest) if digest in contents else self.read(digest)
            self._files.pipe_file(self._content(digest), content)
            files, size = files + (digest not in record.parts), size + len(content)
        return files, size

    def _lay(self, publication: Publication) -> None:
        release = f"{self._home}/releases/{publication.name}"
        there = set(self._files.find(release))
        for path, digest in publication.tree.items():
            if f"{release}/{path}" not in there:
                self._files.cp_file(self._content(digest), f"{release}/{path}")

    def _switch(self, name: str) -> None:
        if self._pointer() != self._before:
            raise PublishStopped(f"Somebody else published to {self.name} meanwhile. Run again.")
        with self._told():
            pointer = json.dumps({"release": name, "folder": f"releases/{name}/"})
            self._files.pipe_file(f"{self._home}/{POINTER}", pointer.encode())
        self._before = name

    def _prune(self, publication: Publication) -> None:
        keep = {one.name for one in [publication, *self.earlier()][:KEPT_PUBLICATIONS]}
        for folder in self._files.ls(f"{self._home}/releases", detail=False):
            if folder.rstrip("/").rpartition("/")[2] not in keep:
                self._files.rm(folder, recursive=True)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except PublishStopped:
            raise
        except Exception as error:
            # Each store has errors of its own: only those of Python's own are faults of ours.
            if type(error).__module__ == "builtins" and not isinstance(error, OSError):
                raise
            raise PublishStopped(
                f"{self.name} could not be reached or written to ({_said(error)}). Mend that, then "
                "run again. Readers are served what they were before."
            ) from None


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
