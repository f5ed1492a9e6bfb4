"""Runs the command when Python is asked for `-m peerhub.editions`."""

import sys

from peerhub.editions.command import main

sys.exit(main())
