"""Drafts on a host that speaks GitHub's interface: a branch, a commit, a draft pull request."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.admin.store import BRANCH, LostConnection, NoRights, RecordsDraft, StoreStopped
from peerhub.editing.git_state import READ
from peerhub.editing.naming import slug

API = "https://api.github.com"
SECONDS = 20
LABEL = "content"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: the key would be taken along."""

    def redirect_request(self, *_: Any) -> None:
        return None


class GitHub:
    """One repository on a host, and the key of the editor who is at work."""

    def __init__(self, repository: str, key: str, root: Path, api: str = API) -> None:
        self.repository = repository
        self.root = root
        self._key = key
        self._api = api.rstrip("/")
        self._open = urllib.request.build_opener(_NoRedirect)
        self._branch = ""

    @property
    def words(self) -> str:
        """The name of the repository."""
        return self.repository

    def newest(self) -> str:
        """Return the newest commit of the branch that proposals are made to."""
        if not self._branch:
            self._branch = str(self._ask("GET", "")["default_branch"])
        return str(self._ask("GET", f"/git/ref/heads/{self._branch}")["object"]["sha"])

    def lay_out(self, state: str, room: Path) -> None:
        """Put the files of a commit into a folder; those that this machine has are copied."""
        tree = self._tree_of(state)
        told = self._ask("GET", f"/git/trees/{tree}?recursive=1")
        if told.get("truncated"):
            raise StoreStopped(
                "The project is too large to be read from its host. Clone it, and run make admin."
            )
        for one in told["tree"]:
            path = str(one["path"])
            if one["type"] != "blob" or path.split("/")[0] not in READ:
                continue
            place = room / path
            place.parent.mkdir(parents=True, exist_ok=True)
            here = self.root / path
            if here.is_file() and _blob_name(here.read_bytes()) == one["sha"]:
                shutil.copyfile(here, place)
            else:
                held = self._ask("GET", f"/git/blobs/{one['sha']}")
                place.write_bytes(base64.b64decode(held["content"]))
        (room / "src").mkdir(exist_ok=True)

    def keep(self, state: str, files: Mapping[str, bytes], title: str, body: str) -> RecordsDraft:
        """Commit files on a new branch, and propose it as a draft."""
        entries = [
            {"path": path, "mode": "100644", "type": "blob", "sha": self._blob(content)}
            for path, content in sorted(files.items())
        ]
        base = self._tree_of(state)
        tree = self._ask("POST", "/git/trees", {"base_tree": base, "tree": entries})["sha"]
        words = f"{title}\n\n{body}".strip() + "\n"
        commit = self._ask(
            "POST", "/git/commits", {"message": words, "tree": tree, "parents": [state]}
        )
        branch = self._new_branch(title, str(commit["sha"]))
        made = self._ask(
            "POST",
            "/pulls",
            {"title": title, "body": body, "head": branch, "base": self._branch, "draft": True},
        )
        return RecordsDraft(branch, str(made["html_url"]))

    def _tree_of(self, state: str) -> str:
        return str(self._ask("GET", f"/git/commits/{state}")["tree"]["sha"])

    def _blob(self, content: bytes) -> str:
        sent = {"content": base64.b64encode(content).decode(), "encoding": "base64"}
        return str(self._ask("POST", "/git/blobs", sent)["sha"])

    def _new_branch(self, title: str, commit: str) -> str:
        told = self._ask("GET", f"/git/matching-refs/heads/{BRANCH}")
        prefix = f"refs/heads/{BRANCH}"
        taken = {str(one["ref"]).removeprefix(prefix) for one in told}
        branch = BRANCH + slug(title, taken, "change")
        self._ask("POST", "/git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
        return branch

    def _ask(self, method: str, path: str, sent: Mapping[str, Any] | None = None) -> Any:
        """Return what the host answers. Raises NoRights, LostConnection or StoreStopped."""
        request = urllib.request.Request(
            f"{self._api}/repos/{self.repository}{path}",
            data=None if sent is None else json.dumps(sent).encode(),
            method=method,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self._key}",
                "Content-Type": "application/json",
                "User-Agent": "peerhub",
            },
        )
        try:
            with self._open.open(request, timeout=SECONDS) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            raise self._refused(error, method) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise LostConnection(
                f"{self.repository} cannot be reached. Nothing was lost: what you typed is kept in "
                "this page. Try again once the connection is back."
            ) from None

    def _refused(self, error: urllib.error.HTTPError, method: str) -> StoreStopped:
        """Return what an editor is told of an answer that is none."""
        if error.code >= 500 or error.code == 429:
            return LostConnection(
                f"{self.repository} does not answer now ({error.code}). What you typed is "
                "kept in this page. Try again in a few minutes."
            )
        if error.code == 401:
            return NoRights(
                "The host does not know your key any more. Set GITHUB_TOKEN to a new one and run "
                "make admin again. What you typed is kept in this page."
            )
        if error.code in (403, 404) and method == "POST":
            return NoRights(
                f"Your account may read {self.repository} and may not change it. Ask whoever looks "
                "after it for the right to write, or send what you typed to the hub's mailbox."
            )
        if error.code in (403, 404):
            return NoRights(
                f"Your account may not read {self.repository}, or there is no such repository. "
                "Check its name, and what your key allows."
            )
        return StoreStopped(
            f"{self.repository} refused the draft ({error.code}). What you typed is kept in this "
            "page. Try again, and tell whoever looks after the hub if it stays so."
        )


def _blob_name(content: bytes) -> str:
    """Return the name by which git knows some bytes."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
