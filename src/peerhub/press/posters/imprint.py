"""Imprinting: one shell for many posters, and each force's own words printed over it.

Printers keep shells: sheets that carry all that is common, on which local details are printed
when they are known. So here. The common part of a poster is laid out and drawn once; what some
forces share, such as their nation's numbers, is a small document of its own, drawn once for them;
a force's own part is another; and they become one page with one tree of tags, in the order in
which the template has them.

A template puts `<!-- own -->` before, and `<!-- /own -->` after, each element that differs from
force to force, and `<!-- kin -->` and `<!-- /kin -->` round each that some forces have alike. Those
elements stand directly in the body, each in a place of its own on the sheet, so that nothing else
moves when they change. On a sheet of more than one page, each page is a `<section class="side">`,
and they stand directly in that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from peerhub.press.engine.errors import PressError
from peerhub.press.posters.type_case import TypeCase, is_named

OWN = re.compile(r"<!-- own -->(.*?)<!-- /own -->", re.DOTALL)
_MARKED = re.compile(r"<!-- (?P<layer>own|kin) -->(?P<element>.*?)<!-- /(?P=layer) -->", re.DOTALL)
_SIDE = re.compile(r'<section class="side\b[^>]*>')
_KEPT = re.compile(rf"{_MARKED.pattern}|{_SIDE.pattern}|</section>", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
BODY = "<body>"
OWN_BODY = '<body class="own">'
"""How the body of a shell begins, and how that of a layer does."""
SLOT = "<div></div>"
"""What stands in a shell where an element of another layer will be."""

SHIFTS = {"kin": 7, "own": 13}
"""How many letters on a layer's subset tags are moved in the alphabet, to differ from a shell's."""

KINDS = (Name.Font, Name.XObject, Name.ExtGState, Name.Pattern, Name.Shading)
_RESOURCE = re.compile(rb"^/(?=(\S+) (?:[-.\d]+ Tf|gs|Do|cs|CS|sh|scn|SCN)$)", re.MULTILINE)
_MARK = re.compile(rb"/MCID (\d+)")


class Parts(NamedTuple):
    """The HTML of a poster in layers: what all share, what some share (or ""), a force's own.

    `kin_slots` tells, page by page, which of the page's slots are for what some share.
    """

    common: str
    kin: str
    own: str
    kin_slots: tuple[frozenset[int], ...]


def parts(html: str) -> Parts:
    """Return the layers of a poster's HTML. A style in its head is for the shell alone."""
    head = _STYLE.sub("", html.partition(BODY)[0])
    layers: dict[str, list[str]] = {"kin": [], "own": []}
    slots: list[list[str]] = [[]]
    for found in _KEPT.finditer(html):
        if found["layer"]:
            layers[found["layer"]].append(found["element"])
            slots[-1].append(found["layer"])
            continue
        if _SIDE.match(found[0]):
            slots.append([])
        for kept in layers.values():
            kept.append(found[0])
    sides = slots[1:] or slots
    kin_slots = tuple(
        frozenset(place for place, layer in enumerate(side) if layer == "kin") for side in sides
    )
    kin, own = (f"{head}{OWN_BODY}{chr(10).join(one)}</body></html>" for one in layers.values())
    return Parts(_MARKED.sub(SLOT, html), kin if any(kin_slots) else "", own, kin_slots)


def pages_of(html: str) -> int:
    """Return how many pages some HTML of a template is meant to fill."""
    return max(1, len(_SIDE.findall(html)))


def imprint(
    shell: Pdf,
    own: Pdf,
    case: TypeCase,
    layer: str = "own",
    places: Sequence[frozenset[int]] | None = None,
) -> None:
    """Print each page of `own` over that of `shell`, with its tags and its links.

    Faces that `own` but names come from the type case. `places` says which slots of each page the
    layer fills; by default it fills all that are left. Raises `PressError` when the two do not have
    as many pages, or as many slots as elements.
    """
    sides, own_sides = _sides(shell), _sides(own)
    if not len(shell.pages) == len(own.pages) == len(sides) == len(own_sides):
        raise PressError(
            f"The template has {len(shell.pages)} pages, with {len(own.pages)} of the force's own.",
            "Give each page one section of the class side.",
        )
    fonts = [font for page in own.pages for font in page.Resources.Font.values()]
    for font in {font.objgen: font for font in fonts if not is_named(font)}.values():
        _retag(font, SHIFTS[layer])
    for number, (side, own_side) in enumerate(zip(sides, own_sides, strict=True)):
        page, over = shell.pages[number], own.pages[number]
        _draw_over(page, _renamed(over, len(_marks(shell, page)), layer))
        _share_resources(shell, page, own, over, layer, case)
        _join_tags(_Joiner(shell, page), side, own_side, places[number] if places else None)


def _sides(pdf: Pdf) -> list[Object]:
    """Return the elements that hold what is on each page: the sections, or the one document."""
    (document,) = pdf.Root.StructTreeRoot.K
    sections = [element for element in document.K if str(element.S) == "/Sect"]
    return sections or [document]


def _marks(pdf: Pdf, page: Page) -> Any:
    """Return the elements of a page's marks, by their number."""
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    return nums[2 * int(page.obj.StructParents) + 1]


def _renamed(over: Page, before: int, layer: str) -> bytes:
    """Return a drawing with its marks counted on from some, and its resources by its layer.

    Faces of the type case are the same in every layer, and keep their names.
    """
    drawing, fonts = over.Contents.read_bytes(), over.Resources.Font
    drawing = _MARK.sub(lambda mark: b"/MCID %d" % (int(mark[1]) + before), drawing)
    faces = {name[1:].encode() for name, font in fonts.items() if is_named(font)}
    other = f"/{layer}-".encode()
    return _RESOURCE.sub(lambda found: b"/" if found[1] in faces else other, drawing)


def _draw_over(page: Page, drawing: bytes) -> None:
    """Add a drawing to a page, each with the page's own coordinates to start from."""
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q")
    page.contents_add(drawing)


def _share_resources(
    shell: Pdf, page: Page, own: Pdf, over: Page, layer: str, case: TypeCase
) -> None:
    """Give the shell's page the fonts and all else that the drawing over it calls for."""
    here, there = page.Resources, over.Resources
    for kind in KINDS:
        for name, resource in there.get(kind, Dictionary()).items():
            if kind == Name.Font and is_named(resource):
                case.put(shell, here.Font, name)
            else:
                held = own.make_indirect(resource)
                here[kind][f"/{layer}-{name[1:]}"] = shell.copy_foreign(held)


def _retag(font: Object, shift: int) -> None:
    """Give a font another subset tag: the shell has other letters of the same one.

    Subsets of one font in one file must have tags that differ (ISO 32000-1 clause 9.6.4).
    """
    (inner,) = font.DescendantFonts
    tag, _, name = str(font.BaseFont)[1:].partition("+")
    moved = (chr((ord(letter) - ord("A") + shift) % 26 + ord("A")) for letter in tag)
    other = Name(f"/{''.join(moved)}+{name}")
    font.BaseFont = inner.BaseFont = inner.FontDescriptor.FontName = other


def _join_tags(
    joiner: _Joiner, side: Object, own_side: Object, places: frozenset[int] | None
) -> None:
    """Put the elements of a layer into its slots of a side of the shell, in order."""
    empty = [place for place, element in enumerate(side.K) if not len(element.K)]
    slots = [place for order, place in enumerate(empty) if places is None or order in places]
    if len(slots) != len(own_side.K):
        raise PressError(
            f"The template has {len(slots)} parts marked alike, with {len(own_side.K)} elements.",
            "Put one element, and only one, between each pair of marks.",
        )
    for slot, element in zip(slots, own_side.K, strict=True):
        del element["/P"]
        joined = joiner.shell.copy_foreign(element)
        joined.P = side
        side.K[slot] = joined
        joiner.walk(joined)
    joiner.done()


class _Joiner:
    """Makes elements that came from another document point to a page of the shell."""

    def __init__(self, shell: Pdf, page: Page) -> None:
        self.shell = shell
        self.page = page.obj
        self.nums: Any = shell.Root.StructTreeRoot.ParentTree.Nums
        self.marks = _marks(shell, page)
        self.before = len(self.marks)
        self.marked: dict[int, Object] = {}
        self.links: list[tuple[Object, Object]] = []

    def walk(self, element: Object) -> None:
        """Take in an element and all below it."""
        element.Pg = self.page
        kids: Any = element.K
        for place, kid in enumerate(kids):
            if isinstance(kid, int):
                kids[place] = self.before + kid
                self.marked[kid] = element
            elif kid.get("/Type") == Name.OBJR:
                kid.Pg = self.page
                self.links.append((kid.Obj, element))
            else:
                self.walk(kid)

    def done(self) -> None:
        """Enter what was taken in among the page's marks and links."""
        self.marks.extend([element for _, element in sorted(self.marked.items())])
        if self.links and "/Annots" not in self.page:
            self.page.Annots = Array()
        for link, element in self.links:
            key = len(self.nums) // 2
            link.StructParent = key
            self.nums.extend([key, element])
            self.page.Annots.append(link)
