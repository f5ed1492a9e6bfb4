"""Runs the command: `python -m peerhub`.

Two things are set before anything is loaded, since loading is a sixth of a check: what is loaded
stays, so no garbage is looked for meanwhile, and pydantic looks through every library for plugins
of its own, of which the hub has none.
"""

import gc
import os

gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from peerhub.cli import command  # noqa: E402  # after both

command()
