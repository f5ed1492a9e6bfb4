"""Runs the command: `python -m peerhub`."""

from peerhub.cli import command

command()
