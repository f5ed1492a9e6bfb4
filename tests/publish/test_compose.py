"""What readers are served of an old edition: its words as they were, help as it is now."""

import zipfile

import pytest

from peerhub.finish.digests import versioned
from peerhub.publish.compose import Contents, scan
from peerhub.publish.errors import PublishStopped
from tests.publish.sites import ADDRESS, NEW, OLD, SERVICE, Shelf, hub, taken, write

LESSON = "train__modules__listening"
LESSON_PATH = "train/modules/listening/index.html"


@pytest.fixture
def shelf():
    return Shelf()


def test_an_edition_keeps_curriculum_and_nothing_that_is_live(tmp_path, shelf):
    now = shelf.publish(write(tmp_path / "1", **{LESSON: "<p>Old words</p>"}), hub(), "2026.1")
    kept = {path for path in now.tree if path.startswith("2026.1/")}
    assert f"2026.1/{LESSON_PATH}" in kept
    assert "2026.1/assets/hub.css" in kept
    assert not any(path.startswith("2026.1/support") for path in kept)


def test_an_old_page_has_its_own_words_a_banner_and_the_numbers_of_today(tmp_path, shelf):
    shelf.publish(
        write(tmp_path / "1", OLD, **{LESSON: f"<p>Old words</p>{SERVICE}"}), hub(OLD), "2026.1"
    )
    now = shelf.publish(write(tmp_path / "2", NEW, **{LESSON: "<p>New words</p>"}), hub(NEW))
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert "Old words" in page
    assert "New words" not in page
    assert "You are reading a page from a kept edition" in page
    assert page.count(NEW) == 2
    assert OLD not in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{ADDRESS}train/modules/listening/">' in page
    assert 'href="../../../../train/modules/listening/"' in page
    assert 'href="../../../../support/"' in page
    assert LESSON_PATH in now.tree


def test_links_within_the_edition_stay_in_it(tmp_path, shelf):
    body = '<p><a href="../">All modules</a> <a href="../../../support/">Help</a></p>'
    site = write(tmp_path / "1", **{LESSON: body, "train__modules": "<p>All</p>"})
    shelf.publish(site, hub(), "2026.1")
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert '<a href="../">All modules</a>' in page
    assert '<a href="../../../../support/">Help</a>' in page


def test_a_page_that_has_gone_leads_to_the_one_above(tmp_path, shelf):
    shelf.publish(write(tmp_path / "1", **{LESSON: "<p>Words</p>"}), hub(), "2026.1")
    shelf.publish(write(tmp_path / "2"), hub())
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert f'<link rel="canonical" href="{ADDRESS}train/">' in page
    assert "The page has gone or moved" in page


def test_a_page_that_moved_leads_to_its_new_address(tmp_path, shelf):
    shelf.publish(write(tmp_path / "1", **{LESSON: "<p>Words</p>"}), hub(), "2026.1")
    moved = write(tmp_path / "2", **{LESSON: "", "train__modules__hearing": "<p>Moved</p>"})
    (moved / LESSON_PATH).write_text(
        '<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=../hearing/">'
    )
    shelf.publish(moved, hub())
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert f'<link rel="canonical" href="{ADDRESS}train/modules/hearing/">' in page


def test_a_page_that_types_a_retired_number_is_served_no_more(tmp_path, shelf):
    typed = {LESSON: f"<p>Ring {OLD}.</p>"}
    shelf.publish(write(tmp_path / "1", OLD, **typed), hub(OLD), "2026.1")
    now = shelf.publish(write(tmp_path / "2", NEW, **{LESSON: "<p>Words</p>"}), hub(NEW))
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert "This old page has been taken down" in page
    assert "It was part of edition 2026.1." in page
    assert all(OLD not in shelf.contents.read(one).decode() for one in now.tree.values())


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_holds_a_retired_number_becomes_a_notice(tmp_path, shelf, packed):
    first = write(tmp_path / "1", OLD)
    path = "materials/modules/listening/handout." + ("zip" if packed else "txt")
    for site, words in ((first, f"Ring {OLD}"), (write(tmp_path / "2", NEW), f"Ring {NEW}")):
        file = site / path
        file.parent.mkdir(parents=True)
        if packed:
            with zipfile.ZipFile(file, "w") as held:
                held.writestr("inner/read-first.txt", words)
        else:
            file.write_text(words)
    shelf.publish(first, hub(OLD), "2026.1")
    now = shelf.publish(tmp_path / "2", hub(NEW))
    assert f"2026.1/{path}" not in now.tree
    page = shelf.text(f"2026.1/{path}/index.html")
    assert "This old file has been taken down" in page
    assert f'href="../../../../../{path}"' in page
    assert path in now.tree


def test_a_recalled_number_goes_although_no_edition_gave_it(tmp_path, shelf):
    site = write(tmp_path / "1", OLD, **{LESSON: "<p>Text 85258.</p>"})
    shelf.publish(site, hub(OLD), "2026.1")
    shelf.publish(site, hub(OLD, recalls=(taken("number", "85258"),)))
    assert "taken down" in shelf.text(f"2026.1/{LESSON_PATH}")


def test_an_edition_in_which_nothing_changed_adds_no_content(tmp_path, shelf):
    site = write(tmp_path / "1", **{LESSON: f"<p>Words</p>{SERVICE}"})
    first = shelf.publish(site, hub(), "2026.1")
    write(site, edition="2026.2", **{LESSON: f"<p>Words</p>{SERVICE}"})
    second = shelf.publish(site, hub(), "2026.2")
    new = set(second.tree.values()) - set(first.tree.values())
    assert new == {
        second.tree[path]
        for path in second.tree
        if path.endswith("index.html") and not path.startswith("2026")
    }
    for path in (LESSON_PATH, "assets/hub.css"):
        assert second.tree[f"2026.1/{path}"] == second.tree[f"2026.2/{path}"]


def test_the_same_content_has_the_same_name(tmp_path, shelf):
    site = write(tmp_path / "1")
    assert shelf.publish(site, hub()).name == Shelf().publish(site, hub()).name


def test_a_folder_without_a_site_is_refused(tmp_path, shelf):
    with pytest.raises(PublishStopped, match=r"There is no finished site in .* Run: make site\."):
        shelf.publish(tmp_path, hub())


def test_a_page_that_has_not_changed_is_one_content_whatever_it_looks_like(tmp_path, shelf):
    def written(folder: str, look: str):
        site = write(tmp_path / folder, **{LESSON: "<p>Words</p>"})
        digested = versioned("assets/hub.css", look.encode())
        (site / "assets/hub.css").write_text(look)
        for page in site.rglob("*.html"):
            page.write_text(page.read_text().replace("assets/hub.css", digested))
        return site

    for folder, look, edition in (("1", "p{}", "2026.1"), ("2", "b{}", "2026.2")):
        shelf.publish(written(folder, look), hub(), edition)
    first, second = shelf.editions
    assert first.files[LESSON_PATH] == second.files[LESSON_PATH]
    for edition, look in ((first, b"p{}"), (second, b"b{}")):
        page = shelf.text(f"{edition.name}/{LESSON_PATH}")
        assert f'href="../../../{versioned("assets/hub.css", look)}"' in page


def test_a_notice_asks_for_the_look_of_today(tmp_path, shelf):
    shelf.publish(write(tmp_path / "1", OLD, **{LESSON: f"<p>Call {OLD}</p>"}), hub(OLD), "2026.1")
    shelf.publish(write(tmp_path / "2", NEW), hub(NEW))
    page = shelf.text(f"2026.1/{LESSON_PATH}")
    assert f'href="../../../../{versioned("assets/hub.css", b"p{}")}"' in page


def test_a_file_that_has_not_changed_is_served_once_and_old_addresses_lead_there(tmp_path, shelf):
    guide, link = "materials/modules/a/a.pdf", '<p><a href="../materials/modules/a/a.pdf">G</a></p>'

    def publish(name: str, content: str):
        site = write(tmp_path / name, train=link)
        (site / guide).parent.mkdir(parents=True)
        (site / guide).write_text(content)
        return shelf.publish(site, hub(), name)

    names = ("2026.1", "2026.2", "2027.1")
    for name, content in zip(names, ("one", "one", "two"), strict=True):
        made = publish(name, content)
    served = {path for path in made.tree if path.endswith(".pdf")}
    assert served == {guide, f"2026.1/{guide}"}
    assert f'url=../../../../../2026.1/{guide}"' in shelf.text(f"2026.2/{guide}/index.html")
    assert f'url=../../../../../{guide}"' in shelf.text(f"2027.1/{guide}/index.html")
    links = {
        name: shelf.text(f"{name}/train/index.html") for name in ("2026.1", "2026.2", "2027.1")
    }
    assert f'href="../{guide}"' in links["2026.1"]
    assert f'href="../../2026.1/{guide}"' in links["2026.2"]
    assert f'href="../../{guide}"' in links["2027.1"]


def test_a_retired_file_is_a_notice_in_each_edition_that_holds_it(tmp_path, shelf):
    guide = "materials/modules/a/a.txt"
    for name, number in (("2026.1", OLD), ("2026.2", OLD), ("2027.1", NEW)):
        site = write(tmp_path / name, number)
        (site / guide).parent.mkdir(parents=True)
        (site / guide).write_text(f"Ring {number}.")
        shelf.publish(site, hub(number), name)
    for name in ("2026.1", "2026.2"):
        assert "has been taken down" in shelf.text(f"{name}/{guide}/index.html")
    assert "This file has not changed" in shelf.text(f"2027.1/{guide}/index.html")


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("a\nb.txt", b"x", r"'a\nb.txt' is no name for a file with an address. Rename it"),
        ("a\\b.txt", b"x", r"'a\\b.txt' is no name for a file with an address. Rename it"),
        ("\udcff.txt", b"x", r"'\\udcff.txt' is no name for a file with an address. Rename it"),
        ("train/index.html", b"\xff<html>", "train/index.html is no page that can be read. Build"),
        ("train/index.html", b" \n", "train/index.html is no page that can be read. Build"),
        ("2026.1/a.txt", b"x", "2026.1/a.txt stands where an edition has its folder. Move it"),
    ],
)
def test_a_file_that_cannot_be_served_is_refused(tmp_path, path, content, said):
    site = write(tmp_path / "site")
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_bytes(content)
    with pytest.raises(PublishStopped) as stopped:
        scan(site, Contents())
    assert str(stopped.value).startswith(said)
    assert len(str(stopped.value).splitlines()) == 1


def test_an_old_page_is_made_anew_for_each_edition_that_keeps_other_files(tmp_path, shelf):
    """Pages are made once for all editions that ask for the same, and only for those."""
    name = "train/modules/listening"
    body = '<p><a href="../../../materials/modules/listening/guide.pdf">Guide</a></p>'
    for edition, guide in (("2026.1", b"one"), ("2026.2", b"two"), ("2026.3", b"two")):
        site = write(tmp_path / "site", train__modules__listening=body)
        (site / "materials/modules/listening").mkdir(parents=True, exist_ok=True)
        (site / "materials/modules/listening/guide.pdf").write_bytes(guide)
        made = shelf.publish(site, hub(), edition)
    first, second, third = (shelf.text(f"2026.{number}/{name}/index.html") for number in (1, 2, 3))
    assert 'href="../../../materials/modules/listening/guide.pdf"' in first
    assert 'href="../../../../materials/modules/listening/guide.pdf"' in second
    assert second == third
    assert made.tree["2026.1/materials/modules/listening/guide.pdf"]
