"""What is said when an edition cannot be published, word for word."""

import datetime as dt
from dataclasses import replace

from peerhub.editions import Edition, EditionRequest, EditionShelf, objections
from peerhub.models import Site

SITE = Site(
    name="Peer Support Hub",
    purpose="Training and posters.",
    address="https://hub.police.uk/",
    contact="contact@oscarkilo.org.uk",
    edition="2026.1",
    dated=dt.date(2026, 11, 23),
)
READY = EditionRequest(
    version="2026.2",
    year=2026,
    site=SITE,
    shelf=EditionShelf.of([Edition(2026, 1)]),
    branch="gh-pages",
    branch_here="main",
    changed=(),
    has_identity=True,
)


def said(standing: EditionRequest, force: bool = False) -> list[str]:
    return [str(objection) for objection in objections(standing, force)]


def test_nothing_stands_in_the_way_of_a_ready_edition() -> None:
    assert said(READY) == []


def test_a_version_that_names_no_edition() -> None:
    assert said(replace(READY, version="1.0")) == [
        "'1.0' is not the name of an edition. "
        "Give the year and a count: make edition VERSION=2026.2."
    ]


def test_an_edition_that_is_published_already() -> None:
    assert said(replace(READY, version="2026.1")) == [
        "Edition 2026.1 is already published on gh-pages. "
        "Publish the next one: make edition VERSION=2026.2, or replace it with FORCE=1."
    ]


def test_force_replaces_an_edition_and_forgives_nothing_else() -> None:
    standing = replace(READY, version="2026.1", changed=("a.md",))
    assert said(standing, force=True) == [
        "The work tree differs from the last commit: a.md. Commit the changes, or undo them."
    ]


def test_help_that_is_overdue() -> None:
    assert said(replace(READY, overdue=("999", "docs/support.md"))) == [
        "Help that people rely on is overdue for review: 999, docs/support.md. "
        "Look each through, set a new review_by, and commit it."
    ]


def test_an_address_that_leads_nowhere() -> None:
    site = SITE.model_copy(update={"address": "https://peer-support-hub.example/"})
    assert said(replace(READY, site=site)) == [
        "The site address https://peer-support-hub.example/ leads nowhere, and posters print it. "
        "Write the real one in data/site.yml as 'address', and commit it."
    ]


def test_a_long_list_of_changed_files_is_cut_short() -> None:
    standing = replace(READY, changed=("a.md", "b.md", "c.md", "d.md", "e.md"))
    assert said(standing) == [
        "The work tree differs from the last commit: a.md, b.md, c.md and 2 more. "
        "Commit the changes, or undo them."
    ]


def test_publishing_onto_the_branch_that_is_checked_out() -> None:
    assert said(replace(READY, branch="main")) == [
        "main is the branch you are working on. Publish to another one: BRANCH=gh-pages."
    ]


def test_nobody_to_commit_as() -> None:
    assert said(replace(READY, has_identity=False)) == [
        "git does not know in whose name to commit. "
        "Run: git config user.name '…' and git config user.email '…'."
    ]


def test_every_reason_is_given_at_once() -> None:
    standing = replace(READY, version="x", changed=("a.md",), has_identity=False)
    assert len(said(standing)) == 3


def test_events_that_the_ledger_does_not_hold() -> None:
    assert said(replace(READY, unwritten=("open-day", "course"))) == [
        "The ledger does not hold open-day, course as in the data. "
        "Run: peerhub check --write-ledger, and commit it."
    ]
