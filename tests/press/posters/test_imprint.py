"""Imprinting: shell and own part become one page, with one tree of tags in reading order."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Name

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.imprint import parts
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from tests.press.samples import job, materials_at

CONFIRMED = job(
    mailbox="peer.support@northshire.example",
    phone="01632 960001",
    intranet="https://intranet.northshire.example/",
)


@pytest.fixture(scope="module")
def poster():
    return Typesetter(Materials(HOME)).set(CONFIRMED)


def elements(element) -> Iterator:
    yield element
    for kid in element.K:
        if not isinstance(kid, int) and kid.get("/Type") == Name.StructElem:
            yield from elements(kid)


def own_marks(element) -> list[int]:
    return [int(kid) for kid in element.K if isinstance(kid, int)]


def test_html_is_parted_at_the_marks():
    html = "<html><body><p>a</p><!-- own --><p>b</p><!-- /own --><p>c</p></body></html>"
    assert parts(html) == (
        "<html><body><p>a</p><div></div><p>c</p></body></html>",
        "",
        '<html><body class="own"><p>b</p></body></html>',
        (frozenset(),),
    )


def test_what_some_forces_share_is_a_layer_of_its_own_on_every_side():
    html = (
        "<html><style>p { color: red }</style><body>"
        '<section class="side"><!-- own --><p>a</p><!-- /own --></section>'
        '<section class="side"><!-- kin --><p>b</p><!-- /kin --><p>c</p>'
        "<!-- own --><p>d</p><!-- /own --><!-- kin --><p>e</p><!-- /kin --></section></body></html>"
    )
    found = parts(html)
    assert "<style>" in found.common
    assert found.common.count("<div></div>") == 4
    assert found.kin.replace("\n", "") == (
        '<html><body class="own"><section class="side"></section>'
        '<section class="side"><p>b</p><p>e</p></section></body></html>'
    )
    assert found.own.replace("\n", "") == (
        '<html><body class="own"><section class="side"><p>a</p></section>'
        '<section class="side"><p>d</p></section></body></html>'
    )
    assert found.kin_slots == (frozenset(), frozenset({0, 2}))


def test_the_layers_of_a_card_are_one_tree_in_the_order_of_the_template():
    card = Typesetter(Materials(HOME)).set(CONFIRMED, "a5")
    _, back = card.Root.StructTreeRoot.K[0].K
    assert [str(element.S) for element in back.K] == [
        "/Div",  # what it is not, and the limits
        "/Div",  # talk to a peer supporter
        "/Div",  # how (shared by forces with the same ways, or none)
        "/P",  # the code
        "/P",  # its address
        "/H2",  # in danger
        "/P",  # day or night
        "/L",  # the urgent lines (shared by forces of a nation)
        "/P",  # the small print
    ]
    names = subsets(card.pages[1])
    assert len(names) == len(set(names)) == 3


def subsets(page) -> list[str]:
    """Return the name of each font of a page, which may have several names for one."""
    fonts = {font.objgen: str(font.BaseFont) for font in page.Resources.Font.values()}
    return list(fonts.values())


def test_posters_of_two_forces_share_a_shell():
    setter = Typesetter(Materials(HOME))
    setter.set(job("north", "North Police"))
    before = set(setter._shells)
    setter.set(job("south", "South Police"))
    assert set(setter._shells) == before
    assert sorted(bool(kin) for *_, kin in before) == [False, True]


def test_the_tags_follow_the_order_of_the_template(poster):
    (document,) = poster.Root.StructTreeRoot.K
    assert [str(element.S) for element in document.K] == [
        "/P",  # the force
        "/H1",  # question and invitation
        "/Div",  # what peer supporters do
        "/Div",  # what it is not, and the limits
        "/H2",  # talk to a peer supporter
        "/Div",  # how
        "/P",  # the code
        "/H2",  # in danger
        "/P",  # day or night
        "/L",  # the urgent lines
        "/P",  # the small print
    ]


def test_every_mark_on_the_page_is_in_the_tree_once_and_found_from_its_number(poster):
    page = poster.pages[0]
    drawn = b"\n".join(part.read_bytes() for part in page.Contents)
    marks = drawn.count(b"/MCID")
    (document,) = poster.Root.StructTreeRoot.K
    found = {mark: one for one in elements(document) for mark in own_marks(one)}
    by_number = poster.Root.StructTreeRoot.ParentTree.Nums[1]
    assert sorted(found) == list(range(marks))
    assert len(by_number) == marks
    for number, element in enumerate(by_number):
        assert element.objgen == found[number].objgen


def test_every_element_is_on_the_page_and_below_its_parent(poster):
    (document,) = poster.Root.StructTreeRoot.K
    for parent in elements(document):
        for kid in parent.K:
            if not isinstance(kid, int):
                assert kid.Pg.objgen == poster.pages[0].obj.objgen
                if "/S" in kid:
                    assert kid.P.objgen == parent.objgen


def test_every_link_is_found_from_its_number(poster):
    nums = poster.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(nums[at]): nums[at + 1] for at in range(2, len(nums), 2)}
    links = poster.pages[0].Annots
    assert [str(link.A.URI) for link in links] == [
        "mailto:peer.support@northshire.example",
        "https://intranet.northshire.example/",
        "https://peer-support.example/forces/northshire/",
    ]
    for link in links:
        owner = owners[int(link.StructParent)]
        assert str(owner.S) == "/Link"
        assert any(not isinstance(kid, int) and kid.Obj.objgen == link.objgen for kid in owner.K)


def test_no_two_subsets_of_one_font_share_a_name(poster):
    strange = Typesetter(Materials(HOME)).set(job("north", "Łódź Police"))
    for paper, number in ((poster, 3), (strange, 4)):
        names = subsets(paper.pages[0])
        assert len(names) == len(set(names)) == number


def test_nothing_of_the_own_part_is_left_unnamed(poster):
    drawn = poster.pages[0].Contents[-1].read_bytes()
    resources = poster.pages[0].Resources
    for line in drawn.splitlines():
        operands = line.split()
        if operands and operands[-1] in (b"Tf", b"gs", b"Do"):
            kind = {b"Tf": "/Font", b"gs": "/ExtGState", b"Do": "/XObject"}[operands[-1]]
            assert operands[0].decode() in resources[kind]
            # A face of the case is the same in every layer.
            assert operands[0].startswith(b"/own-") or operands[-1] == b"Tf"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!-- /own -->\n<!-- own -->", ""),
        ('<p class="place force">{{ force }}</p>', "<p>{{ force }}</p><p>again</p>"),
    ],
)
def test_marks_that_do_not_hold_one_element_are_refused(old, new, tmp_path):
    home = materials_at(tmp_path)
    template = home / "posters/base.html"
    assert old in template.read_text()
    template.write_text(template.read_text().replace(old, new))
    with pytest.raises(PressError) as fault:
        Typesetter(Materials(home)).set(job())
    assert str(fault.value).endswith("Put one element, and only one, between each pair of marks.")


def test_the_finished_page_opens_without_complaint(poster, tmp_path):
    poster.save(tmp_path / "poster.pdf")
    with pikepdf.open(tmp_path / "poster.pdf") as saved:
        assert saved.check_pdf_syntax() == []
        assert len(saved.pages) == 1
