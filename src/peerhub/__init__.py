"""The Peer Support Hub: checked data in; pages, posters and feeds out."""

__version__ = "2026.1"
