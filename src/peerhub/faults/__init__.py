"""What can be wrong with a project: each kind of fault has a code that stays."""

from peerhub.faults.code import Code

__all__ = ["Code"]
