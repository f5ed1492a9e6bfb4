"""The HTML of our own templates, read quickly."""

from __future__ import annotations

from xml.etree import ElementTree

import cssselect2
import lxml.etree
import lxml.html
from weasyprint import HTML
from weasyprint.urls import URLFetcher


class Source(HTML):  # type: ignore[misc]
    """HTML of our own templates, read by lxml, which is in C, and not by the parser for any page.

    `string` is a whole document without `<base>`, its tables name their `<tbody>`, and no drawing
    in it needs a capital in the name of an attribute.
    """

    def __init__(self, string: str, base_url: str, url_fetcher: URLFetcher) -> None:
        read = lxml.html.document_fromstring(string)
        root = ElementTree.fromstring(lxml.etree.tostring(read, encoding="unicode"))
        self.base_url = base_url
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root)
        self.etree_element = self.wrapper_element.etree_element
