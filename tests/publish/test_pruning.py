"""Editions that are kept no more: their contents go, their addresses stay."""

from __future__ import annotations

import re
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

from peerhub.publish.command import _editions
from peerhub.publish.errors import PublishStopped
from peerhub.publish.pruning import pruned
from peerhub.publish.release import release
from peerhub.publish.targets.folder import FolderTarget
from tests.publish.sites import ADDRESS, NEW, OLD, hub, write

MOVED = '<!doctype html><meta http-equiv="refresh" content="0; url=../talking/"><p>Moved</p>'
PLACE = r'http-equiv="refresh" content="0; url=([^"]+)"'


def publish(home, edition: str, keep: int = 2, number: str = OLD, files=(), **pages: str):
    """Publish a site as an edition; return what came of it."""
    site = write(home / edition, number, edition, **pages)
    for path, content in dict(files).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content)
    record = home / "data/editions" / f"{edition}.json"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(f'{{"edition": "{edition}", "dated": "2026-11-28"}}')
    catalogue = SimpleNamespace(site=SimpleNamespace(edition=edition))
    target = FolderTarget(home / "served")
    return release(home, site, target, catalogue, hub(number), keep=keep)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Four editions, of which two are kept: a page and a file were renamed, others went."""
    home = tmp_path_factory.mktemp("pruned")
    guide, deck = "materials/modules/a/a.pdf", "materials/modules/b/b.pptx"
    first = {guide: "%PDF one", deck: "PK"}
    publish(
        home, "2026.1", files=first, train__modules__listening="<p>Ears</p>", leaders="<p>L</p>"
    )
    publish(home, "2026.2", files={guide: "%PDF two"}, train__modules__listening="<p>Ears</p>")
    moved = {guide: "%PDF 3", "train/modules/listening/index.html": MOVED}
    for edition in ("2027.1", "2027.2"):
        made = publish(home, edition, number=NEW, files=moved, train__modules__talking="<p>T</p>")
    return home, made


def test_old_contents_go_and_the_newest_editions_stay(served):
    _, made = served
    held = made.publication
    assert [one.name for one in held.editions] == ["2027.1", "2027.2"]
    assert [one.name for one in held.pruned] == ["2026.1", "2026.2"]
    assert list(made.lines())[-1] == (
        "Edition 2026.2 is kept no more: its addresses lead to what is current."
    )


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("2026.1/train/index.html", "train/"),
        ("2026.1/train/modules/listening/index.html", "train/modules/talking/"),
        ("2026.1/leaders/index.html", ""),
        ("2026.1/materials/modules/a/a.pdf/index.html", "materials/modules/a/a.pdf"),
        ("2026.1/materials/modules/b/b.pptx/index.html", ""),
        ("2026.2/train/modules/listening/index.html", "train/modules/talking/"),
    ],
)
def test_each_address_leads_to_what_is_current(served, address, leads_to):
    home, _ = served
    text = (home / "served/current" / address).read_text()
    (href,) = re.findall(PLACE, text)
    base = f"{ADDRESS}{address.removesuffix('index.html')}"
    assert urljoin(base, href) == f"{ADDRESS}{leads_to}"
    assert f'rel="canonical" href="{ADDRESS}{leads_to}"' in text
    assert OLD not in text


def test_no_address_of_any_edition_is_lost(served):
    home, made = served
    for one in made.publication.pruned:
        for path in one.paths:
            place = home / "served/current" / one.name / path
            assert place.is_file() or (place / "index.html").is_file(), place


def test_pages_of_all_pruned_editions_are_the_same_contents(served):
    tree = served[1].publication.tree
    name = "train/modules/listening/index.html"
    assert tree[f"2026.1/{name}"] == tree[f"2026.2/{name}"]


def test_a_pruned_edition_is_not_kept_a_second_time_and_no_number_of_it_comes_back(
    served, tmp_path
):
    home, made = served
    again = publish(home, "2027.2", number=NEW, train__modules__talking="<p>T</p>", keep=9)
    assert again.fresh is None
    assert [one.name for one in again.publication.pruned] == ["2026.1", "2026.2"]
    assert made.publication.pruned == again.publication.pruned


def test_what_an_event_is_delivered_from_stays(served):
    editions = served[1].publication.editions
    kept, gone = pruned(editions, 1, {"2027.1"})
    assert (kept, gone) == (editions, ())


@pytest.mark.parametrize("word", ["0", "-1", "two", "", "1.5", "²"])
def test_a_number_of_editions_that_is_none_is_refused(word):
    with pytest.raises(PublishStopped, match=r"that is no number of editions. Write 1 or more"):
        _editions(word)
