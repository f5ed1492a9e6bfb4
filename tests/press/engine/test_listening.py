"""Nothing that is printed leaves out in silence what it could not use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.orders import briefing
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.listening import read_style
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.setter import Paper, print_papers
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from peerhub.training.setter import MaterialSetter
from tests.press.samples import STAMP, job

BRIEFING = briefing.BriefingFacts(
    title="Title",
    page="page",
    figures=(),
    total="",
    lines=(),
    lists=(),
    rules="",
    map_words="",
    map_key="",
    tiles=(),
    dated="1 May",
)
PAGE = '<html lang="en-GB"><head><title>T</title></head><body><p>Words</p></body></html>'
BOLD = "fonts/AtkinsonHyperlegibleNext-Bold.ttf"


def poster(home: Path) -> None:
    Typesetter(Materials(home)).set(job())


def tool(home: Path) -> None:
    (home / "tools/plain.html").write_text(PAGE, encoding="utf-8")
    paper = Paper("a.pdf", "tools/plain.html", "A tool", "Subject", {}, STAMP)
    print_papers([paper], home / "out", home / "store", home, workers=1)


def training(home: Path, page: str = PAGE) -> None:
    (home / "training/plain.html").write_text(page, encoding="utf-8")
    MaterialSetter(home).pdf("plain", "A handout", "Subject", {}, STAMP)


def sheet(home: Path) -> None:
    briefing.draw_briefing(BRIEFING, STAMP, home)


PRINTED = {
    "posters/family.css": poster,
    "tools/tool.css": tool,
    "training/training.css": training,
    "briefing/briefing.css": sheet,
}
FAULTS = {
    "body { background: url(lost.svg); }": "there is no file 'lost.svg'",
    "body { color: red;": "'{' is opened here and not closed",
    "p { width: 3 apples; }": "`width: 3 apples`",
    "@pag { size: a4; }": "@pag",
}


@pytest.fixture
def home(tmp_path) -> Path:
    return Path(shutil.copytree(HOME, tmp_path / "materials"))


def refusal(draw: Callable[[Path], None], home: Path) -> str:
    with pytest.raises(PressError) as fault:
        draw(home)
    assert "\n" not in str(fault.value)
    return str(fault.value)


@pytest.mark.parametrize("style", PRINTED)
def test_a_fault_in_the_style_of_whatever_is_printed_is_told_at_its_line(style, home):
    file = home / style
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\np {{ colr: red; }}\n", encoding="utf-8")
    assert refusal(PRINTED[style], home) == (
        f"The print style materials/{style} has a fault on line {before.count(chr(10)) + 2}, "
        "column 5: there is no property 'colr'. Did you mean 'color'?"
    )


@pytest.mark.parametrize(("rule", "said"), FAULTS.items())
def test_a_fault_in_a_style_is_told_at_its_place(rule, said, tmp_path):
    file = tmp_path / "materials/a.css"
    file.parent.mkdir()
    file.write_text(f"p {{ color: red; }}\n\n{rule}\n", encoding="utf-8")
    with pytest.raises(PressError) as fault:
        read_style(file, FontConfiguration(), URLFetcher(), file.parent)
    assert str(fault.value).startswith(
        "The print style materials/a.css has a fault on line 3, column "
    )
    assert said in str(fault.value)


@pytest.mark.parametrize("style", PRINTED)
def test_a_font_file_of_rubbish_is_said_to_be_no_font(style, home):
    (home / BOLD).write_bytes(b"not a font")
    told = refusal(PRINTED[style], home)
    assert told == (
        f"The font file materials/{BOLD} cannot be read: it is no font. "
        "Put it back (git restore brings a file back), then run again."
    )


def test_a_picture_that_is_not_there_is_named_with_the_paper(home):
    page = PAGE.replace("Words", '<img alt="A" src="lost.png">')
    told = refusal(lambda where: training(where, page), home)
    assert told.startswith("The A handout cannot be set: Failed to load image at ")
    assert "materials/training/lost.png" in told
    assert "file:" not in told
