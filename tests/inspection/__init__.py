"""The inspection of the whole site, whose results the accessibility statement tells."""
