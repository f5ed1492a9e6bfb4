"""The sitemap tells search engines the true day of a page's last change, or none."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Mapping
from html import escape

URL = re.compile(r"<url>\s*<loc>(?P<loc>[^<]*)</loc>.*?</url>\s*", re.DOTALL)
PATH = "sitemap.xml"

INDEX = """\
<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"""

MOST = 45_000
"""Pages that one file names. Search engines read no more than 50,000 of one."""

DAY = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def dated(text: str, base: str, days: Mapping[str, dt.date], unlisted: frozenset[str]) -> str:
    """Return a sitemap with the days of those pages whose day is known, and no other.

    `days` and `unlisted` are by address below `base` ("/support/"); what is unlisted is left out.
    """

    def one(found: re.Match[str]) -> str:
        address = "/" + found["loc"].removeprefix(base)
        if address in unlisted:
            return ""
        day = days.get(address)
        bare = DAY.sub("", found[0])
        if day is None:
            return bare
        return bare.replace("</loc>", f"</loc>\n         <lastmod>{day.isoformat()}</lastmod>")

    return URL.sub(one, text)


def in_files(text: str, base: str) -> dict[str, str]:
    """Return a sitemap by its path below the site; of too many pages, parts and what names them.

    `base` is the address of the site. The file that engines know names the parts then, as the
    protocol of sitemaps has it.
    """
    pages = [found[0].strip() for found in URL.finditer(text)]
    if len(pages) <= MOST:
        return {PATH: text}
    head, foot = text[: text.index("<url>")].rstrip(), "</urlset>\n"
    parts = {
        f"sitemap.{number}.xml": "\n".join([head, *pages[start : start + MOST], foot])
        for number, start in enumerate(range(0, len(pages), MOST), 1)
    }
    places = "".join(f"<sitemap><loc>{escape(base + path)}</loc></sitemap>\n" for path in parts)
    return {PATH: f"{INDEX}\n{places}</sitemapindex>\n", **parts}


def with_packed(texts: Mapping[str, str], seconds: int) -> dict[str, bytes]:
    """Return files by path, and each as gzip beside it, with a time in `seconds` since 1970."""
    files = {path: text.encode() for path, text in texts.items()}
    packed = {f"{path}.gz": gzip.compress(file, mtime=seconds) for path, file in files.items()}
    return {**files, **packed}
