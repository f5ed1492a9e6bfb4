"""Where the card of a page stands, for those who show it where the page's address is shared."""

FOLDER = "social"


def card_path(address: str) -> str:
    """Return the path of a page's card below the site: "social/forces/kent.png"."""
    return f"{FOLDER}/{address.strip('/') or 'home'}.png"
