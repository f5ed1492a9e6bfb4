"""A sitemap tells true days, and no page that leads nowhere."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

from peerhub.finish import sitemap
from peerhub.finish.sitemap import dated, in_files

BASE = "https://hub.example/"
MADE = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url>
         <loc>https://hub.example/</loc>
         <lastmod>2026-11-23</lastmod>
    </url>
    <url>
         <loc>https://hub.example/support/</loc>
         <lastmod>2026-11-23</lastmod>
    </url>
    <url>
         <loc>https://hub.example/old/</loc>
         <lastmod>2026-11-23</lastmod>
    </url>
</urlset>
"""


def test_a_page_has_its_own_day_or_none_and_what_is_unlisted_is_left_out():
    days = {"/support/": dt.date(2026, 11, 1)}
    assert dated(MADE, BASE, days, frozenset({"/old/"})) == (
        """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url>
         <loc>https://hub.example/</loc>
    </url>
    <url>
         <loc>https://hub.example/support/</loc>
         <lastmod>2026-11-01</lastmod>
    </url>
    </urlset>
"""
    )


def test_a_sitemap_of_too_many_pages_is_in_files_that_one_names(monkeypatch):
    assert in_files(MADE, BASE) == {"sitemap.xml": MADE}
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = in_files(MADE, BASE)
    assert list(files) == ["sitemap.xml", "sitemap.1.xml", "sitemap.2.xml"]
    trees = {name: ElementTree.fromstring(text.encode()) for name, text in files.items()}

    def places(name: str) -> list[str]:
        return [one.text for one in trees[name].iterfind(".//{*}loc")]

    assert places("sitemap.xml") == [f"{BASE}sitemap.1.xml", f"{BASE}sitemap.2.xml"]
    assert places("sitemap.1.xml") == [BASE, f"{BASE}support/"]
    assert places("sitemap.2.xml") == [f"{BASE}old/"]
    assert trees["sitemap.xml"].tag.endswith("}sitemapindex")
    assert trees["sitemap.2.xml"].tag == trees["sitemap.1.xml"].tag
    assert "<lastmod>2026-11-23</lastmod>" in files["sitemap.2.xml"]
