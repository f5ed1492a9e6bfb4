"""A small fake of GitHub's interface, on a real git repository: what the hub asks, and no more."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

NAME = "police/hub"
KEY = "a-host-key"
Answer = tuple[int, Any]


@dataclass
class Host:
    """A repository, its proposals, and what was asked."""

    bare: Path
    address: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    may_write: bool = True
    is_down: bool = False

    def git(self, *words: str, given: bytes | None = None) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.bare, input=given, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def answer(self, method: str, path: str, sent: Any) -> Answer:
        for pattern, way in _WAYS:
            found = re.fullmatch(pattern, f"{method} {path}")
            if found:
                if method == "POST" and not self.may_write:
                    return 403, {"message": "Resource not accessible by personal access token"}
                return way(self, sent, *found.groups())
        return 404, {"message": "Not Found"}


def _repository(host: Host, _: Any) -> Answer:
    return 200, {"default_branch": "main"}


def _ref(host: Host, _: Any, name: str) -> Answer:
    return 200, {"ref": f"refs/heads/{name}", "object": {"sha": host.git("rev-parse", name)}}


def _matching(host: Host, _: Any, prefix: str) -> Answer:
    told = host.git("for-each-ref", "--format=%(refname)", f"refs/heads/{prefix}")
    return 200, [{"ref": one} for one in told.split()]


def _commit(host: Host, _: Any, sha: str) -> Answer:
    return 200, {"tree": {"sha": host.git("rev-parse", f"{sha}^{{tree}}")}}


def _tree(host: Host, _: Any, sha: str) -> Answer:
    entries = []
    for line in host.git("ls-tree", "-r", "-t", sha).splitlines():
        about, path = line.split("\t")
        mode, kind, name = about.split()
        entries.append({"path": path, "mode": mode, "type": kind, "sha": name})
    return 200, {"tree": entries, "truncated": False}


def _blob(host: Host, _: Any, sha: str) -> Answer:
    content = subprocess.run(
        ["git", "cat-file", "blob", sha], cwd=host.bare, check=True, capture_output=True
    ).stdout
    return 200, {"content": base64.b64encode(content).decode(), "encoding": "base64"}


def _new_blob(host: Host, sent: Any) -> Answer:
    content = base64.b64decode(sent["content"])
    return 201, {"sha": host.git("hash-object", "-w", "--stdin", given=content)}


def _new_tree(host: Host, sent: Any) -> Answer:
    index = ["-c", "core.bare=true"]
    host.git(*index, "read-tree", sent["base_tree"])
    for one in sent["tree"]:
        entry = f"{one['mode']},{one['sha']},{one['path']}"
        host.git(*index, "update-index", "--add", "--cacheinfo", entry)
    return 201, {"sha": host.git("write-tree")}


def _new_commit(host: Host, sent: Any) -> Answer:
    parents = [word for parent in sent["parents"] for word in ("-p", parent)]
    who = ["-c", "user.name=An editor", "-c", "user.email=editor@hub.police.uk"]
    sha = host.git(*who, "commit-tree", sent["tree"], *parents, given=sent["message"].encode())
    return 201, {"sha": sha}


def _new_ref(host: Host, sent: Any) -> Answer:
    host.git("update-ref", sent["ref"], sent["sha"], "")
    return 201, {"ref": sent["ref"]}


def _new_pull(host: Host, sent: Any) -> Answer:
    number = len(host.pulls) + 1
    held = {**sent, "number": number, "html_url": f"{host.address}/{NAME}/pull/{number}"}
    host.pulls.append(held)
    return 201, held


_WAYS = (
    ("GET ", _repository),
    (r"GET /git/ref/heads/(\S+)", _ref),
    (r"GET /git/matching-refs/heads/(\S+)", _matching),
    (r"GET /git/commits/([0-9a-f]{40})", _commit),
    (r"GET /git/trees/([0-9a-f]{40})\?recursive=1", _tree),
    (r"GET /git/blobs/([0-9a-f]{40})", _blob),
    ("POST /git/blobs", _new_blob),
    ("POST /git/trees", _new_tree),
    ("POST /git/commits", _new_commit),
    ("POST /git/refs", _new_ref),
    ("POST /pulls", _new_pull),
)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.handle_one("GET")

    def do_POST(self) -> None:
        self.handle_one("POST")

    def handle_one(self, method: str) -> None:
        host: Host = self.server.host
        length = int(self.headers.get("Content-Length") or 0)
        sent = json.loads(self.rfile.read(length)) if length else None
        prefix = f"/repos/{NAME}"
        if host.is_down:
            status, body = 503, {}
        elif self.headers.get("Authorization") != f"Bearer {KEY}":
            status, body = 401, {"message": "Bad credentials"}
        elif not self.path.startswith(prefix):
            status, body = 404, {"message": "Not Found"}
        else:
            host.asked.append(f"{method} {self.path.removeprefix(prefix)}")
            status, body = host.answer(method, self.path.removeprefix(prefix), sent)
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format, *args):  # noqa: A002
        pass


@contextmanager
def fake_host(work: Path, bare: Path) -> Iterator[Host]:
    """Serve a copy of a repository as a host would, while the block runs."""
    subprocess.run(["git", "clone", "-q", "--bare", str(work), str(bare)], check=True)
    host = Host(bare)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.host = host
    host.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
