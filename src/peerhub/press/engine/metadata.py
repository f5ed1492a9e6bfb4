"""What a PDF says of itself: its properties, and the XMP metadata that repeats them.

Both must agree (ISO 19005-2 clause 6.6.2.2). The XMP claims PDF/A-2a and PDF/UA-1; PDF/A knows
nothing of the second claim's name, so the metadata also defines it (clause 6.6.2.3).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pikepdf import String

from peerhub.models.licence import HUB, LICENCE_ADDRESS, RIGHTS
from peerhub.models.site import Stamp

PRODUCER = HUB


@dataclass(frozen=True)
class Description:
    """A PDF's title, subject, edition and language."""

    title: str
    subject: str
    date: dt.date
    edition: str
    commit: str | None = None
    revision: int | None = None
    """That of a material, which is then of no edition."""
    language: str = "en-GB"

    @classmethod
    def of(cls, title: str, subject: str, stamp: Stamp) -> Description:
        """Return what a document of a stamp says of itself."""
        return cls(title, subject, stamp.date, stamp.edition, stamp.commit, stamp.revision)

    @property
    def keywords(self) -> str:
        """Return the edition, and the commit it was made from where that is known."""
        if self.revision is not None:
            return f"Revision {self.revision}"
        commit = f", commit {self.commit}" if self.commit else ""
        return f"Edition {self.edition}{commit}"


def properties(about: Description) -> dict[str, String]:
    """Return the document information dictionary. Its day is the edition's, at midnight UTC."""
    moment = f"D:{about.date:%Y%m%d}000000Z"
    return {
        "/Title": String(about.title),
        "/Subject": String(about.subject),
        "/Keywords": String(about.keywords),
        "/Producer": String(PRODUCER),
        "/CreationDate": String(moment),
        "/ModDate": String(moment),
    }


def xmp(about: Description) -> bytes:
    """Return the XMP packet of a document that meets PDF/A-2a and PDF/UA-1."""
    moment = f"{about.date.isoformat()}T00:00:00Z"
    return _PACKET.format(
        title=escape(about.title),
        subject=escape(about.subject),
        keywords=escape(about.keywords),
        producer=escape(PRODUCER),
        language=escape(about.language),
        rights=escape(RIGHTS),
        licence=escape(LICENCE_ADDRESS),
        moment=moment,
    ).encode()


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:publisher><rdf:Bag><rdf:li>{producer}</rdf:li></rdf:Bag></dc:publisher>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:WebStatement>{licence}</xmpRights:WebStatement>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the document meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
