"""The preview's server shows files as they are, and pages with what is new and what is wrong."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request

import pytest

from peerhub.preview.run import CannotShow, _server
from peerhub.preview.server import News, panel, serve, with_news

PAGE = '<!doctype html><html><head><title>Hub</title></head><body class="kind-page"><p>Ŵ</p></body>'


@pytest.fixture
def shown(tmp_path):
    """A site of one page, its news, and a way to ask for an address of it."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text(PAGE.replace("Ŵ", "Not here"), encoding="utf-8")
    (tmp_path / "hub.css").write_text("p {}", encoding="utf-8")
    news = News("today")
    server = serve(tmp_path, "127.0.0.1", 0, news)

    def ask(path: str) -> tuple[int, str, str]:
        address = f"http://127.0.0.1:{server.server_port}{path}"
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read().decode()

    yield news, ask
    server.shutdown()
    server.server_close()


def test_a_page_waits_for_news_and_any_other_file_is_as_it_was(shown):
    _, ask = shown
    status, kind, html = ask("/about/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<script src="/.preview/reload.js" data-state="today-0" defer></script></head>' in html
    assert "<p>Ŵ</p>" in html
    assert ask("/hub.css") == (200, "text/css; charset=utf-8", "p {}")
    assert ask("/about")[2] == html  # by way of its real address
    assert ask("/.preview/reload.js")[1] == "text/javascript; charset=utf-8"


def test_a_fault_stands_at_the_top_of_the_page_and_goes_when_it_is_mended(shown):
    news, ask = shown
    news.tell(["data/forces.yml:9:3: 'nam' <b>"])
    html = ask("/about/")[2]
    assert html.index("data/forces.yml:9:3: &#x27;nam&#x27; &lt;b&gt;") < html.index("<p>Ŵ</p>")
    assert 'role="alert"' in html
    news.tell()
    assert 'role="alert"' not in ask("/about/")[2]


def test_a_browser_that_waits_hears_of_the_next_state(shown):
    news, ask = shown
    heard: list[str] = []
    waiting = threading.Thread(
        target=lambda: heard.append(json.loads(ask("/.preview/news?after=today-0")[2])["state"])
    )
    waiting.start()
    news.tell()
    waiting.join(timeout=10)
    assert heard == ["today-1"]
    assert news.after("today-0") == "today-1"  # and one that comes late hears it at once
    assert news.after("today-1", seconds=0.01) == "today-1"


def test_an_address_that_is_not_there_shows_the_sites_own_page(shown):
    _, ask = shown
    status, _, html = ask("/nowhere/")
    assert status == 404
    assert "Not here" in html
    assert "/.preview/reload.js" in html
    assert ask("/.preview/secrets")[0] == 404
    assert ask("/../../etc/passwd")[0] == 404


def test_no_panel_stands_where_nothing_is_wrong():
    assert panel([]) == ""
    assert with_news("<body>", News("x")).endswith("<body>")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:http", "127.0.0.1:99999999"])
def test_an_address_that_cannot_be_is_told_in_a_line(tmp_path, address):
    with pytest.raises(CannotShow, match=r"--address\.$|Write it like 127\.0\.0\.1:8000\.$"):
        _server(tmp_path, address, News("x"))


def test_an_address_that_is_taken_is_told_in_a_line(tmp_path):
    first = _server(tmp_path, "127.0.0.1:0", News("x"))
    taken = f"127.0.0.1:{first.server_port}"
    with pytest.raises(CannotShow, match=f"^Nothing can be shown at {taken}: .* --address"):
        _server(tmp_path, taken, News("y"))
    first.shutdown()
    first.server_close()
