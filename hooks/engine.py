"""Runs the site engine, and tells trouble with the disk in one line instead of a traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the engine with the arguments of the command line."""
    from mkdocs.__main__ import cli

    try:
        cli(prog_name="mkdocs")
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.exit(f"The engine could not go on: {error.strerror or error}{where}.")


# The press's workers start clean and read this file again; they must not build a site of their own.
if __name__ == "__main__":
    main()
