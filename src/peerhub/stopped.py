"""What a command stops at: the one kind of exception whose words are for whoever typed it."""

from __future__ import annotations


class Stopped(Exception):
    """`str()` of it says in lines what is wrong and what to do; no trace is shown."""
