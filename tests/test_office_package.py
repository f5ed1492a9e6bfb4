"""Office files in order: our own properties, no rest of a template, lists that tell the truth."""

from __future__ import annotations

import re

from peerhub.office_package import ooxml, opendocument

MIME = b"application/vnd.oasis.opendocument.presentation"
CONTENT = (
    b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" o:version="1.4" '
    b'office:version="1.4" xmlns:office="urn:x"><o:automatic-styles><s:style s:name="used"/>'
    b'<s:style s:name="spare"/></o:automatic-styles><o:body s:style-name="used"/>'
    b"</o:document-content>"
)
META = (
    b"<office:meta><meta:generator>Pandoc/3.9</meta:generator><dc:creator></dc:creator>"
    b'<meta:template xlink:href="../presentation.otp"/><dc:title>A</dc:title></office:meta>'
)
ODP = [
    ("content.xml", CONTENT),
    ("meta.xml", META),
    ("mimetype", MIME),
    ("Configurations2/floater/", b""),
    ("Configurations2/accelerator/current.xml", b""),
    ("Thumbnails/thumbnail.png", b"png"),
    ("META-INF/manifest.xml", b"<old/>"),
]


def test_an_open_document_begins_with_its_kind_and_holds_nothing_of_a_template():
    made = dict(opendocument(ODP))
    assert list(made) == ["mimetype", "META-INF/manifest.xml", "content.xml", "meta.xml"]


def test_the_list_of_an_open_document_names_its_parts_with_their_types_and_its_version():
    listed = dict(opendocument(ODP))["META-INF/manifest.xml"].decode()
    rows = re.findall(r'manifest:media-type="([^"]*)" manifest:full-path="([^"]*)"', listed)
    assert rows == [(MIME.decode(), "/"), ("text/xml", "content.xml"), ("text/xml", "meta.xml")]
    # LibreOffice opens no file whose list has another version than its content.
    assert set(re.findall(r'manifest:version="([^"]*)"', listed)) == {"1.4"}


def test_an_open_document_names_us_and_no_program_template_or_empty_person():
    about = dict(opendocument(ODP))["meta.xml"].decode()
    assert "<meta:generator>Peer Support Hub</meta:generator>" in about
    assert "<dc:title>A</dc:title>" in about
    for gone in ("Pandoc", "creator", "template"):
        assert gone not in about


def test_automatic_styles_that_nothing_uses_go():
    content = dict(opendocument(ODP))["content.xml"].decode()
    assert 's:name="used"' in content
    assert "spare" not in content


def test_an_ooxml_file_names_us_and_leaves_a_templates_rest_out_of_parts_and_lists():
    relations = (
        b'<Relationships><Relationship Id="a" Target="docProps/app.xml"/>'
        b'<Relationship Id="b" Target="docProps/thumbnail.jpeg"/>'
        b'<Relationship Id="c" Target="docProps/custom.xml" /></Relationships>'
    )
    types = (
        b'<Types><Default ContentType="x" Extension="xml"/>'
        b'<Default Extension="rels" ContentType="r"/>'
        b'<Default Extension="jpeg" ContentType="image/jpeg"/>'
        b'<Override PartName="/docProps/app.xml" ContentType="a"/>'
        b'<Override PartName="/docProps/custom.xml" ContentType="c" /></Types>'
    )
    core = b"<p><dc:creator></dc:creator><dc:description>generated using x</dc:description></p>"
    made = dict(
        ooxml(
            [
                ("[Content_Types].xml", types),
                ("_rels/.rels", relations),
                ("docProps/app.xml", b"<Application>Other</Application>"),
                ("docProps/core.xml", core),
                ("docProps/custom.xml", b"<empty/>"),
                ("docProps/thumbnail.jpeg", b"jpeg"),
                ("ppt/printerSettings/printerSettings1.bin", b"bin"),
            ]
        )
    )
    assert sorted(made) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
    ]
    everything = b"".join(made.values()).decode()
    assert "<Application>Peer Support Hub</Application>" in everything
    assert "<dc:creator>Peer Support Hub</dc:creator>" in everything
    for gone in ("Other", "custom", "thumbnail", "jpeg", "generated", "printerSettings"):
        assert gone not in everything
