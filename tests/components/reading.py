"""Reads HTML as a person would: the words in order, and the tags that matter."""

from __future__ import annotations

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if data.strip():
            self.words.append(" ".join(data.split()))


def words(html: str) -> list[str]:
    """Return every piece of text, in the order it is read."""
    reader = _Reader()
    reader.feed(html)
    return reader.words


def tags(html: str, name: str) -> list[dict[str, str | None]]:
    """Return the attributes of every tag of a name, in order."""
    reader = _Reader()
    reader.feed(html)
    return [attributes for tag, attributes in reader.tags if tag == name]


def links(html: str) -> list[str | None]:
    """Return where every link leads, in order."""
    return [anchor.get("href") for anchor in tags(html, "a")]
