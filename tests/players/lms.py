"""A learning system that serves packages, opens them, and remembers every request it is sent."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

HERE = Path(__file__).parent
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".xml": "text/xml"}
TOKEN = "c2VjcmV0OnRva2Vu"
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "a1"}}
REGISTRATION = "0a3fbf9c-7d32-4b0e-9d1c-2f5a6ec1f0aa"
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
SESSION = {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1"}
PLAYER = """<!doctype html><html lang="en-GB"><title>Player</title>
<script src="/players/scorm12.min.js"></script>
<script>
window.calls = [];
window.API = new Scorm12API({autocommit: false, lmsCommitUrl: "/commit", logLevel: 5});
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const was = API[name].bind(API);
  API[name] = (...given) => { calls.push([name, ...given]); return was(...given); };
}
</script>
<iframe src="/package/%s/index.html" title="Lesson" style="width: 100%%; height: 40rem"></iframe>
</html>"""
RECORDER = """<!doctype html><html lang="en-GB"><title>Recorder</title>
<script>
window.calls = [];
const held = { "cmi.core.lesson_status": STATUS, "cmi.core.lesson_mode": "normal" };
const noted = (name, answer) => (...given) => {
  calls.push([name, ...given]);
  return answer(...given);
};
window.API = {
  LMSInitialize: noted("LMSInitialize", () => "true"),
  LMSGetValue: noted("LMSGetValue", (key) => held[key] ?? ""),
  LMSSetValue: noted("LMSSetValue", (key, value) => { held[key] = value; return ACCEPTS; }),
  LMSCommit: noted("LMSCommit", () => "true"),
  LMSFinish: noted("LMSFinish", () => "true"),
  LMSGetLastError: () => "0",
};
</script>
<iframe src="/package/%s/index.html" title="Lesson"></iframe></html>"""
LIBRARY = """<!doctype html><html lang="en-GB"><title>Library</title>
<script src="/players/cmi5.min.js"></script></html>"""


@dataclass
class Learning:
    """The system: what it serves, how it opens a lesson, and what it was told."""

    address: str = ""
    packages: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    statements: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    committed: list[Any] = field(default_factory=list)
    mode: str = "Normal"

    def add(self, name: str, content: bytes) -> None:
        """Take a package in, as a system does when somebody brings it one."""
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            self.packages[name] = {one: opened.read(one) for one in opened.namelist()}

    def forget(self) -> None:
        """Begin a new registration, of which nothing is known."""
        self.statements.clear()
        self.asked.clear()
        self.committed.clear()
        self.mode = "Normal"

    def launch(self, page: str, activity: str) -> str:
        """Return the address at which a cmi5 lesson is opened (cmi5, 8.1)."""
        query = {
            "endpoint": f"{self.address}/xapi",
            "fetch": f"{self.address}/fetch",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": activity,
        }
        return f"{self.address}{page}?{urlencode(query)}"

    def answer(self, method: str, path: str, query: dict[str, Any], body: bytes) -> Any:
        """Return what is served: bytes and their type, a status, or anything as JSON."""
        if path.startswith("/package/"):
            _, _, name, file = path.split("/", 3)
            found = self.packages.get(name, {}).get(file)
            return 404 if found is None else (found, TYPES[Path(file).suffix])
        if path.startswith("/players/"):
            return (HERE / path.rsplit("/", 1)[1]).read_bytes(), "text/javascript"
        if path.startswith("/play/"):
            return (PLAYER % path.rsplit("/", 1)[1]).encode(), "text/html"
        if path.startswith("/record/"):
            page = RECORDER % path.rsplit("/", 1)[1]
            for key, known in (("STATUS", "not attempted"), ("ACCEPTS", "true")):
                page = page.replace(key, json.dumps(query.get(key.lower(), [known])[0]))
            return page.encode(), "text/html"
        if path == "/library":
            return LIBRARY.encode(), "text/html"
        if path == "/fetch" and method == "POST":
            return {"auth-token": TOKEN}
        if path == "/commit":
            self.committed.append(json.loads(body or b"null"))
            return {"result": True, "errorCode": 0}
        return self._xapi(method, path, query, body)

    def _xapi(self, method: str, path: str, query: dict[str, Any], body: bytes) -> Any:
        if path == "/xapi/activities/state" and query.get("stateId") == ["LMS.LaunchData"]:
            extensions = dict(SESSION)
            grouping = [{"objectType": "Activity", "id": "https://lms.example/course"}]
            context = {"contextActivities": {"grouping": grouping}, "extensions": extensions}
            return {"contextTemplate": context, "launchMode": self.mode, "moveOn": "Completed"}
        if path == "/xapi/statements" and method in ("POST", "PUT"):
            said = json.loads(body)
            new = said if isinstance(said, list) else [said]
            self.statements += new
            return [one["id"] for one in new]
        if path == "/xapi/statements":
            verb = query["verb"][0]
            return {"statements": [one for one in self.statements if one["verb"]["id"] == verb]}
        return 404


@contextmanager
def learning() -> Iterator[Learning]:
    """Run a learning system while the block runs."""
    system = Learning()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def _answer(self) -> None:
            place = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            system.asked.append((self.command, place.path))
            told = system.answer(self.command, place.path, parse_qs(place.query), body)
            status, kind, content = 200, "application/json", b""
            if isinstance(told, int):
                status = told
            elif isinstance(told, tuple):
                content, kind = told
            else:
                content = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = _answer  # noqa: N815

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    system.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield system
    finally:
        server.shutdown()
