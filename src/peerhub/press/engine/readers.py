"""Twins of longer papers for other readers: plain text, and EPUB 3 for reading programs.

Both are written by pandoc from the HTML that the paper is printed from, so that the words are the
same. An EPUB says of itself what it can be read with (EPUB Accessibility 1.1, clause 2).
"""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory

import pypandoc

from peerhub.bundle import bundled, unbundled
from peerhub.models import Stamp
from peerhub.models.licence import RIGHTS
from peerhub.office_package import PRODUCER
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.office import dated, still_environment

COLUMNS = 72
"""Letters on a line of plain text."""

BEFORE_TITLE = re.compile(r'<p class="kind">(?:(?!</p>).)*</p>(?=\s*<h1>)', re.DOTALL)
"""What a paper says above its title: pandoc would give it a chapter and a second title."""


def plain_text(html: str, what: str, address: str, stamp: Stamp) -> bytes:  # noqa: ARG001
    """Return some HTML as plain text. Raises `PressError` when pandoc cannot write it."""
    return _pandoc(["--to=plain", f"--columns={COLUMNS}"], html, what, stamp)


def epub(html: str, title: str, address: str, stamp: Stamp) -> bytes:
    """Return some HTML as an EPUB 3 whose chapters are its second-level sections.

    `address` is the file's own: its identifier is worked out from that and the edition, so that the
    same words are the same bytes. Raises `PressError` when pandoc cannot write it.
    """
    about = {
        "title": title,
        "lang": "en-GB",
        "creator": PRODUCER,
        "publisher": PRODUCER,
        "rights": RIGHTS,
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"{address}#{stamp.named}").urn,
        "accessModes": ["textual"],
        "accessModeSufficient": ["textual"],
        "accessibilityFeatures": ["structuralNavigation", "tableOfContents", "readingOrder"],
        "accessibilityHazards": ["none"],
        "accessibilitySummary": "Words only, with headings, lists and tables. Nothing needs sight.",
    }
    with TemporaryDirectory(prefix="epub-") as folder:
        said, made = Path(folder) / "about.json", Path(folder) / "made.epub"
        said.write_text(json.dumps(about), encoding="utf-8")
        options = ["--to=epub3", f"--metadata-file={said}", "--split-level=2", "--toc-depth=3"]
        options += ["--epub-title-page=false", f"--output={made}"]
        _pandoc(options, BEFORE_TITLE.sub("", html), title, stamp)
        parts = [(name, dated(part, stamp)) for name, part in unbundled(made.read_bytes())]
    return bundled(sorted(parts, key=lambda part: part[0] != "mimetype"))


TWINS = {"EPUB": epub, "TXT": plain_text}
"""What writes a twin of each format, from its HTML, title, address and stamp."""


def _pandoc(options: list[str], html: str, what: str, stamp: Stamp) -> bytes:
    command = [pypandoc.get_pandoc_path(), "--sandbox", "--from=html", *options]
    environment = still_environment(stamp)
    done = subprocess.run(
        command, input=html.encode(), capture_output=True, check=False, env=environment
    )
    if done.returncode:
        raise PressError(
            f"The twin of {what} cannot be written: {done.stderr.decode().strip()}.",
            "Put the text it is made from right, then run again.",
        )
    return done.stdout
