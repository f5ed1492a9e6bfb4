"""Addresses with a digest of what stands there, so that browsers may keep it for ever."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

LENGTH = 12
"""Characters of a SHA-256 in an address: two contents of one file that share them are no danger."""

ASSETS = "assets/"
_LOADED = re.compile(r"""(?P<before>\s(?:href|src)="/)(?P<path>assets/[^"?#]+)(?=")""")
_IN_STYLE = re.compile(r"""url\("(?P<path>[^":?#]+)"\)""")

Texts = Mapping[str, str]


def versioned(path: str, content: bytes) -> str:
    """Return an address that changes with the content."""
    return f"{path}?v={hashlib.sha256(content).hexdigest()[:LENGTH]}"


def asset_addresses(folders: Iterable[Path], made: Texts) -> dict[str, str]:
    """Return the address with its digest of every file below `assets/`, by its path.

    `folders` hold an `assets` folder each; `made` are generated files by their path, as they are
    going to stand in the site.
    """
    found = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for folder in folders
        for file in sorted((folder / ASSETS).rglob("*"))
        if file.is_file()
    }
    found |= {path: text.encode() for path, text in made.items() if path.startswith(ASSETS)}
    return {path: versioned(path, content) for path, content in found.items()}


def digested_page(html: str, addresses: Mapping[str, str]) -> str:
    """Return a page whose addresses below `/assets/` carry the digest of what stands there."""
    return _LOADED.sub(
        lambda one: f"{one['before']}{addresses.get(one['path'], one['path'])}", html
    )


def digested_styles(made: Texts, content: Callable[[str], bytes]) -> dict[str, str]:
    """Return generated files, each stylesheet with the digest of whatever it loads.

    `content` gives what stands at a path below the site. Raises FileNotFoundError.
    """
    return {
        path: _digested_style(path, text, content) if path.endswith(".css") else text
        for path, text in made.items()
    }


def _digested_style(style: str, text: str, content: Callable[[str], bytes]) -> str:
    folder = style.rpartition("/")[0]

    def address(found: re.Match[str]) -> str:
        path = found["path"]
        return f'url("{versioned(path, content(f"{folder}/{path}"))}")'

    return _IN_STYLE.sub(address, text)
