"""The sitemap tells search engines the true day of a page's last change, or none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

URL = re.compile(r"<url>\s*<loc>(?P<loc>[^<]*)</loc>.*?</url>\s*", re.DOTALL)
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
