"""Publishing from a scratch repository with a site of three pages, without the real build."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from peerhub.catalogue import Catalogue
from peerhub.editions import EditionStopped, Published, publish, publishing
from peerhub.editions.publishing import PUBLISHER
from tests.components import specimens as some
from tests.editions.scratch import Scratch
from tests.editions.test_objections import SITE

PROJECT = Path(__file__).parents[2]


def build(project: Path, stamped: Mapping[str, str]) -> bool:
    """Write a site whose pages carry the stamp and whatever stands in `pages/`."""
    shutil.rmtree(project / "site", ignore_errors=True)
    for source in (project / "pages").iterdir():
        page = project / "site" / ("" if source.name == "home" else source.name) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"{source.read_text()} {' '.join(stamped.values())}")
    (project / "site" / "calendar.ics").write_text(stamped["PEERHUB_EDITION"])
    return True


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    monkeypatch.setattr(publishing, "load", lambda _: Catalogue(site=SITE))
    for variable in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(variable, raising=False)
    scratch = Scratch.make(tmp_path / "a project")
    program = scratch.root / PUBLISHER
    program.parent.mkdir()
    shutil.copy(PROJECT / PUBLISHER, program)
    (scratch.root / ".gitignore").write_text("/site/\n")
    (scratch.root / "pages").mkdir()
    for name in ("home", "train", "old"):
        (scratch.root / "pages" / name).write_text(name)
    scratch.commit("Begin")
    return scratch


def put(scratch: Scratch, version: str, **options: object) -> Published:
    quiet = {"say": lambda _: None, "build": build, "branch": "gh-pages"}
    return publish(scratch.root, version, **{**quiet, **options})


def test_the_first_edition_is_the_latest_and_the_root_leads_to_it(scratch: Scratch) -> None:
    published = put(scratch, "2026.1")
    assert published.is_latest
    assert scratch.versions() == [("2026.1", ["latest"])]
    assert scratch.tree("latest") == scratch.tree("2026.1")
    assert 'url=latest/"' in scratch.published("index.html")
    assert 'url=../latest/train/"' in scratch.published("train/index.html")
    assert ".nojekyll" in scratch.paths()


def test_pages_carry_the_edition_the_commit_and_its_time(scratch: Scratch) -> None:
    commit = put(scratch, "2026.1").commit
    page = scratch.published("2026.1/train/index.html")
    assert page == f"train 2026.1 {commit.name} {commit.seconds} latest gh-pages"
    assert commit.name == scratch.git("rev-parse", "--short=10", "main").strip()


def test_a_second_edition_stands_beside_the_first(scratch: Scratch) -> None:
    put(scratch, "2026.1")
    before = scratch.tree("2026.1")
    (scratch.root / "pages" / "old").unlink()
    scratch.commit("Drop a page")
    put(scratch, "2026.2")
    assert scratch.versions() == [("2026.2", ["latest"]), ("2026.1", [])]
    assert scratch.tree("2026.1") == before
    assert scratch.tree("latest") == scratch.tree("2026.2")
    assert 'url=../2026.1/old/"' in scratch.published("old/index.html")
    assert scratch.published("calendar.ics") == "2026.2"


def test_replacing_an_older_edition_leaves_latest_where_it_is(scratch: Scratch) -> None:
    put(scratch, "2026.1")
    put(scratch, "2026.2")
    (scratch.root / "pages" / "train").write_text("mended")
    scratch.commit("Mend a page")
    published = put(scratch, "2026.1", force=True)
    assert not published.is_latest
    assert scratch.versions() == [("2026.2", ["latest"]), ("2026.1", [])]
    assert scratch.published("2026.1/train/index.html").startswith("mended")
    assert scratch.published("latest/train/index.html").startswith("train 2026.2")
    assert scratch.published("calendar.ics") == "2026.2"


def test_replacing_an_edition_with_the_same_one_changes_nothing(scratch: Scratch) -> None:
    put(scratch, "2026.1")
    before = scratch.git("rev-parse", "gh-pages")
    put(scratch, "2026.1", force=True)
    assert scratch.git("rev-parse", "gh-pages") == before


def test_the_shelf_tells_when_and_from_what_an_edition_was_made(scratch: Scratch) -> None:
    commit = put(scratch, "2026.1").commit
    assert f'"commit": "{commit.name}"' in scratch.published("versions.json")
    assert f'"date": "{commit.day}"' in scratch.published("versions.json")


def test_another_branch_can_be_chosen(scratch: Scratch) -> None:
    put(scratch, "2026.1", branch="trial")
    assert "latest/index.html" in scratch.paths("trial")


def test_an_edition_on_the_server_counts_as_published(scratch: Scratch) -> None:
    put(scratch, "2026.1")
    scratch.git("update-ref", "refs/remotes/origin/gh-pages", "gh-pages")
    scratch.git("branch", "--delete", "--force", "gh-pages")
    with pytest.raises(EditionStopped, match=r"^Edition 2026.1 is already published on gh-pages"):
        put(scratch, "2026.1")
    put(scratch, "2026.2")
    assert scratch.versions() == [("2026.2", ["latest"]), ("2026.1", [])]


def test_a_file_nobody_committed_stops_it(scratch: Scratch) -> None:
    (scratch.root / "new page.md").write_text("")
    with pytest.raises(EditionStopped) as stopped:
        put(scratch, "2026.1")
    assert stopped.value.reasons == (
        "The work tree differs from the last commit: new page.md. "
        "Commit the changes, or undo them.",
    )


def test_a_build_that_fails_publishes_nothing(scratch: Scratch) -> None:
    with pytest.raises(EditionStopped, match=r"^The build failed, so nothing was published"):
        put(scratch, "2026.1", build=lambda *_: False)
    assert "gh-pages" not in scratch.git("branch", "--list")


@pytest.mark.parametrize("published_before", [True, False])
def test_publishing_that_fails_halfway_leaves_the_branch_as_it_was(
    scratch: Scratch, published_before: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    if published_before:
        put(scratch, "2026.1")
    program = scratch.root / PUBLISHER
    program.write_text(
        program.read_text().replace("put_root(asked)\n    except", "raise ValueError\n    except")
    )
    scratch.commit("Break the publisher")
    before = scratch.git("for-each-ref")
    with pytest.raises(EditionStopped, match=r"so gh-pages is what it was"):
        put(scratch, "2026.2")
    assert scratch.git("for-each-ref") == before
    assert capfd.readouterr().err.startswith("mike: ")


def test_help_that_nobody_has_looked_through_in_time_stops_it(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    past = {"review_by": dt.date(2026, 1, 1)}
    late = some.service(id="helpline", publish="yes").model_copy(update=past)
    monkeypatch.setattr(publishing, "load", lambda _: Catalogue(site=SITE, services=(late,)))
    with pytest.raises(EditionStopped, match="overdue for review: helpline"):
        put(scratch, "2026.1")
