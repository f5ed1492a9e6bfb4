"""ZIP archives whose bytes depend on their contents alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

EPOCH = (2020, 1, 1, 0, 0, 0)
"""The day every file in an archive is given: a ZIP cannot do without one."""


def bundled(files: Iterable[tuple[str, bytes]], *, compress: bool = True) -> bytes:
    """Return a ZIP of named contents, in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EPOCH)
            squeeze = compress and name != "mimetype"
            entry.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def unbundled(archive: bytes) -> list[tuple[str, bytes]]:
    """Return the files of a ZIP, in their order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]
