"""The parts of an OpenDocument package as XML: each with its root and the names it uses."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

VERSION = "1.3"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    **{
        name: f"{_OASIS}:{name}:1.0"
        for name in ("office", "style", "text", "table", "chart", "meta", "config")
    },
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "number": f"{_OASIS}:datastyle:1.0",
    "of": f"{_OASIS}:of:1.2",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "ooo": "http://openoffice.org/2004/office",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _PREFIXES.items())

Root = Literal["document-content", "document-styles", "document-settings", "document-meta"]


def part(root: Root, held: Markup) -> bytes:
    """Return one part of a package, with what it holds."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{root} {NAMESPACES} '
        f'office:version="{VERSION}">{held}</office:{root}>'
    ).encode()
