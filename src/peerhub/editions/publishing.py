"""Makes an edition: looks for reasons not to, builds it with its stamp, puts it on the branch."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue import load
from peerhub.catalogue.ledger import read_ledger, unwritten
from peerhub.catalogue.poster_ledger import read_poster_ledger, unprinted
from peerhub.catalogue.reminders import critical
from peerhub.editions.edition_shelf import LATEST, Edition
from peerhub.editions.objections import EditionRequest, objections
from peerhub.editions.repository import Commit, Repository

TEMPLATE = Path(__file__).with_name("signpost.html")
PUBLISHER = Path("hooks", "publish_edition.py")
"""The program, in the project, that puts a built site on a branch."""


class EditionStopped(Exception):
    """Why nothing was published: one line for each reason."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


@dataclass(frozen=True)
class Published:
    """An edition that stands on its branch."""

    edition: Edition
    commit: Commit
    branch: str
    is_latest: bool


Build = Callable[[Path, Mapping[str, str]], bool]


def build_site(project: Path, stamped: Mapping[str, str]) -> bool:
    """Build the site of the project as a program of its own; say whether it could."""
    command = [sys.executable, "-m", "peerhub", "--root", str(project), "build"]
    return _runs(command, project, stamped)


def publish(
    project: Path,
    version: str,
    branch: str,
    force: bool = False,
    say: Callable[[str], None] = print,
    build: Build = build_site,
) -> Published:
    """Publish an edition of the project on a branch and return what was published.

    `build` makes `site/` and says whether it could. Raises `EditionStopped` for every reason not
    to, `peerhub.catalogue.Issues` when the data has faults, and `GitTrouble` when git refuses;
    the branch is then what it was before.
    """
    repository = Repository(project)
    say("Checking the data, the pages and the work tree")
    commit = repository.head()
    catalogue = load(project)
    standing = EditionRequest(
        version=version,
        year=commit.day.year,
        site=catalogue.site,
        shelf=repository.shelf(branch),
        branch=branch,
        branch_here=repository.branch_here(),
        changed=repository.changed(),
        has_identity=repository.has_identity(),
        overdue=tuple(critical(catalogue, commit.day)),
        unwritten=(
            *unwritten(read_ledger(project)[0], catalogue.events),
            *unprinted(read_poster_ledger(project)[0], catalogue.posters, catalogue.services),
        ),
    )
    if found := objections(standing, force):
        raise EditionStopped(*map(str, found))
    edition = Edition.parse(version)
    is_latest = standing.shelf.is_newest(edition)

    say(f"Building edition {edition} from commit {commit.name}")
    if not build(project, {**stamp(edition, commit), "PEERHUB_BRANCH": branch}):
        raise EditionStopped("The build failed, so nothing was published. Its message is above.")

    say(f"Putting it on {branch}")
    _put(project, edition, commit, branch, is_latest)
    return Published(edition, commit, branch, is_latest)


def stamp(edition: Edition, commit: Commit) -> dict[str, str]:
    """Return the variables that tell a build which edition it makes, from what, and when.

    The last one is for the engine's part of mike: search engines and the page for unknown
    addresses are to lead to the newest edition, where a page is read from now on.
    """
    return {
        "PEERHUB_EDITION": str(edition),
        "PEERHUB_COMMIT": commit.name,
        "SOURCE_DATE_EPOCH": str(commit.seconds),
        "MIKE_DOCS_VERSION": LATEST,
    }


def _put(project: Path, edition: Edition, commit: Commit, branch: str, is_latest: bool) -> None:
    repository = Repository(project)
    before = repository.tip(branch)
    command = [
        *(sys.executable, "-P", str(PUBLISHER), str(edition)),
        *("--site", "site", "--branch", branch, "--template", str(TEMPLATE)),
        *("--commit", commit.name, "--date", commit.day.isoformat()),
        *(["--latest"] if is_latest else []),
    ]
    put = False
    try:
        put = _runs(command, project, {})
    finally:
        if not put:
            repository.put_back(branch, before)
    if not put:
        raise EditionStopped(f"Publishing failed, so {branch} is what it was. The reason is above.")


def _runs(command: Sequence[str], project: Path, variables: Mapping[str, str]) -> bool:
    environment = {**os.environ, **variables}
    sys.stdout.flush()
    return subprocess.run(command, cwd=project, env=environment, check=False).returncode == 0
