"""Office files put in order: whose they are, what they hold, and what their formats ask for.

Programs that write office files leave traces of themselves and of their templates: another
program's name, an empty folder that no list names, a picture of the template, a printer's settings.
Here each goes, and the lists that name the parts are written from the parts that are there.

OOXML: ECMA-376 parts 1 and 2. OpenDocument: ISO/IEC 26300, parts 2 and 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from lxml import etree

from peerhub.models.licence import HUB, RIGHTS

PRODUCER = HUB
Files = Sequence[tuple[str, bytes]]

_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{PRODUCER}</Application></Properties>"
).encode()
_LEFT_BEHIND = re.compile(r"docProps/(custom\.xml|thumbnail\.\w+)$|(^|/)printerSettings\d*\.bin$")
_RELATION = re.compile(r"<Relationship [^>]*?/>")
_OVERRIDE = re.compile(r'<Override [^>]*?PartName="/(?P<part>[^"]*)"[^>]*?/>')
_DEFAULT = re.compile(r'<Default [^>]*?Extension="(?P<ending>[^"]*)"[^>]*?/>')
_TARGET = re.compile(r'Target="[^"]*?(?P<name>[^"/]*)"')
_REMARK = re.compile(r"<dc:description>[^<]*</dc:description>|<dc:description ?/>")
_RIGHTS = f"<dc:description>{escape(RIGHTS)}</dc:description>"
"""Neither format has a place for rights; people see this one as a comment (OOXML) or a remark."""

_CREATOR = re.compile(r"<dc:creator>[^<]*</dc:creator>|<dc:creator ?/>")


def ooxml(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the parts of a DOCX or PPTX with our own properties and without a template's rest."""
    kept = [(name, part) for name, part in files if not _LEFT_BEHIND.search(name)]
    names = {name for name, _ in kept}
    return [(name, _ooxml_part(name, part, names)) for name, part in kept]


def _ooxml_part(name: str, part: bytes, names: set[str]) -> bytes:
    if name == "docProps/app.xml":
        return _APP
    if name == "docProps/core.xml":
        text = _CREATOR.sub("", _REMARK.sub("", part.decode()))
        ours = f"<dc:creator>{PRODUCER}</dc:creator>{_RIGHTS}"
        return f"{ours}</".join(text.rsplit("</", 1)).encode()
    if name.endswith(".rels"):
        return _RELATION.sub(_still_there, part.decode()).encode()
    if name == "[Content_Types].xml":
        endings = {name.rsplit(".", 1)[-1] for name in names}
        text = _OVERRIDE.sub(lambda one: one[0] if one["part"] in names else "", part.decode())
        return _DEFAULT.sub(lambda one: one[0] if one["ending"] in endings else "", text).encode()
    return part


def _still_there(relation: re.Match[str]) -> str:
    target = _TARGET.search(relation[0])
    left = target is not None and re.match(
        r"custom\.xml|thumbnail\.|printerSettings", target["name"]
    )
    return "" if left else relation[0]


THUMBNAIL = "docProps/thumbnail.jpeg"
_THUMBNAIL = (
    '<Relationship Id="rIdThumbnail" Type="http://schemas.openxmlformats.org/package/2006/'
    f'relationships/metadata/thumbnail" Target="{THUMBNAIL}"/></Relationships>'
)


def with_thumbnail(files: Iterable[tuple[str, bytes]], jpeg: bytes) -> list[tuple[str, bytes]]:
    """Return the parts of a DOCX or PPTX with a small picture of its first page (OPC, part 2)."""
    parts = dict(files)
    rels, types = parts["_rels/.rels"].decode(), parts["[Content_Types].xml"].decode()
    parts["_rels/.rels"] = rels.replace("</Relationships>", _THUMBNAIL).encode()
    if 'Extension="jpeg"' not in types:
        kind = '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        types = re.sub(r"(?<=[^/]>)(?=<(?:Default|Override))", kind, types, count=1)
    parts["[Content_Types].xml"] = types.encode()
    return [*parts.items(), (THUMBNAIL, jpeg)]


_MANIFEST = "META-INF/manifest.xml"
_SPARE = re.compile(r"^(Configurations2|Thumbnails)/|/$|^manifest\.rdf$|^layout-cache$")
_GENERATOR = re.compile(r"<meta:generator>[^<]*</meta:generator>")
_NOBODY = re.compile(
    r"\s*<(?P<of>dc:creator|meta:initial-creator|meta:keyword|dc:description)>\s*</(?P=of)>"
    r"|\s*<meta:(?:template|user-defined|document-statistic|editing-cycles)\b"
    r"[^>]*(?:/>|>[^<]*</meta:[\w-]+>)"
)
_VERSION = re.compile(r'office:version="([^"]*)"')
_NAMED = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"
_AUTOMATIC = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}automatic-styles"


def opendocument(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the parts of an ODT, ODP or ODS in order: its kind first, its list written anew.

    Automatic styles that nothing uses go.
    """
    parts = {name: part for name, part in files if not _SPARE.search(name)}
    parts["meta.xml"] = _about(parts["meta.xml"])
    parts["content.xml"] = _used_alone(parts["content.xml"])
    parts[_MANIFEST] = _manifest(parts)
    return sorted(parts.items(), key=lambda file: (file[0] != "mimetype", file[0]))


def _about(meta: bytes) -> bytes:
    text = _NOBODY.sub("", meta.decode())
    text = _REMARK.sub("", text).replace("</office:meta>", f"{_RIGHTS}</office:meta>")
    ours = f"<meta:generator>{PRODUCER}</meta:generator>"
    if _GENERATOR.search(text):
        return _GENERATOR.sub(ours, text).encode()
    return re.sub(r"<office:meta>", f"<office:meta>{ours}", text).encode()


def _used_alone(content: bytes) -> bytes:
    """Return the content without automatic styles to which nothing refers."""
    tree = etree.fromstring(content)
    text = content.decode()
    for styles in tree.iter(_AUTOMATIC):
        for style in list(styles):
            name = style.get(_NAMED)
            if name is not None and len(re.findall(rf'"{re.escape(name)}"', text)) == 1:
                styles.remove(style)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def _manifest(parts: dict[str, bytes]) -> bytes:
    """Return the list of a package's parts, each with its media type (part 2, clause 4)."""
    kind = parts["mimetype"].decode().strip()
    found = _VERSION.search(parts["content.xml"].decode())
    version = found[1] if found else "1.3"
    rows = [f'manifest:media-type="{kind}" manifest:full-path="/" manifest:version="{version}"']
    rows += [
        f'manifest:media-type="{_CHART}" manifest:full-path="{escape(name)}"'
        for name in sorted(name.removesuffix("content.xml") for name in parts)
        if name.endswith("/")
    ]
    rows += [
        f'manifest:media-type="{_media_type(name)}" manifest:full-path="{escape(name)}"'
        for name in sorted(parts)
        if name not in ("mimetype", _MANIFEST)
    ]
    entries = "".join(f"<manifest:file-entry {row}/>" for row in rows)
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest:manifest xmlns:manifest="{space}" manifest:version="{version}">{entries}'
        "</manifest:manifest>"
    ).encode()


_CHART = "application/vnd.oasis.opendocument.chart"
"""The only documents within our documents: each in a folder of its own."""
_TYPES = {"xml": "text/xml", "png": "image/png", "svg": "image/svg+xml", "jpg": "image/jpeg"}


def _media_type(name: str) -> str:
    return _TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
