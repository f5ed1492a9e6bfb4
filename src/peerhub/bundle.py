"""ZIP archives whose bytes depend on their contents alone, and lists that tell how to make one.

A host that has every file of a pack by itself need not keep the pack as well: the list of its parts
is enough for a reader's browser to put the same bytes together.
"""

from __future__ import annotations

import hashlib
import io
import json
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Moment = tuple[int, int, int, int, int, int]
"""Year, month, day, hour, minute, second."""

EPOCH: Moment = (2020, 1, 1, 0, 0, 0)
"""The day every file in an archive is given: a ZIP cannot do without one."""

LIST = ".parts.json"
"""How the name of a list of parts ends, where the archive's own would end in .zip."""


def bundled(
    files: Iterable[tuple[str, bytes]], *, compress: bool = True, dated: Moment = EPOCH
) -> bytes:
    """Return a ZIP of named contents, in the order given, each of the moment `dated`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, dated)
            squeeze = compress and name != "mimetype"
            entry.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return out.getvalue()


def unbundled(archive: bytes) -> list[tuple[str, bytes]]:
    """Return the files of a ZIP, in their order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


def list_path(path: str) -> str:
    """Return where the list of an archive's parts stands, by the archive's own path."""
    return path.removesuffix(".zip") + LIST


def parts_list(archive: bytes, path: str, standing: Mapping[str, str], page: str) -> bytes:
    """Return the list from which the archive at `path` can be put together again, byte for byte.

    Nothing in the archive may be squeezed. `standing` gives the path below the site of each part
    that stands there by itself, by the part's name; what stands nowhere is text, and in the list.
    `page` is the address of the page that offers it. Places are told from where the list stands.
    """
    folder = posixpath.dirname(path)
    return _told(
        archive, {name: posixpath.relpath(one, folder) for name, one in standing.items()}, page
    )


def told_anew(
    told: bytes, read: Callable[[str], bytes], change: Callable[[str, bytes], bytes]
) -> bytes:
    """Return a list of parts as it is once the files of its parts have changed.

    `read` gives the content of a part that stands, by its place from the list; `change` what
    becomes of one that stands nowhere, by its name.
    """
    whole = json.loads(told)
    places = {one["name"]: one["at"] for one in whole["parts"] if "at" in one}
    contents = (
        (
            one["name"],
            read(one["at"]) if "at" in one else change(one["name"], one["text"].encode()),
        )
        for one in whole["parts"]
    )
    archive = bundled(contents, compress=False, dated=tuple(whole["dated"]))
    return _told(archive, places, whole["page"])


def _told(archive: bytes, places: Mapping[str, str], page: str) -> bytes:
    parts: list[dict[str, Any]] = []
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        entries = opened.infolist()
        for one in entries:
            if place := places.get(one.filename):
                sound = {"size": one.file_size, "crc": one.CRC}
                parts.append({"name": one.filename, "at": place, **sound})
            else:
                parts.append({"name": one.filename, "text": opened.read(one).decode()})
    whole = {
        "page": page,
        "size": len(archive),
        "sha256": hashlib.sha256(archive).hexdigest(),
        "dated": list(entries[0].date_time),
        "parts": parts,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
