"""Imprinting: one shell for many posters, and each force's own words printed over it.

Printers keep shells: sheets that carry all that is common, on which local details are printed
when they are known. So here. The common part of a poster is laid out and drawn once; a force's
own part is a small document of its own; and the two become one page with one tree of tags, in
the order in which the template has them.

A template puts `<!-- own -->` before, and `<!-- /own -->` after, each element that differs from
force to force. Those elements stand directly in the body, each in a place of its own on the
sheet, so that nothing else moves when they change.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

from peerhub.press.errors import PressError

OWN = re.compile(r"<!-- own -->(.*?)<!-- /own -->", re.DOTALL)
BODY = "<body>"
SLOT = "<div></div>"
"""What stands in a shell where an element of the force's own will be."""

PREFIX = "own-"
"""What the names of a force's own resources begin with, to differ from the shell's."""

KINDS = (Name.Font, Name.XObject, Name.ExtGState, Name.Pattern, Name.Shading)
_RESOURCE = re.compile(rb"^/(?=\S+ (?:[-.\d]+ Tf|gs|Do|cs|CS|sh|scn|SCN)$)", re.MULTILINE)
_MARK = re.compile(rb"/MCID (\d+)")


def parts(html: str) -> tuple[str, str]:
    """Return the HTML of a poster's shell, and that of the force's own part."""
    head = html.partition(BODY)[0]
    own = "\n".join(OWN.findall(html))
    return OWN.sub(SLOT, html), f'{head}<body class="own">{own}</body></html>'


def imprint(shell: Pdf, own: Pdf) -> None:
    """Print the one page of `own` over the one page of `shell`, with its tags and its links.

    Raises `PressError` when the two do not have as many elements of the force's own.
    """
    marks = shell.Root.StructTreeRoot.ParentTree.Nums[1]
    drawing = own.pages[0].Contents.read_bytes()
    drawing = _MARK.sub(lambda mark: b"/MCID %d" % (int(mark[1]) + len(marks)), drawing)
    _draw_over(shell, _RESOURCE.sub(b"/" + PREFIX.encode(), drawing))
    _share_resources(shell, own)
    _join_tags(shell, own)


def _draw_over(shell: Pdf, drawing: bytes) -> None:
    """Add a drawing to the shell's page, each with the page's own coordinates to start from."""
    page = shell.pages[0]
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q")
    page.contents_add(drawing)


def _share_resources(shell: Pdf, own: Pdf) -> None:
    """Give the shell's page the fonts and all else that the drawing of `own` calls for."""
    here, there = shell.pages[0].Resources, own.pages[0].Resources
    own_fonts = there.Font.values()
    for font in own_fonts:
        _retag(font)
    for kind in KINDS:
        for name, resource in there.get(kind, Dictionary()).items():
            held = own.make_indirect(resource)
            here[kind][f"/{PREFIX}{name[1:]}"] = shell.copy_foreign(held)


def _retag(font: Object) -> None:
    """Give a font another subset tag: the shell has other letters of the same one.

    Subsets of one font in one file must have tags that differ (ISO 32000-1 clause 9.6.4).
    """
    (inner,) = font.DescendantFonts
    tag, _, name = str(font.BaseFont)[1:].partition("+")
    other = Name(f"/{codecs.encode(tag, 'rot13')}+{name}")
    font.BaseFont = inner.BaseFont = inner.FontDescriptor.FontName = other


def _join_tags(shell: Pdf, own: Pdf) -> None:
    """Put the elements of `own` into the slots of the shell's tree, in their order."""
    (document,) = shell.Root.StructTreeRoot.K
    (source,) = own.Root.StructTreeRoot.K
    slots = [place for place, element in enumerate(document.K) if not len(element.K)]
    if len(slots) != len(source.K):
        raise PressError(
            f"The template has {len(slots)} parts marked as own, with {len(source.K)} elements.",
            "Put one element, and only one, between each pair of marks.",
        )
    joiner = _Joiner(shell)
    for slot, element in zip(slots, source.K, strict=True):
        del element["/P"]
        joined = shell.copy_foreign(element)
        joined.P = document
        document.K[slot] = joined
        joiner.walk(joined)
    joiner.done()


class _Joiner:
    """Makes elements that came from another document point to the shell's page and numbers."""

    def __init__(self, shell: Pdf) -> None:
        self.page = shell.pages[0].obj
        self.nums: Any = shell.Root.StructTreeRoot.ParentTree.Nums
        self.before = len(self.nums[1])
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
        self.nums[1].extend([element for _, element in sorted(self.marked.items())])
        if self.links and "/Annots" not in self.page:
            self.page.Annots = Array()
        for link, element in self.links:
            key = len(self.nums) // 2
            link.StructParent = key
            self.nums.extend([key, element])
            self.page.Annots.append(link)
