"""Mending what is safe to mend: what an editor meant is plain, and nothing else may change."""

from peerhub.mending.command import MendingStopped, add_fix

__all__ = ["MendingStopped", "add_fix"]
