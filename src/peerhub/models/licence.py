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
