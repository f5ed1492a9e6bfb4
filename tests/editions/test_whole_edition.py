"""Two editions of the real hub, published one after the other in a scratch repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2
import pytest

from peerhub.editions.edition_shelf import LATEST
from tests.editions.scratch import Scratch

PROJECT = Path(__file__).parents[2]
ADDRESS = "https://hub.police.uk/"
FIRST, SECOND = "2026.1", "2026.2"

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class World:
    """What the publishing branch holds, as a web server would show it."""

    scratch: Scratch
    root: Path
    commits: dict[str, str]
    """The commit that each edition was made from."""

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")


def copy_project(to: Path) -> Scratch:
    """Return a repository with everything the project would commit now, at a real address."""
    scratch = Scratch.make(to)
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, to / name)
    site = to / "data" / "site.yml"
    settled, count = re.subn(r"(?m)^(  address: ).*$", rf"\g<1>{ADDRESS}", site.read_text("utf-8"))
    assert count == 1
    site.write_text(settled, "utf-8")
    return scratch


def make_edition(scratch: Scratch, version: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "peerhub.editions", version],
        cwd=scratch.root,
        env={**os.environ, "PYTHONPATH": str(scratch.root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def with_one_sheet(posters: Path) -> None:
    """Leave each design its A4 sheet alone: an edition is as much an edition with fewer files."""
    text, count = re.subn(r"(?m)^  sizes: \[.*\]$", "  sizes: [a4]", posters.read_text())
    assert count
    posters.write_text(text)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("editions")
    scratch = copy_project(folder / "the project")
    with_one_sheet(scratch.root / "data" / "posters.yml")
    commits = {}
    for version in (FIRST, SECOND):
        with (scratch.root / "docs/about/index.md").open("a") as page:
            page.write(f"\nWritten for {version}.\n")
        commits[version] = scratch.commit(f"Prepare {version}")
        done = make_edition(scratch, version)
        assert done.returncode == 0, done.stdout + done.stderr
    root = folder / "served"
    scratch.git("clone", "--quiet", "--branch", "gh-pages", ".", str(root))
    yield World(scratch, root, commits)
    shutil.rmtree(folder, ignore_errors=True)


def test_both_editions_are_there_and_latest_is_the_newest(world: World) -> None:
    assert world.scratch.versions() == [(SECOND, [LATEST]), (FIRST, [])]
    assert world.scratch.tree(LATEST) == world.scratch.tree(SECOND)
    assert "Written for 2026.2" in world.read("latest/about/index.html")
    assert "Written for 2026.2" not in world.read("2026.1/about/index.html")


@pytest.mark.parametrize("version", [FIRST, SECOND])
@pytest.mark.parametrize("page", ["index.html", "support/index.html", "forces/kent/index.html"])
def test_pages_carry_edition_date_and_commit(world: World, version: str, page: str) -> None:
    text = world.read(f"{version}/{page}")
    year = world.scratch.git("show", "--no-patch", "--format=%cs", "main")[:4]
    assert re.search(rf"Edition {version}, \d+ \w+ {year}", text)
    assert world.commits[version] in text


@pytest.mark.parametrize("version", [FIRST, SECOND])
def test_posters_carry_the_edition(world: World, version: str) -> None:
    posters = sorted((world.root / version / "posters").rglob("kent-*.pdf"))
    assert posters
    for poster in posters:
        document = pypdfium2.PdfDocument(poster)
        text = "".join(page.get_textpage().get_text_range() for page in document)
        assert version in text, poster
        document.close()


def test_the_version_selector_finds_its_data_from_every_edition(world: World) -> None:
    for folder in (FIRST, SECOND, LATEST):
        page = world.read(f"{folder}/forces/kent/index.html")
        script = re.search(r'<script src="([^"]*versions\.js)"', page)
        assert script, folder
        path = urlsplit(urljoin(f"{ADDRESS}{folder}/forces/kent/", script[1])).path
        assert (world.root / path.lstrip("/")).is_file()
        assert (world.root / folder / ".." / "versions.json").resolve().is_file()


def test_a_reader_goes_from_a_poster_to_the_newest_edition_and_back_to_an_older_one(
    world: World, serve, chromium
) -> None:
    host = serve(world.root)
    page = chromium.new_context().new_page()
    page.goto(f"{host}/forces/kent/")
    page.wait_for_url(f"{host}/{LATEST}/forces/kent/")
    assert page.locator("h1").inner_text() == "Kent Police"
    chosen = page.locator("#editions select")
    chosen.wait_for()
    assert chosen.locator("option").all_inner_texts() == ["2026.2, the newest", "2026.1"]
    chosen.select_option(FIRST)
    page.locator("#editions button").click()
    page.wait_for_url(f"{host}/{FIRST}/forces/kent/")
    page.context.close()


def test_a_reader_without_scripts_is_led_on_as_well(world: World, serve, chromium) -> None:
    host = serve(world.root)
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(host)
    page.wait_for_url(f"{host}/{LATEST}/")
    page.context.close()


def test_every_lasting_address_leads_somewhere(world: World) -> None:
    newest = [path.relative_to(world.root / LATEST) for path in (world.root / LATEST).rglob("*")]
    pages = [path for path in newest if path.name == "index.html"]
    assert len(pages) > 50
    for page in pages:
        href = re.search(r'url=([^"]*)"', world.read(str(page)))
        assert href, page
        target = (world.root / page).parent / href[1] / "index.html"
        assert target.resolve() == world.root / LATEST / page


def test_lasting_files_are_those_of_the_newest_edition(world: World) -> None:
    files = [
        path.relative_to(world.root / LATEST)
        for pattern in ("api/**/*.json", "events/*.ics", "posters/**/*.pdf", "404.html")
        for path in (world.root / LATEST).glob(pattern)
    ]
    assert len(files) > 50
    for file in files:
        assert (world.root / file).read_bytes() == (world.root / LATEST / file).read_bytes()


def test_the_page_for_unknown_addresses_finds_its_style_from_anywhere(world: World) -> None:
    style = re.search(r'<link rel="stylesheet" href="([^"]+)"', world.read("404.html"))
    assert style
    path = urlsplit(urljoin(f"{ADDRESS}no/such/page/", style[1])).path
    assert (world.root / path.lstrip("/")).is_file()


@pytest.mark.parametrize("folder", [FIRST, SECOND, LATEST])
def test_search_engines_are_led_to_the_newest_edition(world: World, folder: str) -> None:
    page = world.read(f"{folder}/forces/kent/index.html")
    assert f'<link rel="canonical" href="{ADDRESS}latest/forces/kent/">' in page
    assert f"<loc>{ADDRESS}latest/forces/kent/</loc>" in world.read("sitemap.xml")


def test_no_page_leads_to_an_address_that_is_only_an_example(world: World) -> None:
    pages = (world.root / SECOND).rglob("*.html")
    assert [page for page in pages if ".example/" in page.read_text("utf-8")] == []


def test_an_edition_is_never_published_twice_by_accident(world: World) -> None:
    done = make_edition(world.scratch, SECOND)
    assert done.returncode == 1
    assert done.stderr == (
        "Edition 2026.2 is already published on gh-pages. "
        "Publish the next one: make edition VERSION=2026.3, or replace it with FORCE=1.\n"
    )
