"""What browsers are allowed on the hub's pages: once for the pages and once for the hosts."""

from __future__ import annotations

PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The policy that stands in each page, for hosts that send no headers of ours."""

HOST = f"{PAGE}; frame-ancestors 'none'"
"""The same from a host, which alone can say who may show the hub inside a page (CSP 3, 3.3)."""
