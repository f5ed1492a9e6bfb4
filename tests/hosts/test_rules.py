"""What is asked of a host, and in whose words."""

from __future__ import annotations

from peerhub.hosts.policy import HOST, PAGE
from peerhub.hosts.rules import FOR_EVER, HEADERS, HostRules, rules_of
from peerhub.hosts.writers import host_files

MOVED = HostRules("/", {"/train/old/": "/train/new/"})


def lead(site, path: str, to: str) -> None:
    page = site / path / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<head><meta http-equiv="refresh" content="0; url={to}"></head>')


def test_pages_that_lead_on_are_old_addresses(tmp_path):
    lead(tmp_path, "train/old", "../new/")
    lead(tmp_path, "codes/a", "../../posters/#kent")
    lead(tmp_path, "gone", "../")
    lead(tmp_path, "rooted", "/support/")
    (tmp_path / "index.html").write_text("<p>Home</p>")
    assert rules_of(tmp_path, "https://hub.police.uk/").moved == {
        "/train/old/": "/train/new/",
        "/codes/a/": "/posters/#kent",
        "/gone/": "/",
        "/rooted/": "/support/",
    }


def test_a_hub_below_a_folder_leads_there(tmp_path):
    lead(tmp_path, "train/old", "../new/")
    rules = rules_of(tmp_path, "https://force.police.uk/hub/")
    assert rules.moved == {"/hub/train/old/": "/hub/train/new/"}
    assert rules.not_found == "/hub/404.html"


def test_a_host_says_what_a_page_cannot(tmp_path):
    assert HOST.startswith(PAGE)
    assert "frame-ancestors 'none'" in HOST
    assert "frame-ancestors" not in PAGE


def test_every_host_is_told_every_header_and_every_old_address():
    files = host_files(MOVED)
    assert set(files) == {
        "_headers",
        "_redirects",
        ".htaccess",
        "hosting/nginx.conf",
        "hosting/Caddyfile",
    }
    for path, text in files.items():
        if path != "_redirects":
            assert all(value in text for value in HEADERS.values()), path
            assert FOR_EVER in text, path
        if path != "_headers":
            assert "/train/old/" in text, path
            assert "/train/new/" in text, path


def test_hosts_that_look_at_paths_alone_keep_assets_of_every_edition():
    text = host_files(HostRules())["_headers"]
    for path in ("/assets/*", "/:edition/assets/*"):
        assert f"\n{path}\n  Cache-Control: {FOR_EVER}\n" in text
    assert text.count("Cache-Control") == 2
