"""A branch of the project's repository that a host serves, such as `gh-pages`.

Its tree is the publication. Git keeps contents by digest and moves a branch in one step. What
editions keep and readers are not served stands on a second branch beside it, `…-kept`: contents by
their SHA-256, and the record of each publication.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from peerhub.publish.compose import Contents
from peerhub.publish.errors import PublishStopped
from peerhub.publish.publication import Publication
from peerhub.publish.record import UnreadablePublication, publication_of, record_of
from peerhub.publish.targets.git_repository import GitRepository
from peerhub.publish.targets.target import KEPT_PUBLICATIONS, Written

RECORD = "publication.json"
NAME = re.compile(r"(?![-./])(?!.*(?:\.\.|@\{|//|/\.|\.lock$))[^\x00-\x20\x7f~^:?*\[\\]+(?<![./])")
"""What git takes for the name of a branch, or nearly: no more than that."""

NO_JEKYLL = ".nojekyll"
"""Keeps the host from leaving out files whose names start with a dot or an underscore."""


class BranchTarget:
    """A branch of the repository at `root`."""

    def __init__(self, root: Path, branch: str) -> None:
        self._git = GitRepository(root)
        self.branch = branch
        self.name = f"the branch {branch}"
        self._served = f"refs/heads/{branch}"
        self._kept = f"refs/heads/{branch}-kept"
        self._before: str | None = None
        if branch == "HEAD" or not NAME.fullmatch(branch):
            raise PublishStopped(
                f"branch:{branch} is no name of a branch. Give one, such as branch:gh-pages."
            )

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Remember where the branch stands: it is moved only if it stands there still."""
        self._git.ask("rev-parse", "--git-dir")  # says it when there is no repository
        if self._git.says("symbolic-ref", "--quiet", "HEAD") == self._served:
            raise PublishStopped(
                f"{self.branch} is the branch you are working on. Name another one."
            )
        if not self._git.says("config", "user.email") and not os.environ.get("GIT_COMMITTER_EMAIL"):
            raise PublishStopped(
                "git does not know in whose name to commit. "
                "Run: git config user.name '…' and git config user.email '…'."
            )
        self._before = self._git.says("rev-parse", "--verify", "--quiet", self._served)
        yield

    def current(self) -> Publication | None:
        """Return what the branch serves. Raises PublishStopped when it holds something else."""
        if self._git.says("rev-parse", "--verify", "--quiet", self._served):
            return self._recorded(self._served)
        self._refuse_lost_branch()
        return None

    def read(self, digest: str) -> bytes:
        """Return a content that an edition keeps, or that the branch serves."""
        return self.read_all([digest])[digest]

    def read_all(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return some contents, asked for at once, each held against its digest."""
        found = self._kept_contents(self._kept, digests)
        if missing := set(digests) - found.keys():
            now = self.current()
            tree = now.tree if now else {}
            paths = {one: f"{self._served}:{path}" for path, one in tree.items() if one in missing}
            held = self._git.blobs(list(paths.values()))
            found |= {one: held[name] for one, name in paths.items() if name in held}
        for digest in digests:
            if digest not in found or hashlib.sha256(found[digest]).hexdigest() != digest:
                raise PublishStopped(
                    f"{self.branch}: a content is missing or damaged ({digest[:12]}…). "
                    f"Run: git fetch origin {self.branch}:{self.branch} "
                    f"{self.branch}-kept:{self.branch}-kept, then publish again."
                )
        return found

    def publish(self, publication: Publication, contents: Contents) -> Written:
        """Write what is new as objects, then move the branch."""
        before = self.current()
        if before and before.name == publication.name:
            return Written(0, 0, is_new=False)
        known, record = self._known(before), record_of(publication)
        new = {one: content for one, content in record.parts.items() if one not in known}
        files = {one for one in publication.digests if one not in known}
        new |= {one: self._content(one, contents) for one in files}
        names = {**known, **self._hashed(new)}
        beside = {*self._kept_digests(publication), *record.parts}
        kept = {_place(one): names[one] for one in beside}
        others = self._hashed({"record": record.text.encode(), "empty": b""})
        kept_commit = self._committed(
            {**kept, RECORD: others["record"]}, self._kept, f"Keep publication {publication.name}"
        )
        self._move(self._kept, kept_commit)
        served = {path: names[digest] for path, digest in publication.tree.items()}
        commit = self._committed(
            {**served, NO_JEKYLL: others["empty"]},
            self._served,
            f"Publish {publication.name}\n\nPublication: {publication.name}\nKept: {kept_commit}",
        )
        self._move(self._served, commit, self._before)
        return Written(len(files), sum(map(len, new.values())) + record.size)

    def earlier(self) -> Sequence[Publication]:
        """Return the publications before the current one, last first."""
        found: list[Publication] = []
        now = self.current()
        listed = (
            self._git.says("log", "--format=%H", f"-{KEPT_PUBLICATIONS * 4}", self._served) or ""
        )
        for commit in listed.splitlines()[1:]:
            one = self._recorded(commit)
            if now and one.name == now.previous:
                found.append(one)
                now = one
        return found[: KEPT_PUBLICATIONS - 1]

    def go_back(self, publication: Publication) -> None:
        """Commit the tree of an earlier publication again: a branch that is pushed only grows."""
        listed = self._git.says("log", "--format=%H", self._served) or ""
        for commit in listed.splitlines():
            if self._trailer(commit, "Publication") == publication.name:
                kept = self._trailer(commit, "Kept")
                tree = self._git.ask("rev-parse", f"{commit}^{{tree}}")
                again = self._git.ask(
                    "commit-tree",
                    tree,
                    "-p",
                    self._served,
                    "-m",
                    f"Go back to {publication.name}\n\n"
                    f"Publication: {publication.name}\nKept: {kept}",
                )
                self._move(self._served, again, self._before)
                return
        raise PublishStopped(f"{self.branch} does not hold publication {publication.name}.")

    def _refuse_lost_branch(self) -> None:
        """Raise PublishStopped when the branch stands elsewhere, or its editions beside it.

        To begin anew would forget the editions that it keeps.
        """
        remote = self._git.says(
            "for-each-ref", "--format=%(refname)", f"refs/remotes/*/{self.branch}"
        )
        record = self._git.says("show", f"{self._kept}:{RECORD}")
        before = None
        if record:
            with contextlib.suppress(UnreadablePublication):
                read = partial(self._kept_contents, self._kept)
                before = publication_of(record, read).previous
        if not remote and not before:
            return
        where = (remote or "refs/remotes/origin").split("/")[2]
        raise PublishStopped(
            f"{self.branch} is not on this machine, and was published to before. Run: git fetch "
            f"{where} {self.branch}:{self.branch} {self.branch}-kept:{self.branch}-kept"
        )

    def _recorded(self, commit: str) -> Publication:
        name, kept = self._trailer(commit, "Publication"), self._trailer(commit, "Kept")
        text = self._git.says("show", f"{kept}:{RECORD}") if kept else None
        if not text:
            raise PublishStopped(
                f"{self.branch} holds something that this program did not publish, or "
                f"{self.branch}-kept is not on this machine. Name another branch, or run: "
                f"git fetch origin {self.branch}-kept:{self.branch}-kept."
            )
        try:
            found = publication_of(text, partial(self._kept_contents, str(kept)))
        except UnreadablePublication as error:
            raise PublishStopped(f"{self.branch}-kept, {RECORD}: {error}") from None
        if found.name != name:
            raise PublishStopped(
                f"{self.branch} was changed by somebody else. Name another branch."
            )
        return found

    def _trailer(self, commit: str, key: str) -> str | None:
        return (
            self._git.says("log", "-1", f"--format=%(trailers:key={key},valueonly)", commit) or None
        )

    @staticmethod
    def _kept_digests(publication: Publication) -> Iterable[str]:
        """Contents that an edition keeps and that are not served as they are."""
        served = set(publication.tree.values())
        return sorted(
            {one for edition in publication.editions for one in edition.files.values()} - served
        )

    def _content(self, digest: str, contents: Contents) -> bytes:
        return contents.read(digest) if digest in contents else self.read(digest)

    def _known(self, before: Publication | None) -> dict[str, str]:
        """Return git's name of each content that stands on the two branches, by SHA-256."""
        if before is None:
            return {}
        listed = self._git.ask("ls-tree", "-r", "-z", self._served).split("\0")
        names = {
            path: line.split()[2]
            for line, _, path in (one.partition("\t") for one in listed if one)
        }
        found = {digest: names[path] for path, digest in before.tree.items() if path in names}
        kept = self._git.says("ls-tree", "-r", "-z", self._kept) or ""
        for line, _, path in (one.partition("\t") for one in kept.split("\0") if one):
            if path.startswith("contents/"):
                found[path.rpartition("/")[2]] = line.split()[2]
        return found

    def _hashed(self, contents: Mapping[str, bytes]) -> dict[str, str]:
        """Write contents as objects of the repository; return git's name of each."""
        with tempfile.TemporaryDirectory(prefix="publish-") as folder:
            files = []
            for number, content in enumerate(contents.values()):
                file = Path(folder, str(number))
                file.write_bytes(content)
                files.append(str(file))
            told = (
                self._git.ask(
                    "hash-object", "-w", "--stdin-paths", "--no-filters", given="\n".join(files)
                )
                if files
                else ""
            )
        return dict(zip(contents, told.splitlines(), strict=True))

    def _committed(self, files: Mapping[str, str], parent: str, message: str) -> str:
        """Return a commit whose tree holds these objects by path."""
        with tempfile.TemporaryDirectory(prefix="publish-") as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            lines = "".join(f"100644 {name}\t{path}\0" for path, name in sorted(files.items()))
            self._git.ask("update-index", "-z", "--index-info", given=lines, extra=index)
            tree = self._git.ask("write-tree", extra=index)
        before = self._git.says("rev-parse", "--verify", "--quiet", parent)
        return self._git.ask(
            "commit-tree", tree, *(("-p", before) if before else ()), "-m", message
        )

    def _move(self, reference: str, commit: str, expected: str | bool | None = False) -> None:
        """Lead a branch to a commit; when `expected` is given, only from there."""
        words = ["update-ref", reference, commit]
        if expected is not False:
            words.append(str(expected) if expected else "0" * 40)
        try:
            self._git.ask(*words)
        except PublishStopped:
            now = self._git.says("rev-parse", "--verify", "--quiet", reference)
            if expected is False or now == expected:
                raise
            raise PublishStopped(
                f"Somebody else published to {self.name} meanwhile. Run again."
            ) from None

    def _kept_contents(self, commit: str, digests: Sequence[str]) -> dict[str, bytes]:
        """Return those of some contents that stand on the second branch, as a commit has it."""
        names = {f"{commit}:{_place(digest)}": digest for digest in digests}
        return {names[name]: content for name, content in self._git.blobs(list(names)).items()}


def _place(digest: str) -> str:
    """Return where a content stands on the second branch."""
    return f"contents/{digest[:2]}/{digest}"
