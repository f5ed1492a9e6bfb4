"""Five editions: renamed, removed, withdrawn and recalled; then every byte of them is read."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from urllib.parse import urljoin

import pytest

from peerhub.models.sought import holds
from peerhub.publish.kept import is_page
from peerhub.publish.targets.folder import FolderTarget
from peerhub.publish.texts import text_of
from tests.publish.sites import ADDRESS, NEW, OLD, SERVICE, Shelf, hub, taken, write

NEWER = "01632 960123"
MOVED = '<!doctype html><meta http-equiv="refresh" content="0; url=../talking/"><p>Moved</p>'
LINE = "<p>Ring {number}.</p>"
EDITIONS = ("2026.1", "2026.2", "2027.1", "2027.2", "2028.1")
HELD = (
    {"listening": LINE, "coping": SERVICE, "ending": "<p>End</p>"},
    {"listening": "<p>Ears</p>", "coping": SERVICE, "ending": LINE},
    {"talking": "<p>Ears</p>", "coping": SERVICE, "ending": "<p>End</p>"},
    {"talking": LINE, "coping": SERVICE},
    {"talking": "<p>Ears</p>", "coping": SERVICE, "later": "<p>doi 10.1/bad</p>"},
)
"""The modules of each edition: one is renamed, one goes, one comes; some type the number."""
NUMBERS = (OLD, NEW, NEW, NEWER, NEWER)


def packed(number: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("guide.html", f"<p>Ring {number.replace(' ', '-')}</p>")
    return held.getvalue()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Publish the five, then once more with a number, a module and a source taken back."""
    home, shelf = tmp_path_factory.mktemp("five"), Shelf()
    target = FolderTarget(home / "served")
    for name, modules, number in zip(EDITIONS, HELD, NUMBERS, strict=True):
        pages = {f"train__modules__{key}": body for key, body in modules.items()}
        pages["about__editions"] = "<p>What has changed</p>"
        site = write(home / name, number, name, **pages)
        (site / "materials/workshops/day").mkdir(parents=True)
        (site / "materials/workshops/day/pack.zip").write_bytes(packed(number))
        if "talking" in modules:
            (site / "train/modules/listening").mkdir()
            (site / "train/modules/listening/index.html").write_text(MOVED)
        now = shelf.publish(site, hub(number), name)
        with target.held():
            target.publish(now, shelf.contents)
    last = home / "last"
    shutil.copytree(site, last)
    shutil.rmtree(last / "train/modules/coping")
    shutil.rmtree(last / "train/modules/later")
    recalls = (
        taken("number", OLD),
        taken("module", "coping", "Coping", folders=("train/modules/coping/",)),
        taken("source", "bad", "10.1/bad"),
    )
    now = shelf.publish(last, hub(NEWER, recalls=recalls))
    with target.held():
        target.publish(now, shelf.contents)
    return now, home / "served" / "current"


def test_no_number_that_is_no_longer_to_be_called_is_in_any_byte(served):
    now, folder = served
    assert len(now.editions) == 5
    for path in now.tree:
        content = (folder / path).read_bytes()
        text = text_of(path, content)
        for gone in (OLD, NEW, "10.1/bad"):
            assert not holds(text, gone), path
            assert not holds(content.decode("latin-1"), gone), path


def test_every_address_of_every_edition_is_still_served(served):
    now, folder = served
    for edition in now.editions:
        for path in edition.files:
            place = folder / edition.name / path
            assert place.is_file() or (place / "index.html").is_file(), place


def test_every_old_page_leads_on_and_its_canonical_address_exists(served):
    now, folder = served
    for path in now.tree:
        if not (path.startswith("20") and is_page(path)):
            continue
        text = (folder / path).read_text()
        (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', text)
        assert canonical.startswith(ADDRESS)
        place = folder / canonical.removeprefix(ADDRESS)
        assert place.is_file() or (place / "index.html").is_file(), path
        assert 'name="robots" content="noindex"' in text, path
        told = ("kept-edition", "has been taken down", "This file has not changed")
        assert any(one in text for one in told), path


@pytest.fixture(scope="module")
def base(served, serve):
    return serve(served[1])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("2026.1/train/modules/listening/", "This old page has been taken down"),
        ("2026.2/train/modules/listening/", "Read what stands in its place now"),
        ("2026.2/train/modules/ending/", "This old page has been taken down"),
        ("2027.1/train/modules/ending/", "The page has gone or moved."),
        ("2027.1/train/modules/coping/", "It taught the module “The line”"),
        ("2028.1/train/modules/later/", "It relied on a source that has been withdrawn"),
        ("2026.1/materials/workshops/day/pack.zip/", "Get the file as it is now (ZIP)"),
        ("2027.2/train/modules/talking/", NEWER),
    ],
)
def test_a_reader_of_an_old_page_is_told_what_became_of_it(base, chromium, path, said):
    page = chromium.new_page()
    try:
        answer = page.goto(f"{base}/{path}")
        assert answer.ok
        assert said in page.locator("body").inner_text()
        for link in page.locator("main a").all():
            href = urljoin(page.url, link.get_attribute("href"))
            if href.startswith("http"):
                assert page.request.get(href).ok, href
    finally:
        page.close()
