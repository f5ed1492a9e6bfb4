"""Shows a preview to browsers on this machine, with any fault at the top of the last good page."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

OWN = "/.preview/"
"""Where the preview's own parts stand; nothing of the site does."""
PATIENCE = 20.0
"""Seconds after which a browser that waits for news asks again."""
PARTS = {"reload.js": "text/javascript", "panel.css": "text/css"}
_BARE = (
    "<!doctype html><html lang='en-GB'><head><title>Preview</title></head>"
    "<body><main><h1>Preview</h1></main></body></html>"
)


@dataclass
class News:
    """What the browsers have to know: which state of the site is shown, and what is wrong."""

    began: str
    number: int = 0
    faults: tuple[str, ...] = ()
    _told: threading.Condition = field(default_factory=threading.Condition)

    @property
    def state(self) -> str:
        """The name of this state: no other, of this run or one before it, has the same."""
        return f"{self.began}-{self.number}"

    def tell(self, faults: Sequence[str] = ()) -> None:
        """Tell every browser that there is something new to see."""
        with self._told:
            self.number += 1
            self.faults = tuple(faults)
            self._told.notify_all()

    def after(self, state: str, seconds: float = PATIENCE) -> str:
        """Return the state that follows the one given, or the same when nothing happened."""
        with self._told:
            self._told.wait_for(lambda: self.state != state, seconds)
            return self.state


def panel(faults: Sequence[str]) -> str:
    """Return the HTML that tells of faults at the top of a page; nothing when there is none."""
    if not faults:
        return ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in faults)
    return (
        '<section class="preview-faults" role="alert" aria-labelledby="preview-faults">'
        '<h2 id="preview-faults">This needs mending. Below is the last good page.</h2>'
        f"<ul>{lines}</ul></section>"
    )


def with_news(html: str, news: News) -> str:
    """Return a page that tells of faults, and that a browser opens again when there is news."""
    head = (
        f'<link rel="stylesheet" href="{OWN}panel.css">'
        f'<script src="{OWN}reload.js" data-state="{escape(news.state)}" defer></script>'
    )
    html = html.replace("</head>", f"{head}</head>", 1)
    start = html.find(">", html.find("<body")) + 1
    return html[:start] + panel(news.faults) + html[start:]


class _Handler(SimpleHTTPRequestHandler):
    """Answers with files of the site, and with what is new."""

    extensions_map = {  # noqa: RUF012  as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: object, news: News, site: Path) -> None:
        self.news = news
        super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        asked = urlsplit(self.path)
        if asked.path.startswith(OWN):
            self._own(asked.path.removeprefix(OWN), parse_qs(asked.query))
            return
        page = self._page(unquote(asked.path))
        if page is None:
            super().do_GET()
        elif page.is_file():
            self._say(with_news(page.read_text(encoding="utf-8"), self.news))
        else:
            unknown = Path(self.directory, "404.html")
            html = unknown.read_text(encoding="utf-8") if unknown.is_file() else _BARE
            self._say(with_news(html, self.news), status=HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Let no browser keep anything: the next look has to be fresh."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing of each request."""

    def _page(self, path: str) -> Path | None:
        """Return the page that an address asks for; None for any other file."""
        place = Path(self.translate_path(path))
        if place.is_dir():
            return place / "index.html" if path.endswith("/") else None
        if place.is_file() and place.suffix != ".html":
            return None
        return place

    def _own(self, name: str, asked: dict[str, list[str]]) -> None:
        if name == "news":
            state = self.news.after(asked.get("after", [""])[0])
            self._say(json.dumps({"state": state}), "application/json")
        elif name in PARTS:
            text = files("peerhub.preview").joinpath(name).read_text(encoding="utf-8")
            self._say(text, PARTS[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _say(self, text: str, kind: str = "text/html", status: HTTPStatus = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def serve(site: Path, host: str, port: int, news: News) -> ThreadingHTTPServer:
    """Start to show the folder `site`, and return the server. Raises OSError."""
    server = ThreadingHTTPServer((host, port), partial(_Handler, news=news, site=site))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
