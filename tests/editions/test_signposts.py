"""The root of a published site sends readers on from every lasting address."""

from hypothesis import given
from hypothesis import strategies as st

from peerhub.editions import signposts
from peerhub.editions.publishing import TEMPLATE

NEW = ["index.html", "404.html", "forces/kent/index.html", "search/index.html"]


def root(**pages: list[str]) -> dict[str, str]:
    """Return where each signpost leads."""
    signs, _ = signposts(pages, "latest", "{{ href }}")
    return {path: href.decode() for path, href in signs.items()}


def test_a_page_is_a_signpost_to_the_newest_edition() -> None:
    assert root(latest=NEW)["forces/kent/index.html"] == "../../latest/forces/kent/"


def test_a_page_that_is_gone_leads_to_the_last_edition_that_had_it() -> None:
    signs, _ = signposts(
        {"latest": NEW, "2026.2": NEW, "2026.1": [*NEW, "old/index.html"]}, "latest", "{{ href }}"
    )
    assert signs["old/index.html"] == b"../2026.1/old/"


def test_the_page_of_the_root_itself_is_left_alone() -> None:
    assert "index.html" not in root(latest=NEW)


def test_what_others_may_hold_the_address_of_is_copied_and_the_rest_is_not() -> None:
    files = [
        "404.html",
        "api/v1/forces.json",
        "assets/css/hub.css",
        "assets/js/hub.json",
        "events/calendar.ics",
        "posters/talk/kent-a4.pdf",
        "search/search_index.json",
        "sitemap.xml",
    ]
    _, copies = signposts({"latest": files}, "latest", "")
    assert copies == (
        "404.html",
        "api/v1/forces.json",
        "events/calendar.ics",
        "posters/talk/kent-a4.pdf",
        "sitemap.xml",
    )


def test_a_signpost_needs_no_script_and_offers_a_link() -> None:
    signs, _ = signposts({"latest": NEW}, "latest", TEMPLATE.read_text("utf-8"))
    page = signs["search/index.html"].decode()
    assert '<html lang="en-GB">' in page
    assert 'content="0; url=../latest/search/"' in page
    assert '<a href="../latest/search/">' in page
    assert "<script" not in page


folders = st.text("abcdefghij-&'\"é", min_size=1, max_size=8)
paths = st.lists(folders, max_size=3).map(lambda parts: "/".join([*parts, "index.html"]))


@given(st.lists(paths, unique=True), st.lists(paths, unique=True))
def test_every_page_there_ever_was_has_a_signpost(new: list[str], old: list[str]) -> None:
    signs, _ = signposts({"latest": new, "2026.1": old}, "latest", "{{ href }}")
    assert set(signs) == {*new, *old} - {"index.html"}
