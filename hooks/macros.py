"""Gives Markdown its macros: `{{ services("urgent") }}` and the rest."""

from __future__ import annotations


def define_env(env):
    """Register every macro of the hub that the adapter has opened."""
    for name, macro in env.conf["extra"]["hub"].macros.items():
        env.macro(macro, name)
