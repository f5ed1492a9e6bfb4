"""What is wrong with a page's text is told at its place, with a code and a remedy."""

from __future__ import annotations

import pytest

from peerhub.proofread.run import proofread
from tests.projects import ROOT

FRONT = "---\ntitle: T\n---\n\n"
MACROS = {"services": lambda _: '<ul><li id="service-999">999</li></ul>'}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
SUPPORT = FRONT + "## Talk now\n\nCall.\n"


def told(tmp_path, body: str, **pages: str) -> list[str]:
    """Return what is said of `docs/a.md` with a body that starts on line 5."""
    for name, text in {"a": FRONT + body, "support": SUPPORT, **pages}.items():
        file = tmp_path / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "docs" / "assets").mkdir(exist_ok=True)
    (tmp_path / "docs" / "assets" / "tea.svg").write_text(SVG, encoding="utf-8")
    found = proofread(tmp_path, {"forces/kent.md"}, MACROS)
    return [one.as_line() for one in sorted(found) if one.code != "PH065"]


SOUND = """\
See [help](/support/), [its start](/support/#talk-now), [below](#the-end) and
[Kent](/forces/kent/#posters). Write to [us](mailto:contact@oscarkilo.org.uk), call
[999](tel:999) or read [a study](https://doi.org/10.1000/182). H<sub>2</sub>O, <https://gov.uk>.

![Tea in a cup](/assets/tea.svg)

{{ services("urgent") }}

- one
- two
    - three

1. one
2. two

| A | B |
|---|:-:|
| a \\| b | `|` |

Term
:   Its meaning - with a dash.

```
<script>[x](javascript:y)
```

## The end {#the-end}

Words. <!-- sheet: One --> <!-- end of sheet -->
{: .lead }
"""


def test_a_sound_page_is_not_mentioned(tmp_path):
    assert told(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("body", "at", "code", "said"),
    [
        # links within the hub
        ("[x](/suport/)", "5:5", "PH067", "Did you mean '/support/'?"),
        ("[x](/support)", "5:5", "PH067", "Write /support/."),
        ("[x](help/support/)", "5:5", "PH067", "Did you mean '/support/'?"),
        ("[x](/old/kent/)", "5:5", "PH067", "Did you mean '/forces/kent/'?"),
        ("[x](support.md) [y](gone.md)", "5:21", "PH067", "the link to gone.md leads to no page."),
        ("[x](/support/#talk-know)", "5:5", "PH068", "Did you mean 'talk-now'?"),
        ("## Here\n\n[x](#hear)", "7:5", "PH068", "Did you mean 'here'?"),
        ("[x](/files/a.pdf)", "5:5", "PH067", "the link to /files/a.pdf leads to no page."),
        # links that no browser can follow
        ("[x]()", "5:5", "PH069", "the link 'x' has no address."),
        ("[](/support/)", "5:1", "PH069", "this link has no words."),
        ("[x](javascript:alert(1))", "5:5", "PH069", "would run a program"),
        ("[x](JaVaScRiPt:alert)", "5:5", "PH069", "would run a program"),
        ("[x](java%73cript:alert)", "5:5", "PH069", "would run a program"),
        ("[x](data:text/html,hello)", "5:5", "PH069", "would run a program"),
        ("[x](htp://gov.uk/a)", "5:5", "PH069", "Did you mean https://gov.uk/a?"),
        ("[x](https//gov.uk/a)", "5:5", "PH069", "Did you mean https://gov.uk/a?"),
        ("[x](www.gov.uk)", "5:5", "PH069", "Did you mean https://www.gov.uk?"),
        ("[x](http://gov.uk)", "5:5", "PH069", "Write https://gov.uk"),
        ("[x](file:///C:/a.doc)", "5:5", "PH069", "on one person's computer"),
        ("[x](C:\\a.doc)", "5:5", "PH069", "on one person's computer"),
        ("[x](\\\\force\\share\\a.doc)", "5:5", "PH069", "on one person's computer"),
        ("[x](mailto:nobody)", "5:5", "PH069", "leads to no mailbox"),
        ("[x](contact@oscarkilo.org.uk)", "5:5", "PH069", "Write mailto:contact@oscarkilo.org.uk"),
        ("[x](mailto:jane.smith%40force.police.uk)", "5:5", "PH050", "which is not a role's"),
        ("[x](tel:0800-call)", "5:5", "PH069", "cannot be dialled"),
        ("[x](gopher://a)", "5:5", "PH069", "starts with 'gopher:'"),
        ("[x] (https://gov.uk)", "5:1", "PH069", "there is a space between"),
        ("(x)[https://gov.uk]", "5:1", "PH069", "the wrong way round"),
        ("[x](/my page/)", "5:3", "PH069", "a space in the address"),
        ("[x](https://gov.uk", "5:3", "PH069", "has no end"),
        ("See https://gov.uk/a for it.", "5:5", "PH069", "stands here and is no link"),
        ("[click here](/support/)", "5:1", "PH078", "does not say where it leads"),
        (
            "[x](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgov.uk%2Fa&data=1)",
            "5:5",
            "PH021",
            "Write the address inside it: https://gov.uk/a",
        ),
        ("[x](https://gov.uk/a?utm_source=b)", "5:5", "PH021", "Write: https://gov.uk/a"),
        # pictures
        ("![](/assets/tea.svg)", "5:1", "PH073", "people who cannot see it"),
        ("![IMG_1234](/assets/tea.svg)", "5:1", "PH073", "does not say what the picture shows"),
        ("![tea.png](/assets/tea.svg)", "5:1", "PH073", "does not say what the picture shows"),
        ("![A cup](/assets/cup.svg)", "5:10", "PH072", "there is no picture '/assets/cup.svg'"),
        ("![A cup](https://a.example/b.png)", "5:10", "PH072", "on another site"),
        ("![A cup](file:///tmp/b.png)", "5:10", "PH072", "on one person's computer"),
        ("![A cup](data:image/png;base64,AA)", "5:10", "PH072", "on another site"),
        # HTML
        ("<script>alert(1)</script>", "5:1", "PH071", "pages run no scripts"),
        ("a <SCRIPT src=x>", "5:3", "PH071", "pages run no scripts"),
        ('<iframe src="https://a.example"></iframe>', "5:1", "PH071", "Link to it"),
        ('<p class="MsoNormal">x</p>', "5:1", "PH071", "pasted from Word"),
        ("a<o:p></o:p>", "5:2", "PH071", "pasted from Word"),
        ("<!--[if gte mso 9]><xml></xml><![endif]-->", "5:1", "PH071", "pasted from Word"),
        ('<span style="font-size:9px">x</span>', "5:1", "PH071", "<span> has 'style'"),
        ('<abbr onclick="x()">x</abbr>', "5:1", "PH071", "<abbr> has 'onclick'"),
        ('<img src="/assets/tea.svg">', "5:1", "PH071", "Write ![what it shows](address)."),
        ("<b>x</b>", "5:1", "PH071", "Write **words**."),
        ("<!-- to do -->", "5:1", "PH071", "it would be published with the page"),
        ('x\n{: onclick="y()" }', "6:1", "PH071", "sets something that no page may set"),
        ('## A {style="x:y"}', "5:6", "PH071", "sets something that no page may set"),
        ('{{ services("<iframe>") }}', "5:14", "PH071", "Link to it"),
        # lists, tables, headings
        ("x\n• one\n• two", "6:1", "PH076", "'•' makes no list"),
        ("•\tone\n•\ttwo", "5:1", "PH076", "'•' makes no list"),
        ("o one\no two", "5:1", "PH076", "'o' makes no list"),
        ("x\n– one\n– two", "6:1", "PH076", "'–' makes no list"),
        ("Bring:\n- one\n- two", "6:1", "PH076", "part of the paragraph above it"),
        ("Do:\n1. one\n2. two", "6:1", "PH076", "part of the paragraph above it"),
        ("1) one\n2) two", "5:1", "PH076", "'1)' makes no list"),
        ("-One\n-Two", "5:1", "PH076", "makes no list"),
        ("| a | b |\n| c | d |", "5:1", "PH075", "no line between its head and its rows"),
        ("x\n| a | b |\n|---|---|\n| c | d |", "6:1", "PH075", "Leave an empty line above"),
        ("| a | b |\n|---|---|\n| c | d | e |", "7:1", "PH075", "this row has 3 cells"),
        ("| a | b |\n|---|---|\n| c | d |\nafter", "8:1", "PH075", "none of its rows"),
        ("a\tb\nc\td", "5:1", "PH075", "pasted from a spreadsheet"),
        ("# One", "5:1", "PH074", "second heading of the first level"),
        ("##Two", "5:1", "PH074", "Write ## Two"),
        ("##", "5:1", "PH074", "this heading has no words"),
        ("Two\n---", "6:1", "PH074", "makes the one above it a heading"),
        ("## Two\n\n## two", "7:1", "PH074", "a heading 'two' already, on line 5"),
        ("- **a** b\n- **c d", "6:3", "PH078", "the signs ** stand here without"),
        ("<!-- end of shet -->", "5:1", "PH071", "Write <!-- end of sheet -->."),
        ("<!-- shet: One -->", "5:1", "PH071", "Write <!-- sheet: One -->."),
        ("x ** a b ** y", "5:3", "PH078", "a space between ** and the words"),
        ("See [a plan][plan] of it.", "5:5", "PH069", "the link 'a plan' has no address"),
        ("See [a plan][] of it.", "5:5", "PH069", "the link 'a plan' has no address"),
        ("So it is.[^1]", "5:10", "PH069", "a footnote is named here"),
        ('[x](/support/ "Need)', "5:3", "PH069", "do not close"),
        ("x { { limits() } } y", "5:3", "PH062", "begins no call"),
        ("x \\{\\{ limits() \\}\\}", "5:3", "PH062", "begins no call"),
        ("Name: ________", "5:7", "PH078", "makes no line to write on"),
        ("Name: ............", "5:7", "PH078", "makes no line to write on"),
        ("Name: ...", "5:7", "PH078", "makes no line to write on"),
        ("- [ ] Sent", "5:1", "PH078", "makes no box to tick"),
        ("Error! Bookmark not defined.", "5:1", "PH078", "where it finds nothing"),
    ],
)
def test_each_fault_is_told_once_at_its_place(tmp_path, body, at, code, said):
    (line,) = told(tmp_path, body)
    assert line.startswith(f"docs/a.md:{at}: ")
    assert line.endswith(f" [{code}]")
    assert said in line


@pytest.mark.parametrize(
    "body",
    [
        "**a** and **b**",
        "unless **{{ limits() }}**.",
        "[x][plan]\n\n[plan]: /support/",
        '[x](/support/ "Need to talk (now)")',
        "A { b } and {{ limits() }}",
    ],
)
def test_signs_that_are_right_are_let_be(tmp_path, body):
    assert told(tmp_path, body) == []


@pytest.mark.parametrize("spoilt", [b"---\n", b"\xe9", b"---\ntitle: x\n\n{{ limits() }}\n"])
def test_a_page_that_cannot_be_read_is_no_page_that_is_gone(tmp_path, spoilt):
    told(tmp_path, "[x](/support/#talk-now)")
    (tmp_path / "docs/support.md").write_bytes(spoilt)
    found = proofread(tmp_path, {"forces/kent.md"}, MACROS)
    assert [one for one in found if one.code != "PH065"] == []


def test_two_pages_with_one_address_are_both_named(tmp_path):
    (line,) = told(tmp_path, "x", **{"records": FRONT, "records/index": FRONT})
    assert line == (
        "docs/records/index.md:1:1: this page has the address /records/, and so has "
        "docs/records.md. Give one of them another name, or join the two. [PH064]"
    )


def test_a_page_with_the_address_of_one_made_from_data_is_told(tmp_path):
    (line,) = told(tmp_path, "x", **{"forces/kent": FRONT})
    assert (
        "docs/forces/kent.md:1:1: this page has the address /forces/kent/, and so has a page"
        in line
    )


def test_a_name_that_cannot_be_typed_is_told_with_one_that_can(tmp_path):
    (line,) = told(tmp_path, "x", **{"My New Page": FRONT})
    assert "Call it my-new-page.md: small letters, digits and single hyphens. [PH066]" in line


def test_a_page_that_everything_leads_to_is_missed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(FRONT, encoding="utf-8")
    said = [one.as_text() for one in proofread(tmp_path, set(), {})]
    assert (
        "docs/support.md:1:1: the page is missing: every page leads to it for people who need to "
        "talk now. Bring it back: git checkout -- docs/support.md."
    ) in said


def test_every_essential_page_is_there():
    from peerhub.proofread.addresses import ESSENTIAL

    assert [path for path in ESSENTIAL if not (ROOT / "docs" / path).is_file()] == []


def test_odd_input_gives_no_traceback(tmp_path):
    for body in ("[" * 3000, "](" * 2000, "<" * 3000, "|\n" * 500, "{:" * 500, "`" * 999, "\0"):
        told(tmp_path, body)


def test_a_slip_and_an_american_spelling_are_told_at_their_letters(tmp_path):
    assert told(tmp_path, "Ŵe recieve\nit in our color.") == [
        "docs/a.md:5:4: 'recieve' is not spelled as in Britain. Write receive. [PH077]",
        "docs/a.md:6:11: 'color' is not spelled as in Britain. Write colour. [PH077]",
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("new.markdown", "Call it new.md."),
        ("raw.html", "Take it out; what is printed is made."),
        ("letter.docx", "Take it out; what is printed is made."),
        ("README", "Take it out; what is printed is made."),
    ],
)
def test_a_file_that_is_neither_a_page_nor_a_picture_is_refused(tmp_path, name, hint):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_text("<script>a()</script>", encoding="utf-8")
    assert told(tmp_path, "Words.") == [
        f"docs/{name}:1:1: this is neither a page nor a picture, and would be served as it is. "
        f"{hint} [PH066]"
    ]


def test_a_page_whose_name_ends_in_capitals_is_told_since_nothing_reads_it(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "new.MD").write_text("Words.", encoding="utf-8")
    assert told(tmp_path, "Words.") == [
        "docs/new.MD:1:1: nothing reads this page: its name ends in capitals. Call it new.md. "
        "[PH066]"
    ]


def test_a_place_on_a_page_that_the_data_make_is_looked_for(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text(FRONT + "[One](/forces/kent/#posters) and [two](/forces/kent/#tel).")

    def make(path: str) -> str | None:
        return {"forces/kent.md": "## Posters\n\n## Tell us {: #tell }\n"}.get(path)

    found = proofread(tmp_path, {"forces/kent.md", "forces/essex.md"}, MACROS, make=make)
    assert [one.as_text() for one in found] == [
        "docs/a.md:5:40: the link to /forces/kent/#tel leads to a place that the page does not "
        "have. Did you mean 'tell'?"
    ]
