from __future__ import annotations

from peerhub.finish.links import broken_links


def site(folder, **pages):
    for name, html in pages.items():
        path = folder / name.replace("__", "/").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


def told(folder, **pages):
    return [str(broken) for broken in broken_links(site(folder, **pages))]


def test_links_that_lead_somewhere_are_not_mentioned(tmp_path):
    assert (
        told(
            tmp_path,
            index_html='<a href="a/">a</a><a href="a/#there">b</a><a href="https://x.uk/no">c</a>'
            '<a href="mailto:a@b.uk">d</a><a href="tel:999">e</a><a href="#top" id="top">f</a>',
            a__index_html='<p id="there"><a href="../">home</a><a href="./">self</a>',
        )
        == []
    )


def test_a_missing_page_and_a_missing_fragment_are_each_named(tmp_path):
    assert told(
        tmp_path,
        index_html='<a href="b/">b</a><a href="a/#gone">g</a><img src="x.svg">',
        a__index_html="<p>",
    ) == [
        "index.html: the link to a/#gone is broken: a/index.html has no 'gone'",
        "index.html: the link to b/ is broken: there is no b/index.html",
        "index.html: the link to x.svg is broken: there is no x.svg",
    ]


def test_a_link_out_of_the_site_is_named(tmp_path):
    assert told(tmp_path, index_html='<a href="../up/">u</a>') == [
        "index.html: the link to ../up/ is broken: it leads out of the site"
    ]


def test_a_file_that_another_step_writes_is_taken_as_promised(tmp_path):
    folder = site(tmp_path, index_html='<a href="posters/a.pdf">p</a>')
    assert broken_links(folder, frozenset({"posters/a.pdf"})) == []
    assert len(broken_links(folder)) == 1
