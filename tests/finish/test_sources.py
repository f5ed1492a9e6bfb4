"""A broken link is told by the line where somebody wrote it."""

from __future__ import annotations

from peerhub.finish.links import BrokenLink
from peerhub.finish.sources import written_at


def project(folder, **texts):
    for name, text in texts.items():
        path = folder / "docs" / (name.replace("__", "/") + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_link_is_told_by_the_line_of_its_own_text(tmp_path):
    root = project(tmp_path, a="See [b](/b/).", train__x="One.\n\nSee [b](/b/#gone) and [c](/b/).")
    broken = [
        BrokenLink("train/x/index.html", "../../b/", "there is no b/index.html"),
        BrokenLink("train/x/index.html", "../../b/#gone", "b/index.html has no 'gone'"),
    ]
    assert written_at(broken, root) == [
        "docs/train/x.md:3:27: the link to /b/ is broken: there is no b/index.html",
        "docs/train/x.md:3:9: the link to /b/#gone is broken: b/index.html has no 'gone'",
    ]


def test_a_page_made_of_part_of_a_text_is_told_by_that_text(tmp_path):
    root = project(tmp_path, train__modules__x="## Notes\n\n[b](/b.pdf)")
    broken = BrokenLink("train/modules/x/trainer/index.html", "../../../../b.pdf", "there is none")
    assert written_at([broken], root) == [
        "docs/train/modules/x.md:3:5: the link to /b.pdf is broken: there is none"
    ]


def test_an_anchor_of_the_page_itself_and_a_link_in_the_data(tmp_path):
    root = project(tmp_path, index="[up](#top)")
    (root / "data").mkdir()
    (root / "data" / "a.yml").write_text("a:\n  link: /gone/\n", encoding="utf-8")
    broken = [
        BrokenLink("index.html", "#top", "index.html has no 'top'"),
        BrokenLink("x/index.html", "../gone/", "there is no gone/index.html"),
    ]
    assert written_at(broken, root) == [
        "docs/index.md:1:6: the link to #top is broken: index.html has no 'top'",
        "data/a.yml:2:9: the link to /gone/ is broken: there is no gone/index.html",
    ]


def test_a_link_that_a_template_made_is_told_by_its_page(tmp_path):
    root = project(tmp_path, index="No link.")
    broken = BrokenLink("index.html", "a/", "there is no a/index.html")
    assert written_at([broken], root) == [str(broken)]
