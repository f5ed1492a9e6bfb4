"""A paper set chapter by chapter is the paper set whole: to eyes, in its tags and its links."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from peerhub.models import Stamp
from peerhub.press.engine.chapters import numbered, split
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.typesetting import Setter
from tests.pdf.verapdf import FLAVOURS, failed_rules

STYLES = [HOME / "fields.css", HOME / "training" / "training.css"]
STAMP = Stamp("2026.1", dt.date(2026, 11, 28))
LONG = "".join(f"<p>Step {one}: a quiet word with someone who has time.</p>" for one in range(70))
PAPER = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A guide</title></head>
<body data-foot="A guide. Ŵyl, revision 3.">
<section class="cover"><h1>A guide</h1><p class="lead">For trainers.</p></section>
<section><h2>What is inside</h2><ul class="inside">
<li><a href="#days">Timetable</a></li><li><a href="#help">Help</a></li>
<li><a href="#tea">Tea</a></li></ul></section>
<section class="part" id="days"><h2>Timetable</h2>{LONG}<h3 id="late">Late</h3>
<p>See <a href="#tea">Tea</a>, and <a href="https://hub.example/">the hub</a>.</p></section>
<section class="part" id="bring"><h2>What to bring</h2>{LONG}
<table><tbody><tr><th scope="row">Cup</th><td>1</td></tr></tbody></table></section>
<section id="help"><h2>Help</h2><p>Back to <a href="#late">late</a>.</p></section>
<section class="part" id="tea"><h2>Tea</h2><p><b>Two</b> cups, ŵ and ŷ.</p></section>
</body></html>"""


def at_once(_html: str, make: Callable[[], bytes]) -> bytes:
    return make()


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter(HOME, is_for_long=True)


@pytest.fixture(scope="module")
def whole(setter) -> bytes:
    return setter.pdf(PAPER, STYLES, STAMP, "A guide", "Guide", "A guide")


@pytest.fixture(scope="module")
def joined(setter) -> bytes:
    return setter.chapters(PAPER, STYLES, Description.of("A guide", "Guide", STAMP), at_once)


def pages(pdf: bytes) -> list:
    return list(pypdfium2.PdfDocument(pdf))


def test_every_page_looks_as_it_does_in_the_whole(whole, joined):
    one, other = pages(whole), pages(joined)
    assert len(one) == len(other) > 6
    for left, right in zip(one, other, strict=True):
        pictures = [page.render(scale=1).to_pil().convert("L") for page in (left, right)]
        assert ImageChops.difference(*pictures).getbbox() is None


@pytest.mark.nightly
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_breaks_no_rule(joined, flavour):
    assert failed_rules(joined, flavour) == []


def outline(pdf: pikepdf.Pdf, first) -> list:
    """Return the headings of an outline: title, page, and those below."""
    found = []
    while first is not None:
        page = pdf.pages.index(pikepdf.Page(first.Dest[0]))
        found.append((str(first.Title), page, outline(pdf, first.get("/First"))))
        first = first.get("/Next")
    return found


def tags(pdf: pikepdf.Pdf, element) -> list:
    """Return the tree of tags: the kind of each element, its page, and what is below it."""
    if isinstance(element, int) or "/S" not in element:
        return []
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    page = pdf.pages.index(pikepdf.Page(element.Pg)) if "/Pg" in element else None
    return [str(element.S), page, [one for kid in kids if (one := tags(pdf, kid))]]


def links(pdf: pikepdf.Pdf) -> list:
    """Return where each link leads, and what it is called."""
    names = list(pdf.Root.Names.Dests.Names)
    led = {str(name): place for name, place in zip(names[::2], names[1::2], strict=True)}
    found = []
    for number, page in enumerate(pdf.pages):
        for note in page.obj.get("/Annots", ()):
            if "/Dest" in note:
                place = led[str(note.Dest)]
                to = (pdf.pages.index(pikepdf.Page(place[0])), float(place[3]))
            else:
                to = str(note.A.URI)
            found.append((number, to, str(note.Contents) if "/A" in note else "a part"))
    return found


def test_it_has_the_outline_the_links_and_the_tags_of_the_whole(whole, joined):
    with pikepdf.open(io.BytesIO(whole)) as one, pikepdf.open(io.BytesIO(joined)) as other:
        assert outline(other, other.Root.Outlines.First) == outline(one, one.Root.Outlines.First)
        assert int(other.Root.Outlines.Count) == int(one.Root.Outlines.Count)
        assert links(other) == links(one)
        read = [tags(pdf, pdf.Root.StructTreeRoot.K[0]) for pdf in (one, other)]
        assert read[0] == read[1]


def test_every_mark_on_a_page_has_its_element(joined):
    with pikepdf.open(io.BytesIO(joined)) as pdf:
        held = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        numbers = [int(one) for one in held[::2]]
        assert numbers == list(range(len(numbers)))
        for page in pdf.pages:
            owners = held[2 * int(page.obj.StructParents) + 1]
            marks = page.obj.Contents
            marks = list(marks) if isinstance(marks, pikepdf.Array) else [marks]
            drawn = b"".join(one.read_bytes() for one in marks)
            assert len(owners) == drawn.count(b"/MCID")
            assert {one.Pg.objgen for one in owners} <= {page.obj.objgen}


def test_the_type_stands_once_a_weight_however_many_chapters_there_are(joined):
    with pikepdf.open(io.BytesIO(joined)) as pdf:
        files = {
            one.FontDescriptor.FontFile2.objgen
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/FontDescriptor" in one
        }
        assert len(files) == 3


def test_a_word_sets_its_own_chapter_again_and_no_other(setter, joined):
    held: dict[str, bytes] = {}
    asked: list[str] = []

    def kept(html: str, make: Callable[[], bytes]) -> bytes:
        if html not in held:
            asked.append(html)
            held[html] = make()
        return held[html]

    about = Description.of("A guide", "Guide", STAMP)
    assert setter.chapters(PAPER, STYLES, about, kept) == joined
    assert len(asked) == 3
    longer = PAPER.replace("</h2><p><b>Two", f"</h2>{LONG}<p><b>Three").replace("n 3.", "n 4.")
    changed = setter.chapters(longer, STYLES, about, kept)
    assert [html.count("Three") for html in asked[3:]] == [1]
    assert changed == setter.chapters(longer, STYLES, about, at_once)
    assert len(pages(changed)) > len(pages(joined))
    last = pages(changed)[-1].get_textpage().get_text_range()
    assert "revision 4" in last
    assert last.strip().endswith(str(len(pages(changed))))


def test_a_link_to_what_no_chapter_has_is_told(setter):
    broken = PAPER.replace('href="#late"', 'href="#early"')
    with pytest.raises(PressError, match="early"):
        setter.chapters(broken, STYLES, Description.of("A guide", "Guide", STAMP), at_once)


def test_a_chapter_knows_nothing_of_where_it_stands():
    paper = split(PAPER)
    assert len(paper.chapters) == 3
    assert not any("data-foot" in one or "revision" in one for one in paper.chapters)
    assert 'href="chapter:tea"' in paper.chapters[0]
    assert 'href="https://hub.example/"' in paper.chapters[0]
    assert 'href="chapter:late"' in paper.chapters[1]
    assert 'id="help"' in paper.chapters[1]
    assert 'href="chapter:help" data-page="7"' in numbered(
        paper.front, {"days": 3, "help": 7, "tea": 9}
    )
