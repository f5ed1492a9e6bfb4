"""What may be done with the hub's words and pictures, in the one wording that every file bears."""

from __future__ import annotations

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
TERMS = "about/using/"
"""The page that says it in plain words, below the hub's address."""

HUB = "Peer Support Hub"
"""Whose files they are, in properties that are read where no catalogue is."""

ORIGIN = f"From the {HUB}, {LICENCE}"
"""What we ask people to say, and what every file says of itself."""

RIGHTS = f"{ORIGIN}, {LICENCE_ADDRESS}"
"""The same with the licence's own address, for properties that nobody prints."""

PICTURE = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{RIGHTS}</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:WebStatement>{LICENCE_ADDRESS}</xmpRights:WebStatement>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
"""The XMP packet of a picture: PNG and WebP files carry one, as PDFs do."""
