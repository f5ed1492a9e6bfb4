"""Every built page shows whom to call, or the build stops with the pages that do not."""

from __future__ import annotations

import pytest

from peerhub.finish.furniture import helpless

PAGE = (
    '<a class="skip" href="#main">Skip</a><a href="tel:999">999</a><a href="tel:116123">116 123</a>'
    '<a href="../support/">More</a><main id="main">Words</main>'
)
NUMBERS = ["tel:999", "tel:116123"]


def told(tmp_path, html: str) -> list[str]:
    (tmp_path / "support").mkdir(exist_ok=True)
    (tmp_path / "support" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    return helpless(tmp_path, NUMBERS)


def test_a_page_with_all_of_it_is_not_mentioned(tmp_path):
    assert told(tmp_path, PAGE) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('href="tel:999"', 'href="tel:998"', "tel:999"),
        ('<a href="tel:116123">', "<a>", "tel:116123"),
        ("../support/", "../", "the way to /support/"),
        ('<main id="main">', "<main>", "the way past the head of the page"),
    ],
)
def test_what_is_missing_is_named_with_the_pages(tmp_path, old, new, what):
    assert told(tmp_path, PAGE.replace(old, new)) == [
        f"overrides/partials/urgent.html:1:1: {what} is missing from index.html. "
        "Bring back the parts of every page: git checkout -- overrides. [PH085]"
    ]


def test_an_empty_page_lacks_everything(tmp_path):
    assert len(told(tmp_path, "")) == 4


def test_a_signpost_that_leads_on_by_itself_needs_none(tmp_path):
    assert told(tmp_path, '<meta http-equiv="refresh" content="0; url=/a/">') == []
