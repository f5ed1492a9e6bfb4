"""The hub's rules, tried with a real nginx and a real Caddy."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerhub.finish.digests import versioned
from peerhub.hosts.rules import FOR_EVER, HEADERS, REVALIDATE, rules_of
from peerhub.hosts.writers import host_files
from peerhub.publish.gone import notice_path
from tests.hosts.servers import Running, serving

PAGES = {
    "index.html": "Home",
    "support/index.html": "Support",
    "train/new/index.html": "The new page",
    "train/old/index.html": '<meta http-equiv="refresh" content="0; url=../new/">',
    "404.html": "We have no such page",
    "assets/hub.css": "p{}",
    "events/calendar.ics": "BEGIN:VCALENDAR",
    "materials/a guide.pdf": "%PDF-",
    notice_path("2026.1/materials/guide.pdf"): "This old file has been taken down",
    ".well-known/security.txt": "Contact:",
    ".nojekyll": "",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    for path, text in PAGES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for path, text in host_files(rules_of(folder, "https://hub.police.uk/")).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request, site, tmp_path_factory):
    with serving(request.param, site, tmp_path_factory.mktemp("server") / "work") as running:
        yield running


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/assets/hub.css", 200), ("/materials/a%20guide.pdf", 200), ("/no/such/", 404)],
)
def test_every_answer_has_each_header_once(server: Running, path, status):
    told = server.get(path)
    assert told.status == status
    for name, value in HEADERS.items():
        assert told.headers.get_all(name) == [value]


def test_an_address_with_its_digest_is_kept_and_all_else_is_asked_for_again(server: Running):
    digested = versioned("/assets/hub.css", b"p{}")
    assert server.get(digested).headers.get_all("Cache-Control") == [FOR_EVER]
    for path in ("/", "/assets/hub.css", "/events/calendar.ics", "/support/?v=0123456789ab"):
        assert server.get(path).headers.get_all("Cache-Control") == [REVALIDATE], path
    gone = server.get(digested.replace("hub", "gone"))
    assert gone.status == 404
    assert FOR_EVER not in (gone.headers.get_all("Cache-Control") or [])


def test_what_has_not_changed_is_not_sent_again(server: Running):
    tag = server.get("/").headers["ETag"]
    assert server.get("/", If_None_Match=tag).status == 304


def test_the_address_of_a_withdrawn_file_leads_to_its_notice(server: Running):
    told = server.get("/2026.1/materials/guide.pdf")
    assert told.status in (301, 308)
    assert told.headers["Location"] == "/2026.1/materials/guide.pdf/"
    notice = server.get(told.headers["Location"])
    assert (notice.status, notice.body) == (200, b"This old file has been taken down")
    assert notice.headers["Content-Type"].startswith("text/html")


def test_an_old_address_leads_to_the_new_one(server: Running):
    told = server.get("/train/old/")
    assert (told.status, told.headers["Location"]) == (301, "/train/new/")


def test_an_unknown_address_shows_the_hubs_own_page(server: Running):
    told = server.get("/no/such/page")
    assert (told.status, told.body) == (404, b"We have no such page")
    assert told.headers["Content-Type"].startswith("text/html")


def test_kinds_of_file_are_named(server: Running):
    assert server.get("/events/calendar.ics").headers["Content-Type"].startswith("text/calendar")
    assert server.get("/materials/a%20guide.pdf").headers["Content-Type"] == "application/pdf"


def test_hidden_files_are_not_shown_but_the_well_known_ones_are(server: Running):
    assert server.get("/.htaccess").status == 404
    assert server.get("/.nojekyll").status == 404
    assert server.get("/.well-known/security.txt").status == 200
