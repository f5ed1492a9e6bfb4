"""Drafts in git on this machine: a commit on a branch of its own; no file of the editor is touched.

The commit is put together beside the working files and beside git's own index, so that whatever an
editor has open or has begun stays as it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from peerhub.admin.store import BRANCH, RecordsDraft, StoreStopped
from peerhub.editing.git_state import asked, git, laid_out
from peerhub.editing.naming import slug

NO_GIT = (
    "This folder is no git repository with a commit in it, so a draft cannot be kept. "
    "Clone the project with git, and run make admin there."
)
AUTHOR = {"NAME": "An editor", "EMAIL": "editor@localhost"}
"""Who a draft is by, where git has not been told who the editor is."""


class LocalGit:
    """The git repository of the project's folder."""

    words = "git on this machine"

    def __init__(self, root: Path) -> None:
        self.root = root

    def newest(self) -> str:
        """Return the commit that is checked out. Raises StoreStopped where there is none."""
        told = git(self.root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if told is None:
            raise StoreStopped(NO_GIT)
        return told.decode().strip()

    def lay_out(self, state: str, room: Path) -> None:
        """Put the files of a commit into a folder."""
        if not laid_out(self.root, state, room):
            raise StoreStopped(NO_GIT)

    def keep(self, state: str, files: Mapping[str, bytes], title: str, body: str) -> RecordsDraft:
        """Commit files on top of a commit, on a new branch."""
        with tempfile.TemporaryDirectory(prefix="peerhub-draft-") as room:
            index = {"GIT_INDEX_FILE": str(Path(room, "index"))}
            self._done("read-tree", state, also=index)
            above = self._done("rev-parse", "--show-prefix")
            for path, content in sorted(files.items()):
                # Its bytes are kept as they are, whatever git does to files on their way.
                blob = self._done("hash-object", "-w", "--stdin", given=content)
                entry = f"100644,{blob},{above}{path}"
                self._done("update-index", "--add", "--cacheinfo", entry, also=index)
            tree = self._done("write-tree", also=index)
        words = f"{title}\n\n{body}".strip().encode() + b"\n"
        commit = self._done("commit-tree", tree, "-p", state, given=words, also=self._author())
        branch = self._branch(title)
        self._done("update-ref", f"refs/heads/{branch}", commit, "")
        return RecordsDraft(branch)

    def _branch(self, title: str) -> str:
        """Return a name for a branch that is not taken."""
        told = git(self.root, "for-each-ref", "--format=%(refname:short)", f"refs/heads/{BRANCH}")
        taken = {one.removeprefix(BRANCH) for one in (told or b"").decode().split()}
        return BRANCH + slug(title, taken, "change")

    def _author(self) -> dict[str, str]:
        if git(self.root, "config", "user.email"):
            return {}
        return {
            f"GIT_{who}_{what}": said
            for who in ("AUTHOR", "COMMITTER")
            for what, said in AUTHOR.items()
        }

    def _done(
        self, *words: str, given: bytes | None = None, also: Mapping[str, str] | None = None
    ) -> str:
        """Return what git answers. Raises StoreStopped where it refuses."""
        done = asked(self.root, *words, given=given, also=also)
        if done.returncode != 0:
            why = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
            raise StoreStopped(f"git could not keep the draft: {why[-1]} Nothing was changed.")
        return done.stdout.decode().strip()
