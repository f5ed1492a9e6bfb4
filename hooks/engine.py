"""Runs the site engine, and tells trouble with the disk or a template in one line."""

from __future__ import annotations

import logging
import sys


def not_told_twice(record: logging.LogRecord) -> bool:
    """Leave out what the engine says of a page before the fault itself is told."""
    return not record.getMessage().startswith("Error building page")


def main() -> None:
    """Run the engine with the arguments of the command line."""
    from mkdocs.__main__ import cli

    from peerhub.filling import FAULTS, place_of

    logging.getLogger("mkdocs.commands.build").addFilter(not_told_twice)
    try:
        cli(prog_name="mkdocs")
    except FAULTS as error:
        place = place_of(error)
        if place is None:
            raise
        sys.exit(
            f"The template {place[0]} has a fault on line {place[1]}: {str(error).rstrip('.')}. "
            "Put that line right, then build again."
        )
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.exit(f"The engine could not go on: {error.strerror or error}{where}.")


# The press's workers start clean and read this file again; they must not build a site of their own.
if __name__ == "__main__":
    main()
