"""Real web servers, each serving a folder of this machine with the hub's own rules."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.projects import ROOT

UNPACKED = ROOT / ".venv" / "servers"
"""Where setup/prepare puts what this machine has not."""

NGINX = """
daemon off;
worker_processes 1;
{user}
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
  include {types};
  access_log off;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {site}/hosting/nginx.conf;
  }}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {site}
	import {site}/hosting/Caddyfile
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Running:
    """A server that answers."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        asked.request(
            "GET", path, headers={key.replace("_", "-"): one for key, one in headers.items()}
        )
        told = asked.getresponse()
        return Answer(told.status, told.headers, told.read())


def program(name: str) -> str:
    """Return the path of a server's program, the machine's own or the one that was unpacked."""
    folders = (os.environ["PATH"], "/usr/sbin", UNPACKED / "usr/sbin", UNPACKED / "usr/bin")
    found = shutil.which(name, path=os.pathsep.join(map(str, folders)))
    assert found, f"{name} is missing: run make test, which fetches it"
    return found


def _types() -> Path:
    both = (UNPACKED / "etc/nginx/mime.types", Path("/etc/nginx/mime.types"))
    return next(one for one in both if one.is_file())


@contextlib.contextmanager
def serving(name: str, site: Path, work: Path) -> Iterator[Running]:
    """Serve a folder with nginx or Caddy for as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    work.mkdir(parents=True)
    given = {"port": port, "site": site, "work": work}
    if name == "nginx":
        # Without it, workers of a server that root starts are somebody who may not read the folder.
        user = "" if os.geteuid() else "user root;"
        text = NGINX.format(types=_types(), user=user, **given)
        command = [program("nginx"), "-e", "stderr", "-p", str(work), "-c", str(work / "conf")]
    else:
        text = CADDY.format(**given)
        command = [
            program("caddy"),
            "run",
            "--config",
            str(work / "conf"),
            "--adapter",
            "caddyfile",
        ]
    (work / "conf").write_text(text, encoding="utf-8")
    with (work / "said").open("w") as said:
        server = subprocess.Popen(
            command, stdout=said, stderr=said, env={**os.environ, "HOME": str(work)}
        )
    try:
        _wait(server, port, work / "said")
        yield Running(port)
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen[bytes], port: int, said: Path) -> None:
    """Wait until it listens; it either does or ends."""
    while server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.02)
    raise AssertionError(said.read_text(encoding="utf-8"))
