"""Puts a built site on a publishing branch with mike, which keeps the editions beside each other.

Run by `peerhub.editions` as a program of its own. The site is built already: mike's own way of
building would choose the engine by what is installed, and would not be strict.
"""

import argparse
import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from mike import commands, git_utils

from peerhub.editions import EditionShelf, signposts
from peerhub.editions.edition_shelf import LATEST

ORIGIN = "origin"


def main() -> None:
    """Put an edition on the branch, and bring the root of the branch up to date."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("edition")
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--branch", required=True)
    parser.add_argument("--template", type=Path, required=True)
    parser.add_argument("--commit", required=True)
    parser.add_argument("--date", required=True)
    parser.add_argument("--latest", action="store_true", help="give it the name 'latest' as well")
    asked = parser.parse_args()
    try:
        git_utils.update_from_upstream(ORIGIN, asked.branch)
        put_edition(asked)
        put_root(asked)
    except (git_utils.GitError, ValueError) as error:
        parser.exit(1, f"mike: {error}\n")


def put_edition(asked: argparse.Namespace) -> None:
    """Commit the site in a folder of its own; the newest one in `latest` too."""
    config = {"site_dir": str(asked.site), "use_directory_urls": True}
    made_from = {"commit": asked.commit, "date": asked.date}
    with (
        unless_unchanged(),
        commands.deploy(
            config,
            asked.edition,
            aliases=[LATEST] if asked.latest else [],
            update_aliases=True,
            alias_type=commands.AliasType.copy,
            branch=asked.branch,
            message=f"Publish edition {asked.edition}, made from {asked.commit}",
            set_props=[("", made_from)],
        ),
    ):
        pass


def put_root(asked: argparse.Namespace) -> None:
    """Lead from the root, and from every lasting address, to the newest edition."""
    with unless_unchanged():
        commands.set_default(
            LATEST,
            asked.template,
            branch=asked.branch,
            message=f"Lead from the root to {LATEST}",
        )
    template = asked.template.read_text("utf-8")
    signs, copies = signposts(pages_on(asked.branch), LATEST, template)
    message = f"Lead from the lasting addresses to edition {asked.edition}"
    with unless_unchanged(), git_utils.Commit(asked.branch, message) as commit:
        for path, content in signs.items():
            commit.add_file(git_utils.FileInfo(path, content))
        if asked.latest:
            for path in copies:
                commit.add_file(git_utils.FileInfo(path, (asked.site / path).read_bytes()))


def pages_on(branch: str) -> dict[str, list[str]]:
    """Return the files of each folder of editions on the branch, `latest` first."""
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "--full-tree", "--name-only", branch],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    shelf = EditionShelf.from_json(commands.list_versions(branch).dumps())
    pages: dict[str, list[str]] = {LATEST: [], **{str(name): [] for name in shelf.editions}}
    for path in listed:
        folder, _, rest = path.partition("/")
        if folder in pages:
            pages[folder].append(rest)
    return pages


@contextlib.contextmanager
def unless_unchanged() -> Iterator[None]:
    """Let a commit that would change nothing pass."""
    with contextlib.suppress(git_utils.GitEmptyCommit):
        yield


if __name__ == "__main__":
    main()
