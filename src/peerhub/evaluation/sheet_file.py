"""Opens a file that somebody sent: the parts of its ZIP, within limits, and each part's XML.

Nothing of a file is trusted. Its size is looked at before it is read, and what is packed in it
before it is unpacked; no part is unpacked to more than it says; XML with a document type is
refused, and no entity is looked up. `zipfile` and `lxml` do the work. Of libraries for whole
spreadsheets, openpyxl and odfdo read one of the two formats each; python-calamine reads both,
without notes and hidden rows; and none stops at limits like these.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from peerhub.evaluation.layout import LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a file of Office before 2007 begins, and how Office packs a file with a password."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    etree.XMLSyntaxError,
)
"""What goes wrong when a file is not what it says: errors of unpacking and of reading XML."""
DEEPEST = 100
"""How many elements of XML may stand within each other."""

_DECLARED = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_LOCKED = 1


class SheetRefused(Exception):
    """A file that cannot be read at all; `code` says why, as `messages.py` has it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class SheetFile:
    """The parts of one file; each is unpacked when it is asked for."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]

    @property
    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self.entries.keys()

    def text(self, name: str) -> str:
        """Return what a part says. Raises SheetRefused("damaged") where there is no such part."""
        try:
            said = self._bytes(name).decode("utf-8-sig")
        except BROKEN:
            raise SheetRefused("damaged") from None
        if _DECLARED.search(said):
            raise SheetRefused("damaged")
        return said

    def tree(self, name: str) -> Any:
        """Return a part's XML, without comments. Raises SheetRefused("damaged")."""
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            tree = etree.fromstring(self.text(name).encode(), parser)
        except BROKEN:
            raise SheetRefused("damaged") from None
        if _is_deep(tree):
            raise SheetRefused("damaged")
        return tree

    def _bytes(self, name: str) -> bytes:
        """Return a part unpacked: never more than it says, whatever is packed in it."""
        entry = self.entries[name]
        with self.archive.open(entry) as packed:
            held = packed.read(entry.file_size)
        if len(held) != entry.file_size:
            raise ValueError(name)
        return held


def opened(content: bytes) -> SheetFile:
    """Return the parts of a file. Raises SheetRefused with the first thing that stops it."""
    if len(content) > LARGEST_FILE:
        raise SheetRefused("too-large")
    if content.startswith(OLD_OFFICE):
        raise SheetRefused("password")
    if not content.startswith(b"PK"):
        raise SheetRefused("not-a-sheet")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN:
        raise SheetRefused("damaged") from None
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > LARGEST_UNPACKED:
        raise SheetRefused("too-large")
    named = {one.filename.replace("\\", "/"): one for one in entries}
    usual = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if len(named) != len(entries) or any(one.compress_type not in usual for one in entries):
        raise SheetRefused("damaged")
    if any(one.flag_bits & _LOCKED for one in entries):
        raise SheetRefused("password")
    return SheetFile(archive, named)


def _is_deep(tree: Any) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST + 1:
            return True
    return False
