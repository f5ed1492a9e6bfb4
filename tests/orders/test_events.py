"""The papers of events: to both standards, drawn once, on the pages they should have."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime as dt
import hashlib
import io
import json
import subprocess
import sys
import weakref
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from peerhub.catalogue import load
from peerhub.orders.drafts import Draft, ManyPapers, papers
from peerhub.orders.events import event_paper_paths, event_papers, print_event_papers
from peerhub.press.engine.overprint import HEIGHT, band, overprint
from peerhub.press.engine.paper import Paper
from peerhub.press.engine.setter import print_papers
from tests.components import specimens
from tests.invented import catalogue, day, evenings, meeting
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT

FULL = {
    "title": "Foundations of peer support: a day for Tŷ Gŵyl",
    "where": {"place": "Invented Hall, Room 2", "address": "1 Invented Street", "online": True},
    "access": "Step-free from the street.\n\nTell us what you need.",
    "joining": "Lunch is there.",
    "booking": {"by": "email", "mailbox": "peer.support@northshire.police.uk"},
}


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def pages(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(round(page.mediabox[2]), round(page.mediabox[3])) for page in opened.pages]


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """The papers of one full event and of one observance."""
    out = tmp_path_factory.mktemp("papers")
    whole = catalogue(
        meeting(**FULL, end_date=day("2027-03-10")),
        meeting(id="gone", status="cancelled", revision=1),
        meeting(id="theirs", kind="observance", source="https://w.example/", start=None, end=None),
    )
    print_event_papers(out, whole, out / "site")
    assert {path.relative_to(out / "site").as_posix() for path in out.rglob("site/**/*.pdf")} == (
        event_paper_paths(whole)
    )
    return out / "site" / "events"


@pytest.mark.parametrize(
    "name",
    [
        "spring-meeting/joining-instructions.pdf",
        "spring-meeting/door-sign.pdf",
        "planner-2027.pdf",
    ],
)
def test_a_paper_meets_both_standards(printed, name):
    content = (printed / name).read_bytes()
    assert [failed_rules(content, flavour) for flavour in FLAVOURS] == [[], []]


def test_only_events_that_people_come_to_have_papers(printed):
    folders = sorted(path.name for path in printed.iterdir() if path.is_dir())
    assert folders == ["spring-meeting"]


def test_joining_instructions_say_all_that_a_traveller_needs(printed):
    said = words_of((printed / "spring-meeting/joining-instructions.pdf").read_bytes())
    for wanted in (
        FULL["title"],
        "Tuesday 9 March 2027, 10:00 to 12:30",
        "Wednesday 10 March 2027, 10:00 to 12:30",
        "Invented Hall, Room 2, 1 Invented Street",
        "Step-free from the street.",
        "Lunch is there.",
        "peer.support@northshire.police.uk",
        "https://hub.example/events/spring-meeting/",
    ):
        assert wanted in said, wanted


def paper_words(event, end: str, **fields):
    """Return what the template of one paper of an event is given."""
    whole = dataclasses.replace(catalogue(event), **fields)
    (only,) = (one for one in event_papers(whole) if one.path.endswith(end))
    return only.words


def drawn(event, end: str, folder: Path, **fields) -> bytes:
    """Return one paper of an event as a PDF."""
    whole = dataclasses.replace(catalogue(event), **fields)
    (only,) = (one for one in event_papers(whole) if one.path.endswith(end))
    print_papers(papers(whole, [only]), folder / "site", folder / "store")
    return (folder / "site" / only.path).read_bytes()


def test_papers_say_of_each_session_where_it_is(tmp_path):
    said = words_of(drawn(evenings(), "joining-instructions.pdf", tmp_path))
    assert "Tuesday 8 June 2027, 18:00 to 19:30 Online" in said
    assert "Tuesday 22 June 2027, 18:00 to 19:30 Invented Hall" in said
    assert "The event is online." not in said
    door = words_of(drawn(evenings(), "door-sign.pdf", tmp_path))
    assert "Tuesday 22 June 2027, 18:00 to 19:30 Invented Hall" in door
    assert "8 June" not in door


def test_an_event_that_is_only_online_has_no_door(tmp_path):
    online = meeting(where={"online": True}, joining="Test your sound.")
    assert {one.path.split("/")[-1] for one in event_papers(catalogue(online))} == {
        "joining-instructions.pdf",
        "planner-2027.pdf",
    }
    said = words_of(drawn(online, "joining-instructions.pdf", tmp_path))
    assert "Before you join" in said
    assert "Questions, or cannot join?" in said
    assert "come?" not in said


def test_only_where_people_are_taught_does_a_door_promise_a_trainer(tmp_path):
    promise = "A trainer will check that you are all right."
    assert promise in words_of(drawn(meeting(kind="workshop"), "door-sign.pdf", tmp_path / "a"))
    assert promise not in words_of(drawn(meeting(), "door-sign.pdf", tmp_path / "b"))


def test_days_without_hours_are_told_from_the_first_to_the_last():
    course = meeting(start=None, end=None, end_date=day("2027-03-11"))
    (only,) = paper_words(course, "door-sign.pdf")["sittings"]
    assert (only["day"], only["hours"]) == ("9 to 11 March 2027", None)


TAUGHT = {"modules": (specimens.module(),), "workshops": (specimens.workshop(),)}


def taught(**changes):
    fields = {"workshop": "one-day", "workshop_edition": "2026.1", "end": "12:10"}
    return meeting(**{**fields, **changes})


def test_the_timetable_on_paper_has_the_days_and_hours_of_the_event():
    (only,) = paper_words(taught(), "joining-instructions.pdf", **TAUGHT)["days"]
    assert only["title"] == "Tuesday 9 March 2027: Day 1"
    assert [row["start"] for row in only["rows"]] == ["10:00", "10:20", "11:25"]


def test_a_timetable_stays_on_one_page_with_its_heading(tmp_path):
    talks = tuple({"session": "Talk", "minutes": 13} for _ in range(10))
    day_of_talks = ({"title": "Day 1", "start": "09:30", "items": talks},)
    fields = {**TAUGHT, "workshops": (specimens.workshop(days=day_of_talks),)}
    broken = set()
    for lines in (0, 4):
        event = taught(joining="\n\n".join(["Lunch is there."] * lines) or None)
        content = drawn(event, "joining-instructions.pdf", tmp_path / str(lines), **fields)
        texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
        (holds,) = (text for text in texts if "Timetable" in text)
        for wanted in ("Tuesday 9 March 2027: Day 1", "10:00 to 10:13", "11:57 to 12:10"):
            assert wanted in holds, lines
        broken.add(texts.index(holds))
    assert broken == {0, 1}


def sizes(pdf: bytes, word: str) -> set[float]:
    """Return the sizes of type, in points, in which a word is set."""
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0]
    found = set()
    for one in page.get_objects(filter=[1]):
        text = page.get_textpage()
        size, matrix = ctypes.c_float(), one.get_matrix()
        raw.FPDFTextObj_GetFontSize(one, size)
        length = raw.FPDFTextObj_GetText(one, text, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFTextObj_GetText(
            one, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
        )
        if word in buffer.raw.decode("utf-16-le"):
            found.add(round(abs(matrix.d) * size.value, 1))
    return found


def test_the_planner_of_a_common_year_can_be_read_on_a_wall(printed):
    (only,) = sizes((printed / "planner-2027.pdf").read_bytes(), "Foundations")
    assert only >= 8


def test_the_planner_tells_our_days_from_others_by_more_than_colour():
    whole = catalogue(
        meeting(),
        meeting(
            id="theirs",
            kind="observance",
            source="https://w.example/",
            date=day("2027-05-04"),
            start=None,
            end=None,
        ),
    )
    (planner,) = (one for one in event_papers(whole) if "planner" in one.path)
    cells = [cell["kind"] for row in planner.words["rows"] for cell in row["cells"]]
    assert (cells.count("ours"), cells.count("observance")) == (1, 1)
    style = (ROOT / "materials" / "events" / "paper.css").read_text(encoding="utf-8")
    for name in (".planner .ours {", ".planner .key-ours {"):
        assert "border-left: 1.4mm solid" in style.split(name)[1].split("}")[0]


def test_the_band_of_a_demonstration_covers_no_year_and_leaves_a_welcome_its_room(printed):
    over = band("DEMONSTRATION")
    for name in ("planner-2027.pdf", "spring-meeting/door-sign.pdf"):
        content = overprint((printed / name).read_bytes(), over, "Demonstration")
        page = pypdfium2.PdfDocument(io.BytesIO(content))[0]
        picture = page.render(scale=1).to_pil().convert("RGB")
        ground = (184, 69, 28)
        high = HEIGHT * 72 / 25.4
        column = [picture.getpixel((5, row)) == ground for row in range(picture.height)]
        assert sum(column) == pytest.approx(high, abs=1.5)
        assert picture.getpixel((picture.width - 5, 5)) == ground


def test_a_door_sign_is_one_sheet_on_its_side(printed):
    content = (printed / "spring-meeting/door-sign.pdf").read_bytes()
    assert pages(content) == [(842, 595)]
    assert "Invented Hall, Room 2" in words_of(content)


def test_the_planner_is_one_a3_sheet_with_every_date_but_the_cancelled(printed):
    content = (printed / "planner-2027.pdf").read_bytes()
    assert pages(content) == [(1191, 842)]
    assert words_of(content).count("Spring meeting") == 1
    assert "day for Tŷ Gŵyl" in words_of(content)


def test_a_year_in_which_every_day_is_full_still_fits_its_sheet(tmp_path):
    title = "International Day for the Elimination of Violence against Women"
    every = [
        meeting(
            id=f"e-{number}-{one}", title=title, date=dt.date(2027, 1, 1) + dt.timedelta(number)
        )
        for number in range(365)
        for one in range(3)
    ]
    whole = catalogue(*every)
    planner = [paper for paper in event_papers(whole) if "planner" in paper.path]
    print_papers(papers(whole, planner), tmp_path / "site", tmp_path / "store")
    content = (tmp_path / "site/events/planner-2027.pdf").read_bytes()
    assert pages(content) == [(1191, 842)]
    assert "and 1 other" in words_of(content)


def test_a_second_run_draws_nothing_and_a_change_draws_only_what_it_touches(tmp_path):
    first = catalogue(meeting(), meeting(id="other", date=day("2028-03-09")))
    made = print_event_papers(tmp_path, first, tmp_path / "site")
    assert (made.rendered, made.files) == (6, 6)
    sums = {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in tmp_path.rglob("site/**/*.pdf")
    }
    again = print_event_papers(tmp_path, first, tmp_path / "site")
    assert (again.rendered, again.reused) == (0, 6)
    changed = catalogue(meeting(), meeting(id="other", date=day("2028-03-09"), access="A ramp."))
    assert print_event_papers(tmp_path, changed, tmp_path / "site").rendered == 2
    elsewhere = print_event_papers(tmp_path / "b", first, tmp_path / "b" / "site")
    assert elsewhere.rendered == 6
    for path, known in sums.items():
        twin = tmp_path / "b" / path.relative_to(tmp_path)
        assert hashlib.sha256(twin.read_bytes()).hexdigest() == known


def test_the_words_of_every_real_paper_are_plain_values():
    for paper in event_papers(load(ROOT)):
        assert json.loads(json.dumps(paper.words)) == paper.words


def test_a_preview_draws_a_few_papers_and_puts_all_that_are_made_in_place(tmp_path):
    whole = catalogue(meeting(), meeting(id="other", date=day("2028-03-09")))
    few = print_event_papers(tmp_path, whole, tmp_path / "site", at_most=2)
    assert (few.rendered, few.files, few.left_out) == (2, 2, 4)
    assert len(list(tmp_path.rglob("site/**/*.pdf"))) == 2
    more = print_event_papers(tmp_path, whole, tmp_path / "site", at_most=2)
    assert (more.rendered, more.files, more.left_out) == (2, 4, 2)
    rest = print_event_papers(tmp_path, whole, tmp_path / "site")
    assert (rest.rendered, rest.files, rest.left_out) == (2, 6, 0)


PEAK = """
import sys
from pathlib import Path
from peerhub.orders.events import print_event_papers
from tests.invented import catalogue, day, meeting
many = [meeting(id=f"e-{one}", title=f"Meeting {one}") for one in range(int(sys.argv[2]))]
print_event_papers(Path(sys.argv[1]), catalogue(*many), Path(sys.argv[1]) / "site")
import resource
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
(own,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(int(own.split()[1]) // 1024)
"""


@pytest.mark.nightly
def test_memory_is_flat_however_many_papers_there_are(tmp_path):
    """Eight times as many papers may take a tenth more: the words of them, and no drawing."""
    peaks = []
    for many in (60, 480):
        told = subprocess.run(
            [sys.executable, "-c", PEAK, str(tmp_path / str(many)), str(many)],
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(max(map(int, told.stdout.split())))
    assert peaks[1] < 1.1 * peaks[0] + 10, peaks


def test_papers_that_wait_are_not_kept_until_they_are_drawn(tmp_path):
    """What is gone over leaves memory at once, so that many papers take no more than a few."""
    alive: weakref.WeakSet[Draft | Paper] = weakref.WeakSet()
    most = 0

    def seen(one):
        nonlocal most
        alive.add(one)
        most = max(most, len(alive))
        return one

    class Watched(ManyPapers):
        def __iter__(self):
            return map(seen, super().__iter__())

    whole = catalogue(*(meeting(id=f"e-{number}") for number in range(20)))
    papers = Watched(whole, lambda held: map(seen, event_papers(held)))
    done = print_papers(papers, tmp_path / "site", tmp_path / "store", at_most=0)
    assert (done.rendered, done.left_out) == (0, 41)
    assert most <= 6
