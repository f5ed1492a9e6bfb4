"""Where a broken link was written, so that an editor need not search for it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peerhub.finish.links import BrokenLink


def written_at(broken: Sequence[BrokenLink], root: Path) -> list[str]:
    """Return a line for each broken link, with the file and line below `root` where it stands.

    A link that no text and no data file holds was made by a template: it is told by its page.
    """
    texts = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8-sig").splitlines()
        for folder, kind in (("docs", "*.md"), ("data", "*.yml"))
        for path in sorted((root / folder).rglob(kind))
    }
    return [_line(one, texts) for one in broken]


def _line(broken: BrokenLink, texts: dict[str, list[str]]) -> str:
    own = [name for name in _texts_of(broken.page) if name in texts]
    for name in [*own, *texts]:
        for number, line in enumerate(texts[name], 1):
            for address in _spellings(broken):
                column = _column(line, address)
                if column:
                    return (
                        f"{name}:{number}:{column}: the link to {address} is broken: {broken.why}"
                    )
    return str(broken)


def _texts_of(page: str) -> Iterator[str]:
    """Return the texts that a page may be made of, the likeliest first."""
    folder = posixpath.dirname(page)
    while folder:
        yield f"docs/{folder}.md"
        yield f"docs/{folder}/index.md"
        folder = posixpath.dirname(folder)
    yield "docs/index.md"


def _spellings(broken: BrokenLink) -> Iterator[str]:
    """Return the ways in which an address may have been written before it was made relative."""
    parts = urlsplit(broken.address)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if parts.path:
        folder = posixpath.dirname(broken.page)
        path = posixpath.normpath(posixpath.join("/", folder, unquote(parts.path)))
        slash = "/" if parts.path.endswith("/") and path != "/" else ""
        yield f"{path}{slash}{fragment}"
    yield broken.address


def _column(line: str, address: str) -> int:
    """Return where an address stands in a line as a whole, counted from 1; 0 when it does not."""
    for before, after in (("(", ")"), ('"', '"'), ("'", "'"), (" ", "")):
        sought = f"{before}{address}{after}"
        at = line.find(sought)
        if at >= 0 and (after or line.endswith(sought)):
            return at + len(before) + 1
    return 0
