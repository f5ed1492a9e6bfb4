from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from peerhub.finish.addresses import relative_addresses, rooted_addresses


def test_an_address_from_the_root_becomes_relative_to_its_page():
    html = '<a href="/support/">Help</a> <img src="/a.svg"> <a href="https://x.uk/">x</a>'
    assert relative_addresses(html, "forces/kent/") == (
        '<a href="../../support/">Help</a> <img src="../../a.svg"> <a href="https://x.uk/">x</a>'
    )


def test_home_is_reached_from_everywhere():
    assert relative_addresses('<a href="/">', "") == '<a href="./">'
    assert relative_addresses('<a href="/">', "a/b/") == '<a href="../../">'


def test_an_address_of_another_host_and_text_that_looks_like_one_are_left_alone():
    html = '<a href="//host/x">href="/y"</a> <p data-href="/z">'
    assert relative_addresses('<a href="//host/x">', "a/") == '<a href="//host/x">'
    assert 'data-href="/z"' in relative_addresses(html, "a/")


def test_the_page_for_unknown_addresses_starts_from_the_root_of_its_edition():
    assert rooted_addresses('<a href="/support/">', "/2026.1/") == '<a href="/2026.1/support/">'


parts = st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=0, max_size=4)


@given(page=parts, target=parts)
def test_a_relative_address_leads_where_the_absolute_one_did(page, target):
    here = "".join(f"{part}/" for part in page)
    there = "/" + "".join(f"{part}/" for part in target)
    made = relative_addresses(f'<a href="{there}">', here).split('"')[1]
    joined = posixpath.normpath(posixpath.join("/" + here, made))
    assert joined.rstrip("/") == there.rstrip("/")
