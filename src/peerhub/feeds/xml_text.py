"""Words as XML holds them. The standard library's own module for it loads a whole web client."""

from __future__ import annotations

from html import escape as _html


def escape(words: str) -> str:
    """Return words as the content of an element."""
    return _html(words, quote=False)


def quoteattr(words: str) -> str:
    """Return words as the value of an attribute, in its quotes."""
    return f'"{escape(words).replace(chr(34), "&quot;")}"'
