"""A sitemap tells true days, and no page that leads nowhere."""

from __future__ import annotations

import datetime as dt

from peerhub.finish.sitemap import dated

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
