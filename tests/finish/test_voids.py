"""Elements that hold nothing are written as HTML has them."""

from __future__ import annotations

import pytest

from peerhub.finish.voids import plain_voids


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ('<img alt="A > B" src="/a.svg" />', '<img alt="A > B" src="/a.svg">'),
        ("<br />", "<br>"),
        ('<input type="checkbox" id="a"\n />', '<input type="checkbox" id="a">'),
        ('<input value="a />" />', '<input value="a />">'),
        ('<img alt="/>">', '<img alt="/>">'),
        ('<svg><path d="M0 0" /><image href="/a.png" /></svg>',) * 2,
        ("<a href=x/>y</a>",) * 2,
        ("<input value=x/>",) * 2,
        ("<p>5 < 6 and br /></p>",) * 2,
    ],
)
def test_a_slash_goes_from_what_html_closes_by_itself_and_from_nothing_else(written, plain):
    assert plain_voids(written) == plain
