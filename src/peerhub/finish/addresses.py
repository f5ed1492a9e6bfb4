"""Site-absolute addresses made relative, so that a page works below any folder and from a disk."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"""(?P<before>\s(?:href|src|action)=")/(?P<rest>(?!/)[^"]*)(?=")""")


def relative_addresses(html: str, page_url: str) -> str:
    """Return the page with each address that starts with "/" made relative to the page.

    `page_url` is the page's own address below the site's root: "" for the home page,
    "forces/kent/" for a page in a folder, "search/index.html" for a file.
    """
    up = "../" * page_url.count("/")

    def relative(found: re.Match[str]) -> str:
        return f"{found['before']}{(up + found['rest']) or './'}"

    return _ADDRESS.sub(relative, html)


def rooted_addresses(html: str, base: str) -> str:
    """Return a page that is served at any address (404) with its addresses below `base`.

    `base` is the path of the site's root: "/" or "/2026.1/".
    """
    return _ADDRESS.sub(lambda found: f"{found['before']}{base}{found['rest']}", html)
