"""Setting: the same bytes however a poster is reached, and every fault a clear line."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys

import pytest

from peerhub.press.engine.conform import save
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import Job, UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from tests.press.samples import ROOT, SIX, job, materials_at, reworded

WELSH = job("tywi", "Tŷ Gŵyr Constabulary", other_name="Heddlu Tŷ Gŵyr", urgent=SIX)
MAILBOX = job("east", "East & West Police", mailbox="peer.support@east.example")


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Materials(HOME))


def drawn(setter: Typesetter, one: Job) -> bytes:
    return save(setter.set(one))


def test_a_poster_is_the_same_whatever_was_set_before_it(setter):
    some = (job(), WELSH, MAILBOX)
    alone = [drawn(Typesetter(Materials(HOME)), one) for one in some]
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        for number in order:
            assert drawn(setter, some[number]) == alone[number]


def test_a_poster_is_the_same_in_another_process_and_another_folder(setter, tmp_path):
    home = materials_at(tmp_path / "elsewhere")
    code = (
        "import hashlib; from pathlib import Path\n"
        "from peerhub.press.posters.template_files import Materials\n"
        "from peerhub.press.posters.typeset import Typesetter\n"
        "from tests.press.posters.test_typeset import WELSH, drawn\n"
        f"poster = drawn(Typesetter(Materials(Path({str(home)!r}))), WELSH)\n"
        "print(hashlib.sha256(poster).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == hashlib.sha256(drawn(setter, WELSH)).hexdigest()


@pytest.mark.parametrize(
    ("one", "place"),
    [
        (job(name="Constabulary of " + "Northshire and " * 6), "force"),
        (reworded(job(), headline=("Need to", "talk to somebody?")), "headline"),
        (reworded(job(), does=("We listen.",) * 4), "offer"),
        (reworded(job(), limits="What you say stays private. " * 6), "promise"),
        (job(intranet="https://intranet.example/" + "peer-support/" * 30), "contact"),
        (reworded(job(), danger=("In danger?", "Call 999", "now")), "danger"),
        (job(urgent=(UrgentLine("A service with a long name " * 4, "111"),)), "urgent-1"),
        (reworded(job(), title="Talk to a peer supporter " * 8), "colophon"),
    ],
)
def test_words_that_do_not_fit_are_refused_with_their_place(setter, one, place):
    with pytest.raises(PressError) as fault:
        setter.set(one)
    assert str(fault.value) == (
        f"The words of the poster talk-to-a-peer-supporter for {one.facts.name} "
        f"do not fit their place ({place}). Use fewer or shorter words there."
    )


def test_a_letter_our_type_lacks_is_refused_by_name(setter):
    with pytest.raises(PressError) as fault:
        setter.set(job(name="Northshire 🙂 Police"))
    assert str(fault.value) == (
        "The poster talk-to-a-peer-supporter for Northshire 🙂 Police "
        "has letters that our type cannot draw: 🙂 Write the words without them."
    )


def test_more_urgent_lines_than_there_is_room_for_are_refused(setter):
    with pytest.raises(PressError) as fault:
        setter.set(job(urgent=SIX + SIX[:1]))
    assert str(fault.value) == (
        "Northshire Police has 7 urgent lines; a poster has room for 6. Give it fewer."
    )


def test_markup_in_a_name_is_printed_not_obeyed(setter):
    assert drawn(setter, job(name="<b>Bold</b> Police")) != drawn(setter, job(name="Bold Police"))


def test_a_fault_in_the_template_is_named_with_its_line(tmp_path):
    home = materials_at(tmp_path)
    template = home / "posters/base.html"
    template.write_text(template.read_text().replace("{% endfor %}", "{% endfr %}", 1))
    with pytest.raises(PressError) as fault:
        Typesetter(Materials(home)).set(job())
    assert str(fault.value).startswith(f"The template {template} has a fault on line ")
    assert str(fault.value).endswith("Put that line right, then run again.")


def test_a_word_the_template_asks_for_and_nobody_gives_is_named(tmp_path):
    home = materials_at(tmp_path)
    template = home / "posters/base.html"
    template.write_text(template.read_text().replace("design.who", "design.whom"))
    with pytest.raises(PressError, match=r"asks for words that nobody gives: .*'whom'"):
        Typesetter(Materials(home)).set(job())


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("talk/poster.css", "art.svg", "lost.svg", "lost.svg"),
        ("family.css", "font-weight: 700;", "font-waight: 700;", "font-waight"),
        ("talk/poster.css", "art.svg", "https://elsewhere.example/art.svg", "is on another host"),
    ],
)
def test_what_weasyprint_would_leave_out_in_silence_is_a_fault(file, old, new, named, tmp_path):
    home = materials_at(tmp_path)
    style = home / "posters" / file
    style.write_text(style.read_text().replace(old, new, 1))
    with pytest.raises(PressError, match=named):
        Typesetter(Materials(home)).set(job())


def test_a_typesetter_is_made_afresh_in_another_process(setter):
    twin = pickle.loads(pickle.dumps(setter))
    assert twin is not setter
    assert drawn(twin, job()) == drawn(setter, job())


def test_a_broken_font_is_a_fault(tmp_path):
    home = materials_at(tmp_path)
    (home / "fonts/AtkinsonHyperlegibleNext-Bold.ttf").write_bytes(b"not a font")
    with pytest.raises(PressError, match=r"Bold\.ttf cannot be read: it is no font\. Put it back"):
        Typesetter(Materials(home)).set(job())
