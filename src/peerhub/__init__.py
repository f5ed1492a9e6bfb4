"""The Peer Support Hub: checked data in; pages, posters and feeds out."""

import os

__version__ = "2026.1"

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No plugin of pydantic's is used; looking for some reads what every package says of itself."""
