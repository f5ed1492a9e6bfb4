"""Words in XML are read again as they were."""

from __future__ import annotations

from xml.etree import ElementTree

from peerhub.feeds.xml_text import escape, quoteattr

WORDS = 'O\'Neill & "Sŵn" <b>'


def test_words_come_back_as_they_were():
    read = ElementTree.fromstring(f"<a href={quoteattr(WORDS)}>{escape(WORDS)}</a>")
    assert (read.text, read.get("href")) == (WORDS, WORDS)
