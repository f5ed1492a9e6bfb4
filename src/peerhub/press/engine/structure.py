"""The tree of tags put in order: one link an address, one span a run, heads of tables with a scope.

WeasyPrint tags what it draws, line by line. A link that runs over two lines becomes two, and a run
of words may become a dozen spans: whoever hears the document hears the seams. It does not say
either which cells a head is for (ISO 14289-1 clause 7.5; ISO 32000-1 clause 14.8.5.7).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Pdf

PLAIN = frozenset({"/S", "/Type", "/P", "/Pg", "/K"})
"""What a span holds that only carries words."""


def put_in_order(pdf: Pdf) -> None:
    """Join what belongs together in the tree of tags, give heads a scope and pages a label."""
    root = pdf.Root.StructTreeRoot
    for element in list(_elements(root)):
        children = element.get("/K")
        if isinstance(children, Array) and len(children) > 1:
            _join(pdf, children)
        if element.get("/S") == Name.THead:
            _scope(element, Name.Column)
        elif element.get("/S") == Name.TR and element.P.get("/S") != Name.THead:
            _scope(element, Name.Row)
    if len(pdf.pages) > 1:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _elements(root: Object) -> Iterator[Dictionary]:
    """Yield every element below the root of a tree of tags."""
    waiting = list(root.K)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting.extend(_children(element))


def _children(element: Object) -> list[Object]:
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _scope(element: Object, scope: Name) -> None:
    """Say of every head below an element which cells it is for."""
    heads = [element, *_elements(element)] if isinstance(element.get("/K"), Array) else []
    for head in heads:
        if head.get("/S") == Name.TH:
            said = head.get("/A")
            owned = [said] if isinstance(said, Dictionary) else list(said or ())
            owned = [one for one in owned if "/Scope" not in one]
            head.A = Array([*owned, Dictionary(O=Name.Table, Scope=scope)])


def _join(pdf: Pdf, children: Array) -> None:
    """Join each element with the one before it, where the two are one to whoever listens."""
    kept: list[Object] = []
    joined = False
    for child in children:
        if kept and _are_one(kept[-1], child):
            _take_over(pdf, kept[-1], child)
            joined = True
        else:
            kept.append(child)
    if joined:
        del children[:]
        children.extend(kept)


def _are_one(first: Object, second: Object) -> bool:
    if not all(isinstance(one, Dictionary) and "/S" in one for one in (first, second)):
        return False
    if first.S != second.S or first.get("/Pg") != second.get("/Pg"):
        return False
    if Name.Span == first.S:
        words = (*_children(first), *_children(second))
        return {*first.keys(), *second.keys()} <= PLAIN and not any(
            isinstance(one, Dictionary) for one in words
        )
    return Name.Link == first.S and _opens(first) is not None and _opens(first) == _opens(second)


def _note(link: Object) -> Object | None:
    """Return the place to press that belongs to a link's element."""
    return next((one.Obj for one in _children(link) if _is_place(one)), None)


def _is_place(child: Object) -> bool:
    return isinstance(child, Dictionary) and child.get("/Type") == Name.OBJR


def _opens(link: Object) -> str | None:
    note = _note(link)
    return str(note.A.URI) if note is not None and "/URI" in note.get("/A", {}) else None


def _take_over(pdf: Pdf, first: Object, second: Object) -> None:
    """Give what an element holds to the one before it, in the tree and in the list of parts."""
    numbers = cast(Array, pdf.Root.StructTreeRoot.ParentTree.Nums)
    if Name.Link == first.S:
        one, other = cast(Object, _note(first)), cast(Object, _note(second))
        one.QuadPoints = Array([*_corners(one), *_corners(other)])
        one.Rect = _around(one.Rect, other.Rect)
        _take_away(first.Pg, other, numbers)
    first.K = Array(
        [*_children(first), *(each for each in _children(second) if not _is_place(each))]
    )
    for holders in (numbers[at] for at in range(1, len(numbers), 2)):
        if isinstance(holders, Array):
            for at, holder in enumerate(holders):
                if holder is not None and holder.objgen == second.objgen:
                    holders[at] = first


def _corners(note: Object) -> list[float]:
    """Return the corners of each part of a place to press (ISO 32000-1 table 173)."""
    if "/QuadPoints" in note:
        return [float(one) for one in note.QuadPoints]
    left, one, right, two = (float(side) for side in note.Rect)
    low, high = sorted((one, two))
    return [left, high, right, high, left, low, right, low]


def _around(first: Object, second: Object) -> Array:
    left, low, right, high = zip(_sides(first), _sides(second), strict=True)
    return Array([min(left), min(low), max(right), max(high)])


def _sides(box: Object) -> tuple[float, float, float, float]:
    left, one, right, two = (float(side) for side in box)
    return min(left, right), min(one, two), max(left, right), max(one, two)


def _take_away(page: Object, note: Object, numbers: Array) -> None:
    """Take a place to press off its page and out of the list of parts."""
    key = int(note.StructParent)
    for at in range(0, len(numbers), 2):
        if int(numbers[at]) == key:
            del numbers[at : at + 2]
            break
    for at, one in enumerate(page.Annots):
        if one.objgen == note.objgen:
            del page.Annots[at]
            break
