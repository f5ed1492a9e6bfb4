"""Addresses that change with what stands there."""

from __future__ import annotations

from peerhub.finish.digests import asset_addresses, digested_page, digested_styles, versioned

A, B = versioned("assets/a.js", b"1"), versioned("assets/a.js", b"2")


def test_another_content_has_another_address():
    assert A != B
    assert A.startswith("assets/a.js?v=")


def test_a_page_names_each_asset_by_its_content_and_nothing_else():
    page = (
        '<script src="/assets/a.js"></script><a href="/assets/unknown.svg">'
        '<a href="/support/"><code>href="assets/a.js"</code>'
    )
    assert digested_page(page, {"assets/a.js": A}) == page.replace('"/assets/a.js', f'"/{A}')


def test_a_stylesheet_changes_with_the_type_that_it_loads():
    css = {"assets/hub.css": '@font-face{src:url("fonts/a.woff2")}', "feed.json": 'url("x")'}

    def made(font: bytes) -> dict[str, str]:
        return digested_styles(css, {"assets/fonts/a.woff2": font}.__getitem__)

    first, second = made(b"1"), made(b"2")
    assert first["feed.json"] == css["feed.json"]
    assert "fonts/a.woff2?v=" in first["assets/hub.css"]
    assert asset_addresses((), first) != asset_addresses((), second)


def test_pictures_inside_a_stylesheet_are_left_alone():
    css = {"assets/a.css": 'b{background:url("data:image/svg+xml;base64,AA")}'}
    assert digested_styles(css, {}.__getitem__) == css


def test_files_of_the_theme_and_generated_ones_have_addresses(tmp_path):
    (tmp_path / "assets" / "js").mkdir(parents=True)
    (tmp_path / "assets" / "js" / "b.js").write_bytes(b"3")
    assert asset_addresses((tmp_path,), {"assets/a.js": "1", "api/x.json": "{}"}) == {
        "assets/a.js": A,
        "assets/js/b.js": versioned("assets/js/b.js", b"3"),
    }
