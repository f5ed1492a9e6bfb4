"""From how many forces on they are too many for one page, one list or one script."""

from __future__ import annotations

MANY = 500
"""The most forces that one page names, and that one list to choose from holds."""
