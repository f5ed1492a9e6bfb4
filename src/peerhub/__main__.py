"""Runs the command: `python -m peerhub`."""

import sys

from peerhub.cli import main

sys.exit(main())
