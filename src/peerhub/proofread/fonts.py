"""Fonts that nothing could be set in: no font at all, or one that is cut short or damaged."""

from __future__ import annotations

import struct

_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_WOFF = (b"wOF2", b"wOFF")
_NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
_ENTRY = struct.Struct(">4s3L")
"""A table's tag, sum, place and length, as OpenType's directory of tables gives them."""


def font_fault(content: bytes) -> str | None:
    """Return what is wrong with the bytes of a font file (TTF, OTF, WOFF, WOFF2), or None.

    Each table of a TTF must be whole, by the sum that OpenType's directory gives of it.
    """
    if content.startswith(_WOFF):
        whole = len(content) >= 12 and struct.unpack_from(">L", content, 8)[0] == len(content)
        return None if whole else "it is cut short"
    if not content.startswith(_SFNT) or len(content) < 12:
        return "it is no font"
    count = struct.unpack_from(">H", content, 4)[0]
    if len(content) < 12 + _ENTRY.size * count:
        return "it is cut short"
    tables = [_ENTRY.unpack_from(content, 12 + _ENTRY.size * at) for at in range(count)]
    for tag, total, start, length in tables:
        if start + length > len(content):
            return "it is cut short"
        if _sum(tag, content[start : start + length]) != total:
            return f"its table '{tag.decode('latin-1').strip()}' is damaged"
    lost = _NEEDED - {tag for tag, *_ in tables}
    return f"it has no table '{min(lost).decode()}'" if lost else None


def _sum(tag: bytes, table: bytes) -> int:
    """Return a table's sum; that of `head` is taken without the sum of the whole it holds."""
    if tag == b"head":
        table = table[:8] + bytes(4) + table[12:]
    words = table + bytes(-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(words) // 4}L", words))
    return total & 0xFFFFFFFF
