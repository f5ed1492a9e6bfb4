"""Serves the desk to a browser on this machine, and to nobody else.

Whoever wants a page has to know the key that `peerhub admin` printed. A request has to come from
the page itself: another site, opened in the same browser, has neither the key nor the right host.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlsplit

from peerhub.admin.desk import FormChange, FormDesk
from peerhub.admin.store import LostConnection, NoRights
from peerhub.catalogue import Issues
from peerhub.stopped import Stopped

HOME = "/admin/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
LARGEST = 4_000_000
"""Bytes of the largest draft that is taken."""
KEY_HEADER = "X-Desk-Key"
NO_KEY = "Open the whole address that make admin has printed: this one has no key, or an old one."


@dataclass
class _Answer:
    """What is sent back."""

    status: HTTPStatus
    body: Mapping[str, Any]


class DeskServer(ThreadingHTTPServer):
    """Serves one desk on 127.0.0.1; `key` is what its pages have to know."""

    daemon_threads = True

    def __init__(self, desk: FormDesk, key: str, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.desk = desk
        self.key = key

    @property
    def address(self) -> str:
        """The address to open, with the key in it."""
        return f"http://127.0.0.1:{self.server_port}{HOME}?key={self.key}"

    def knows(self, key: str) -> bool:
        """Say whether a key is the right one."""
        return hmac.compare_digest(key.encode(), self.key.encode())

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser leaves before it has read everything."""


class _Handler(BaseHTTPRequestHandler):
    """Answers with the page, its parts, and what the desk says."""

    server: DeskServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a part of the page, or what stands in the data."""
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if not self._is_ours():
            self._refuse()
        elif parts.path == HOME:
            self._page(asked.get("key", ""))
        elif parts.path == f"{HOME}api/lists":
            self._told(
                lambda: {"store": self.server.desk.store.words, "lists": self.server.desk.lists()}
            )
        elif parts.path == f"{HOME}api/record":
            kind, identity = asked.get("kind", ""), asked.get("id", "")
            self._told(lambda: self.server.desk.record(kind, identity))
        else:
            self._part(parts.path.removeprefix(HOME))

    def do_POST(self) -> None:
        """Check a draft, or keep it."""
        path = urlsplit(self.path).path
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST or self.headers.get("Transfer-Encoding"):
            self.close_connection = True
            self._json(
                _Answer(
                    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                    {"said": "This is too large to be a draft."},
                )
            )
            return
        content = self.rfile.read(length)
        if not self._is_ours() or self.headers.get_content_type() != "application/json":
            self._refuse()
        elif path == f"{HOME}api/check":
            self._told(lambda: asdict(self.server.desk.check(_changes(_read(content)))))
        elif path == f"{HOME}api/save":
            self._told(lambda: self._saved(_read(content)))
        else:
            self._json(_Answer(HTTPStatus.NOT_FOUND, {"said": "There is nothing here."}))

    def _saved(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        return asdict(self.server.desk.save(str(sent.get("title", "")), _changes(sent)))

    def _is_ours(self) -> bool:
        """Say whether a request is for this machine by its own name, and from no other site."""
        host = self.headers.get("Host", "")
        port = self.server.server_port
        if host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return False
        site = self.headers.get("Sec-Fetch-Site", "none")
        origin = self.headers.get("Origin", f"http://{host}")
        return site in ("none", "same-origin") and origin == f"http://{host}"

    def _refuse(self) -> None:
        self._json(_Answer(HTTPStatus.FORBIDDEN, {"said": NO_KEY}))

    def _told(self, ask: Any) -> None:
        """Send what the desk says, or why it says nothing; only to a page that knows the key."""
        if not self.server.knows(self.headers.get(KEY_HEADER, "")):
            self._refuse()
            return
        try:
            answer = _Answer(HTTPStatus.OK, ask())
        except NoRights as error:
            answer = _Answer(HTTPStatus.FORBIDDEN, {"said": str(error)})
        except LostConnection as error:
            answer = _Answer(HTTPStatus.SERVICE_UNAVAILABLE, {"said": str(error)})
        except (Stopped, Issues) as error:
            answer = _Answer(HTTPStatus.UNPROCESSABLE_ENTITY, {"said": str(error)})
        self._json(answer)

    def _page(self, key: str) -> None:
        if not self.server.knows(key):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", f"{NO_KEY}\n".encode())
            return
        page = files(__package__).joinpath("page", "desk.html").read_text(encoding="utf-8")
        self._send(HTTPStatus.OK, "text/html", page.replace("KEY", self.server.key).encode())

    def _part(self, name: str) -> None:
        place = files(__package__).joinpath("page")
        held = {one.name for one in place.iterdir()} - {"desk.html"}
        if name not in held:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is nothing here.\n")
            return
        kind = TYPES[name.rpartition(".")[2]]
        self._send(HTTPStatus.OK, kind, place.joinpath(name).read_bytes())

    def _json(self, answer: _Answer) -> None:
        body = json.dumps(answer.body, ensure_ascii=False).encode()
        self._send(answer.status, "application/json", body)

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: the key stands in the address."""


def _read(content: bytes) -> dict[str, Any]:
    """Return what a page sent. Raises Stopped where that is nothing it could have sent."""
    try:
        sent = json.loads(content)
    except ValueError:
        sent = None
    if not isinstance(sent, dict):
        raise Stopped("The page sent nothing that can be read. Load it again.")
    return sent


def _changes(sent: Mapping[str, Any]) -> list[FormChange]:
    try:
        return [
            FormChange(str(one["kind"]), str(one["id"]), str(one["state"]), dict(one["value"]))
            for one in sent["changes"]
        ]
    except (KeyError, TypeError, ValueError):
        raise Stopped("The page sent a draft that cannot be read. Load it again.") from None
