"""Every component is one block that Markdown passes through, whatever the data holds."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from dataclasses import replace
from html import escape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub import components as show
from peerhub.components.calendar import Subscription
from peerhub.models import Drawing, DrawnPart, Indicator, IndicatorGroup
from peerhub.questions.bringing import Bringing, ModuleSheets, ToBring
from peerhub.questions.edition_changes import EditionChange
from peerhub.questions.first_lines import FirstLine
from peerhub.questions.inspected import LookRow
from peerhub.questions.poster_rule import Verdict
from peerhub.questions.prompts import Week
from peerhub.questions.recalls import RecallNotice
from peerhub.questions.strength import strength
from tests import nation
from tests.components import specimens as some

BLOCKS = {
    "aid_list": lambda _: show.aid_list(nation.asked()),
    "aid_request": lambda _: show.aid_request(),
    "force_picture": lambda text: show.force_picture(nation.picture(text), nation.REGIONS),
    "aid_planner": lambda text: show.aid_planner([nation.force("a", name=text)], nation.helpers()),
    "bring": lambda text: show.bring(
        Bringing(
            12,
            {text: (ToBring(text, text),)},
            (ModuleSheets(text, "a.pdf", (ToBring(text, "4 sets"),)),),
        )
    ),
    "callout": lambda text: show.callout("care", text, text),
    "cards": lambda text: show.cards([show.LinkCard(text, text, "/train/", tag=text)]),
    "downloads": lambda text: show.downloads([show.DownloadLink(text, "/a.pdf", "PDF", text)]),
    "bars": lambda text: show.bars(text, (text, text), [(text, 3)], [text]),
    "drawing": lambda text: show.drawing(
        Drawing.model_construct(
            title=text,
            shape="row",
            says=text,
            parts=tuple(DrawnPart.model_construct(label=text, words=text) for _ in range(2)),
        ),
        {},
    ),
    "strand_picture": lambda _: show.strand_picture("supporter", {"supporter": "<path/>"}),
    "indicator_list": lambda text: show.indicator_list(
        [
            Indicator.model_construct(
                id="a",
                title=text,
                topic="reach",
                definition=text,
                source=text,
                groups=(IndicatorGroup.model_construct(id="b", title=text),),
                share=("b",),
                limits=text,
                evidence=("c",),
            )
        ],
        {"c": some.reference(id="c")},
    ),
    "dated_list": lambda text: show.dated_list([some.event(summary=text)], text, text),
    "event_list": lambda text: show.event_list([some.event(summary=text)]),
    "facts": lambda text: show.facts([(text, text)]),
    "file_rows": lambda text: show.file_rows(
        [show.FileRow(text, (show.FileFormat(text, "/a.pdf", text),))],
        show.FileFormat(text, "/a.zip", text),
    ),
    "fold": lambda text: show.fold(text, show.links([(text, "/train/")])),
    "links": lambda text: show.links([(text, "/train/")]),
    "side": lambda text: show.side(
        [show.SidePart("a", text, show.links([(text, "/train/")]))], [show.PagePart("b", text)]
    ),
    "own_words": lambda text: show.own_words(text),
    "next_taught": lambda text: show.next_taught(
        [some.event().model_copy(update={"title": text})],
        Subscription(text, "/events/modules/a.ics"),
    ),
    "ways": lambda text: show.ways([show.NextWay("a", text, show.links([(text, "/train/")]))]),
    "edition_changes": lambda text: show.edition_changes(
        [("2026.1", [EditionChange("module", "listening", text, text, brief_again=True)])]
    ),
    "edition_compare": lambda text: show.edition_compare(
        [{"edition": text}, {"edition": f"{text}{text}"}]
    ),
    "recall_list": lambda text: show.recall_list(
        [RecallNotice("a", dt.date(2026, 11, 28), text, text)]
    ),
    "edition_list": lambda text: show.edition_list([], text),
    "force_groups": lambda _: show.force_groups([(some.REGION, [some.force()])]),
    "force_map": lambda text: show.force_map(nation.picture(text)),
    "force_posters": lambda text: show.force_posters(
        some.force(), [(some.poster(), Verdict("now", text))]
    ),
    "force_table": lambda text: show.force_table(nation.picture(text), nation.REGIONS),
    "home_paths": lambda text: show.home_paths([show.LinkCard(text, text, "/train/")]),
    "maker_to_keep": lambda text: show.maker_to_keep(
        title=text, address=text, danger=[text], urgent=[text], imprint=text, scripts=[]
    ),
    "poster_maker": lambda _: show.poster_maker(),
    "evaluation_merger": lambda _: show.evaluation_merger(),
    "fill_in": lambda text: show.fill_in("one", f'<p>{escape(text)}: <input aria-label="a" /></p>'),
    "inspection_table": lambda text: show.inspection_table(
        text, [LookRow(text, text, text, text, True)]
    ),
    "inspection_faults": lambda text: show.inspection_faults(
        text, [LookRow(text, text, text, text, False)]
    ),
    "journal": lambda text: show.journal([Week(1, text, (text,))]),
    "verifier": lambda _: show.verifier(),
    "module_list": lambda text: show.module_list([some.module(summary=text)]),
    "first_list": lambda text: show.first_list([FirstLine(text, "999", None, ("Wales",))]),
    "help_line": lambda _: show.help_line([some.service()]),
    "nation_choice": lambda _: show.nation_choice(),
    "outcomes": lambda text: show.outcomes([text]),
    "outline": lambda _: show.outline(some.steps()),
    "planner": lambda text: show.planner(
        some.workshop(), [replace(some.day(), title=text)], {one.id: one for one in [some.module()]}
    ),
    "poster_forces": lambda text: show.poster_forces([some.force()], "now", text),
    "poster_gallery": lambda text: show.poster_gallery(
        [show.Design(some.poster(summary=text), text)], [show.GalleryForce(some.force(), ())]
    ),
    "reference_list": lambda text: show.reference_list([some.reference(finding=text)]),
    "self_check": lambda text: show.self_check([show.CheckGroup(text, [text])]),
    "services_kind": lambda text: show.services_kind(f"Kind {text}", [some.service()]),
    "service_list": lambda _: show.service_list([some.service()]),
    "service_list_in": lambda _: show.service_list_in(
        [some.service()], some.welsh(), some.welsh().pages
    ),
    "own_plan": lambda _: show.own_plan("listening"),
    "session_plan": lambda _: show.session_plan(some.steps()),
    "stage_changes": lambda text: show.stage_changes(*nation.editions(text)),
    "stage_counts": lambda text: show.stage_counts(nation.picture(text)),
    "standing": lambda text: show.standing(nation.state(text)),
    "steps": lambda text: show.steps([show.StageStep(text, ((text, "/train/"),))]),
    "strength_table": lambda _: show.strength_table(strength([some.reference()])),
    "timetable": lambda _: show.timetable(some.day()),
    "record_lines": lambda text: show.record_lines(text, text, f"  one: {text}\n  two: {text}"),
    "workshop_list": lambda text: show.workshop_list([some.workshop(summary=text)]),
}
INLINE = {"cite", "small_art"}
NEVER_CLOSED = {"br", "hr", "img", "input", "link", "meta", "wbr"}
NASTY = "<script>a()</script>\n\n    code?\n\n# \"q\" & 'a' </div>"


def test_every_component_is_tried_here():
    made = {name for name, value in vars(show).items() if inspect.isfunction(value)}
    assert made - INLINE - {"event_when"} == set(BLOCKS)


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_it_has_no_blank_line_and_no_indented_line(name):
    for line in BLOCKS[name](NASTY).splitlines():
        assert line.strip()
        assert line == line.strip()


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_markdown_passes_it_through_unchanged(name):
    block = str(BLOCKS[name](NASTY))
    extensions = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
    whole = markdown.markdown(f"Before.\n\n{block}\n\nAfter.", extensions=extensions)
    assert whole == f"<p>Before.</p>\n{block}\n\n<p>After.</p>"


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_what_the_data_holds_is_never_markup(name):
    assert "<script" not in BLOCKS[name](NASTY)


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_tag_that_opens_also_closes(name):
    block = BLOCKS[name](NASTY)
    opened = re.findall(r"<([a-z0-9]+)(?=[\s>])[^>]*(?<!/)>", block)
    closed = re.findall(r"</([a-z0-9]+)>", block)
    assert sorted(tag for tag in opened if tag not in NEVER_CLOSED) == sorted(closed)


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_it_has_no_style_of_its_own_and_no_script(name):
    assert not re.search(r"\s(style|on[a-z]+)=", BLOCKS[name]("plain"))


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_stays_text(text):
    block = show.facts([("Label", text)])
    assert block.count("<dd>") == 1
    assert all(line.strip() for line in block.split("\n"))


def test_a_citation_is_one_link_on_one_line():
    assert show.cite(some.reference(short="A & B, 2020")) == (
        '<a class="cite" href="/evidence/#writer-2020">A &amp; B, 2020</a>'
    )


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_no_address_is_left_empty(name):
    """HTML forbids an empty address of a form, and an empty link leads to the page itself."""
    assert re.findall(r'\b(?:action|href|src)=""', BLOCKS[name](NASTY)) == []
