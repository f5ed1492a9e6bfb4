"""Helps editors to add records: asks, writes the YAML in place, leaves every other byte alone."""

from peerhub.editing.errors import EditError

__all__ = ["EditError"]
