"""The Nu checker has nothing to say about any page."""

from __future__ import annotations

import pytest

from tests.inspection.markup import by_page, told


@pytest.mark.nightly
@pytest.mark.slow
def test_the_nu_checker_says_nothing_about_any_page(built_site):
    assert told(built_site) == {}


@pytest.mark.nightly
def test_the_nu_checker_is_heard(tmp_path):
    (tmp_path / "index.html").write_text("<!DOCTYPE html><html lang=en><title>x</title><p><div/>")
    (tmp_path / "good.html").write_text(
        "<!DOCTYPE html>\n<html lang=en>\n<meta charset=utf-8>\n<title>x</title>\n<h1>x</h1>\n"
    )
    found = told(tmp_path)
    assert list(found) == ["/"]
    assert any("div" in one for one in found["/"])


def test_messages_stand_with_their_page_and_data_is_no_script():
    policy = "Inline script violates Content Security Policy (meta tag)"
    messages = [
        {"url": "http://x/a/index.html", "lastLine": 3, "message": "Bad", "extract": "<b>"},
        {"url": "http://x/a/", "message": policy, "extract": '<script type="application/ld+json">'},
        {"url": "http://x/b.html", "lastLine": 1, "message": policy, "extract": "<script>run()"},
    ]
    assert by_page(messages, "http://x") == {
        "/a/": ["3: Bad '<b>'"],
        "/b.html": [f"1: {policy} '<script>run()'"],
    }
