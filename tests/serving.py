"""A built site, served from this machine as its host would serve it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import brotli

PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")
"""Endings of what a host sends packed."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # noqa: A002
        pass

    def send_error(self, code, message=None, explain=None):
        """Show the site's own page for unknown addresses, as its host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Packing(_Quiet):
    """Keeps its connections and packs what can be packed, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """Send a file packed, where the browser takes it so."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        takes = "br" in self.headers.get("Accept-Encoding", "").replace(" ", "").split(",")
        if not (takes and path.is_file() and path.suffix in PACKED):
            super().do_GET()
            return
        body = _packed(path)
        kept = "no-cache" if path.suffix == ".html" else "public, max-age=31536000, immutable"
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", kept)
        self.end_headers()
        self.wfile.write(body)


@cache
def _packed(path: Path) -> bytes:
    return brotli.compress(path.read_bytes())


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Say nothing when a browser leaves before it has read everything."""


@contextmanager
def served(folder: Path, *, packed: bool = False) -> Iterator[str]:
    """Serve a folder while the block runs; give its address, without a slash at its end."""
    handler = functools.partial(_Packing if packed else _Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
