"""The command `peerhub`: check, build, new, posters and serve.

Each command loads what it needs when it is carried out, so that none waits for what another needs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from peerhub import __version__
from peerhub.catalogue import Catalogue, Issues, load
from peerhub.catalogue.report import FORMATS, written
from peerhub.hub import Hub
from peerhub.models.event_parts import LONDON
from peerhub.orders.command import add_posters
from peerhub.sound import tell
from peerhub.stopped import Stopped
from peerhub.words import counted

ROOT = Path(__file__).resolve().parents[2]


READING = ("check", "due", "schemas")
"""The commands that print nothing."""

LIGHT = (*READING, "build", "serve", "posters", "join", "demo", "stage")
"""The commands that are known without loading what all others do: every save waits for some."""


def command() -> NoReturn:
    """Run the command as a program of its own, and end it.

    What only reads ends at once: taking a whole catalogue apart again would take as long as some
    of the checks.
    """
    status = main()
    if sys.argv[1] in READING:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # whoever read it has gone
                stream.flush()
        os._exit(status)
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 1 after saying what is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser(words[0] if words else "").parse_args(arguments)
    root: Path = options.root.resolve()
    try:
        if options.command in READING:
            gc.disable()  # it reads once, and ends
        else:
            gc.enable()
            _count_workers(getattr(options, "workers", None))
        return int(options.run(root, options) or 0)
    except Issues as issues:
        if getattr(options, "format", "text") != "text":
            print(written(issues.issues, options.format))
        print(issues, file=sys.stderr)
    except Stopped as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 130
    finally:
        gc.enable()
    return 1


def _count_workers(asked: str | None) -> None:
    """Say for all that comes how many processes print. Raises PressError for no such number."""
    from peerhub.press.engine.pool import WORKERS, worker_count

    if asked is not None:
        os.environ[WORKERS] = asked
    worker_count()


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="peerhub", description="The Peer Support Hub.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    commands = parser.add_subparsers(required=True, metavar="command", dest="command")

    check = commands.add_parser("check", help="check every data file and page")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--explain", metavar="CODE", help="say what a code such as PH012 means")
    check.add_argument("--today", type=dt.date.fromisoformat, help="warn as on this day")
    check.add_argument(
        "--write-ledger",
        action="store_true",
        help="note every event, poster, service and material as it is",
    )
    check.set_defaults(run=_check)

    dues = commands.add_parser("due", help="list what is to be looked through, by owner")
    dues.add_argument("--month", help="up to the end of this month (2027-02; default: this one)")
    dues.add_argument("--today", type=dt.date.fromisoformat, help="overdue as on this day")
    dues.set_defaults(run=_due)

    printing = argparse.ArgumentParser(add_help=False)
    printing.add_argument("--workers", help="processes that print (default: one a processor)")

    building = commands.add_parser(
        "build", parents=[printing], help="build the site and its posters"
    )
    building.add_argument("--site-dir", type=Path, help="where to (default: site)")
    building.add_argument(
        "--today", type=dt.date.fromisoformat, help="tell readers what is late on this day"
    )
    building.set_defaults(run=_build)

    add_posters(commands, printing, _opened)

    demo = commands.add_parser(
        "demo", parents=[printing], help="build the demonstration of invented forces"
    )
    demo.add_argument("--site-dir", type=Path, help="where to (default: site-demo)")
    demo.set_defaults(run=_demo)

    serve = commands.add_parser(
        "serve", parents=[printing], help="show the site, and rebuild it as you edit"
    )
    serve.add_argument("--address", default="127.0.0.1:8000", help="host and port")
    serve.add_argument("--posters", action="store_true", help="make the posters too")
    serve.set_defaults(run=_serve)

    staging = commands.add_parser("stage", help="write the hub as plain pages for any site engine")
    staging.add_argument("folder", type=Path, help="where to: a new folder, or a staged one")
    staging.add_argument("--pages-only", action="store_true", help="print nothing beside them")
    staging.set_defaults(run=_stage)
    schemas = commands.add_parser("schemas", help="write the schemas that editors complete from")
    schemas.set_defaults(run=_schemas)
    if command not in LIGHT:
        _add_others(commands)
    return parser


def _add_others(commands: Any) -> None:
    """Add the commands that change the project, or bring the hub to its readers."""
    from peerhub.admin.command import add_admin
    from peerhub.difference.command import add_diff
    from peerhub.editing.form import kinds
    from peerhub.editing.taking import add_take_form
    from peerhub.editing.translating import add_translate
    from peerhub.evaluation.command import add_evaluate
    from peerhub.mending import add_fix
    from peerhub.offline.command import add_offline
    from peerhub.publish.command import add_commands
    from peerhub.seal.command import add_verify

    new = commands.add_parser("new", help="add an event, a module, a page, a poster …")
    new.add_argument("what", choices=("event", "observances", *kinds()))
    new.add_argument("--answers", type=Path, help="a YAML file of answers, in place of questions")
    new.add_argument("--year", type=int, help="the year of the observances")
    new.add_argument("--yes", action="store_true", help="add them without asking")
    new.set_defaults(run=_new)

    add_admin(commands)
    add_fix(commands)
    add_diff(commands)
    add_translate(commands)
    add_take_form(commands, _checked)
    add_commands(commands)
    add_verify(commands)
    add_offline(commands)
    add_evaluate(commands, _opened)


def _check(root: Path, options: argparse.Namespace) -> int:
    if options.explain:
        return _explain(options.explain)
    hub = Hub.proven(root)
    if options.write_ledger:
        hub.write_ledgers(_today())
    tell(hub, options.today or _today(), options.format)
    return 0


def _explain(word: str) -> int:
    """Say what a code means."""
    from peerhub.faults.rule import explained, rules

    rule = {code.value: rule for code, rule in rules().items()}.get(word.strip().upper())
    if rule is None:
        print(
            f"There is no code '{word}'. Codes are {min(rules())} to {max(rules())}.",
            file=sys.stderr,
        )
        return 1
    print(explained(rule))
    return 0


def _schemas(root: Path, _: argparse.Namespace) -> None:
    """Write each schema that is behind the models."""
    from peerhub.catalogue.schemas import write_schemas

    changed = write_schemas(root)
    print("\n".join(f"Wrote {path}" for path in changed) or "Every schema is as it should be.")


def _due(root: Path, options: argparse.Namespace) -> int:
    """Print what is due, by owner."""
    from peerhub.questions.due import due, last_of_month, told

    today = options.today or _today()
    try:
        until = last_of_month(options.month or f"{today:%Y-%m}")
    except ValueError:
        print(f"{options.month!r} is not a month. Write it like 2027-02.", file=sys.stderr)
        return 1
    found = load(root, today)
    print(told(found, due(found, until), today, until), end="")
    return 0


def _today() -> dt.date:
    return dt.datetime.now(LONDON).date()


def _checked(root: Path) -> Catalogue:
    return Hub.proven(root).catalogue


def _new(root: Path, options: argparse.Namespace) -> None:
    from peerhub.editing.adding import new_thing
    from peerhub.editing.command import event_from, new_event, new_observances
    from peerhub.editing.form import kinds

    if options.what in kinds():
        new_thing(root, options.what, _today(), input, print, _checked, options.answers)
    elif options.what == "event" and options.answers:
        event_from(root, _today(), options.answers, print)
    elif options.what == "event":
        new_event(root, _today(), input, print)
    else:
        new_observances(root, _today(), options.year, options.yes, input, print)


def _build(root: Path, options: argparse.Namespace) -> None:
    from peerhub import unchanged
    from peerhub.build import build

    site = options.site_dir or root / "site"
    print("Looking at what has changed", file=sys.stderr, flush=True)
    made_of = unchanged.inputs(root, options.today)
    if unchanged.stands(root, site, made_of):
        print(f"Nothing has changed: the site in {site} is what a build would make.")
        return
    build(root, site, os.environ, day=options.today)
    unchanged.note(root, site, made_of)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"The site is in {site}: {counted(pages, 'page')}. To look at it: make serve")


def _opened(root: Path) -> Catalogue:
    return Hub.open(root).catalogue


def _demo(root: Path, options: argparse.Namespace) -> None:
    site = options.site_dir or root / "site-demo"
    from peerhub.demonstration import build_demonstration

    banded = build_demonstration(root, site, os.environ)
    print(f"The demonstration is in {site}: its banner is on {counted(banded, 'PDF')}.")


def _stage(root: Path, options: argparse.Namespace) -> None:
    from peerhub.stage import stage

    count = stage(root, options.folder, prints=not options.pages_only)
    print(f"The hub is staged in {options.folder}: {counted(count, 'page')}.")


def _serve(root: Path, options: argparse.Namespace) -> None:
    from peerhub.build import engine_environment

    command = [sys.executable, "-P", "hooks/preview.py", "--address", options.address]
    if options.posters:
        command.append("--posters")
    os.chdir(root)
    os.execve(sys.executable, command, engine_environment(os.environ))
