"""A long paper in chapters: each set by itself, and all of them joined to one tagged PDF.

A word that changes in one chapter sets that chapter again and no other. So a chapter knows nothing
of where it stands: its pages have nothing at their foot, and a link into another chapter opens a
word of ours (`chapter:` and the id). When the chapters are joined, the feet are printed over their
pages as what they are, artifacts, links find their pages, and all have one tree of tags, one
outline and one copy of the type, in place of those that each chapter brought with its own letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, cast

from fontTools.subset import Options, Subsetter, load_font, save_font
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from peerhub.press.engine.our_type import type_files

PART = '<section class="part"'
"""How a chapter begins, on a page of its own; what stands before the first is the front."""

AWAY = "chapter:"
"""How the address of another chapter's part begins, until the chapters are joined."""

FOOT = "/Foot"
"""What a page calls that which is printed at its foot."""

HEAVY = {"Ultra-Bold": 2, "Bold": 1}
"""The place of a weight among the files of our type, by its name in a PDF; else the first."""

_BODY = re.compile(r"<body[^>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_LINK = re.compile(r'href="#([^"]+)"')
_THERE = re.compile(rf'href="{AWAY}([^"]+)"')
_MARK = re.compile(rb"/\w+\s+<</MCID \d+>>\s+BDC")


class Chapters(NamedTuple):
    """The HTML of a paper: its front, with the feet of its pages, and each chapter without."""

    front: str
    chapters: tuple[str, ...]
    feet: str
    """A document of no pages yet: what its body says is printed at the foot of each."""


def split(html: str) -> Chapters:
    """Return a paper's HTML in chapters, each a whole document, with its links away marked."""
    whole = html.partition("</body>")[0]
    body = _BODY.search(whole)
    assert body is not None
    head = whole[: body.start()]
    front, *parts = whole[body.end() :].split(PART)
    told = f"{head}{body[0]}"
    chapters = (f"{head}<body>{PART}{one}" for one in parts)
    names = set(_ID.findall(whole))
    return Chapters(_away(told + front, names), tuple(_away(one, names) for one in chapters), told)


def _away(html: str, names: set[str]) -> str:
    """Return a part of a paper as a document; links to those names that it has not are marked.

    A link to a name that nothing has stays as it is, and is told when the part is set.
    """
    there = names - set(_ID.findall(html))
    marked = _LINK.sub(
        lambda link: f'href="{AWAY}{link[1]}"' if link[1] in there else link[0], html
    )
    return f"{marked}</body></html>"


def numbers(chapters: Sequence[Pdf], front: int) -> dict[str, int]:
    """Return on which page each part of the chapters stands, after so many pages in front."""
    found: dict[str, int] = {}
    for chapter in chapters:
        pages = enumerate(chapter.pages, front + 1)
        at: dict[tuple[int, int], int] = {page.obj.objgen: number for number, page in pages}
        for name, place in _places(chapter.Root):
            (page, *_) = cast(Array, place)
            found[name] = at[page.objgen]
        front += len(chapter.pages)
    return found


def numbered(front: str, pages: Mapping[str, int]) -> str:
    """Return the front's HTML with a page (`data-page`) on each link to a chapter."""
    return _THERE.sub(lambda link: f'{link[0]} data-page="{pages[link[1]]}"', front)


def join(whole: Pdf, chapters: Sequence[Pdf], feet: Pdf, home: Path) -> None:
    """Add chapters to their front, with a foot for each of their pages; all have been finished."""
    places = dict(_places(whole.Root))
    first = len(whole.pages)
    for chapter in chapters:
        places.update(_add(whole, chapter))
    for number, foot in enumerate(feet.pages, first):
        _print_foot(whole, whole.pages[number], foot, Name(f"{FOOT}{number + 1}"))
    names = [part for name in sorted(places) for part in (String(name), places[name])]
    whole.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
    for page in whole.pages:
        for note in page.obj.get("/Annots", ()):
            _lead(note)
    _share(whole, home)


def _places(root: Object) -> Iterator[tuple[str, Object]]:
    """Yield the name and the place of each part that may be linked to."""
    if "/Names" in root and "/Dests" in root.Names:
        held = list(root.Names.Dests.Names)
        yield from zip(map(str, held[::2]), held[1::2], strict=True)


def _add(whole: Pdf, chapter: Pdf) -> dict[str, Object]:
    """Add the pages, tags and outline of a chapter; return the places it has."""
    first = len(whole.pages)
    whole.pages.extend(chapter.pages)
    nums: Any = whole.Root.StructTreeRoot.ParentTree.Nums
    before = 1 + max((int(nums[at]) for at in range(0, len(nums), 2)), default=-1)
    root = whole.copy_foreign(chapter.Root.StructTreeRoot)
    added: Any = root.ParentTree.Nums
    for at in range(0, len(added), 2):
        nums.extend([int(added[at]) + before, added[at + 1]])
    for page in list(whole.pages)[first:]:
        page.obj.StructParents = int(page.obj.StructParents) + before
        for note in page.obj.get("/Annots", ()):
            if "/StructParent" in note:
                note.StructParent = int(note.StructParent) + before
    document: Any = whole.Root.StructTreeRoot.K[0]
    for element in root.K[0].K:
        element.P = document
        document.K.append(element)
    _outline(whole.Root.Outlines, whole.copy_foreign(chapter.Root.Outlines))
    if "/Names" not in chapter.Root:
        return {}
    names = whole.copy_foreign(_indirect(chapter, chapter.Root.Names))
    return dict(_places(Dictionary(Names=names)))


def _indirect(pdf: Pdf, held: Object) -> Object:
    """Return an object that can be copied: one that stands by itself in its file."""
    return held if held.is_indirect else pdf.make_indirect(held)


def _outline(whole: Object, added: Object) -> None:
    """Put the headings of a chapter below the title of the whole, after those there."""
    title, last = whole.First, whole.First.get("/Last")
    if last is None:
        title.First = added.First
    else:
        last.Next, added.First.Prev = added.First, last
    title.Last = added.Last
    heading: Object | None = added.First
    while heading is not None:
        heading.Parent = title
        heading = heading.get("/Next")
    title.Count = int(title.Count) + int(added.Count)
    whole.Count = int(whole.Count) + int(added.Count)


def _print_foot(whole: Pdf, page: Page, foot: Page, name: Name) -> None:
    """Print the foot of a page over it, as an artifact, under a name: pages share resources."""
    form = whole.copy_foreign(foot.as_form_xobject())
    form.write(_MARK.sub(b"/Foot BMC", form.read_bytes()))
    page.add_resource(form, Name.XObject, name)
    page.contents_add(b"q", prepend=True)
    drawn = f"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC {name} Do EMC"
    page.contents_add(drawn.encode())


def _lead(note: Object) -> None:
    """Let a link into another chapter lead to its place there."""
    address = str(note.A.URI) if "/A" in note and "/URI" in note.A else ""
    if address.startswith(AWAY):
        del note["/A"]
        note.Dest = String(address.removeprefix(AWAY))
        note.Contents = String("Go to this part of the document")


def _share(whole: Pdf, home: Path) -> None:
    """Let all pages have one copy of our type, with what letters they need, and of the colours."""
    colours = whole.pages[0].Resources.ColorSpace
    fonts: dict[Path, dict[tuple[int, int], Object]] = {}
    for resources in _resources(whole):
        if "/ColorSpace" in resources:
            resources.ColorSpace = colours
        for font in resources.get("/Font", Dictionary()).values():
            (inner,) = font.DescendantFonts
            fonts.setdefault(_file(home, str(font.BaseFont)), {})[font.objgen] = inner
    for file, alike in fonts.items():
        letters = {letter for inner in alike.values() for letter in _letters(inner.W)}
        type_ = subset(file, frozenset(letters))
        stream = whole.make_stream(type_, Length1=len(type_))
        for inner in alike.values():
            inner.FontDescriptor.FontFile2 = stream


def _resources(pdf: Pdf) -> Iterator[Object]:
    """Yield what pages and the drawings on them call for."""
    for page in pdf.pages:
        yield page.Resources
        drawings = page.Resources.get("/XObject", Dictionary())
        yield from (one.Resources for one in drawings.values() if "/Resources" in one)


def _file(home: Path, name: str) -> Path:
    """Return the file of a font's weight, as its name in a PDF ends."""
    heavy = next((place for word, place in HEAVY.items() if word in name), 0)
    return type_files(home)[heavy]


def _letters(widths: Any) -> Iterator[int]:
    """Yield the places of a font's letters in its file, of which its widths are told in runs."""
    held = list(widths)
    for first, run in zip(held[::2], held[1::2], strict=True):
        yield from range(int(first), int(first) + len(run))


@cache
def subset(file: Path, letters: frozenset[int]) -> bytes:
    """Return a file of our type with some of its letters, each in its place, and all it draws."""
    options = Options(
        retain_gids=True,
        hinting=False,
        notdef_outline=True,
        layout_features=[],
        recalc_timestamp=False,
    )
    font = load_font(str(file), options)
    cutter = Subsetter(options)
    cutter.populate(gids=letters)
    cutter.subset(font)
    out = BytesIO()
    save_font(font, out, options)
    return out.getvalue()
