"""`peerhub new <kind>`: what answers make, ordinary and odd, and what they leave as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from peerhub.catalogue import Catalogue, load
from peerhub.cli import main
from peerhub.editing import EditError
from peerhub.editing.adding import new_thing
from peerhub.editing.answering import read_answers
from peerhub.editing.form import choices_of, forms
from peerhub.editing.making import Request, made
from peerhub.hub import Hub
from peerhub.mending.run import mend
from tests.projects import EVENT, ROOT, real_project, small_project

TODAY = dt.date(2026, 11, 28)
ODD = "O'Neill's ŵyl: \"yes\" # no, [not] {here}, - a & b * c"
LONG = " ".join(["a long way round"] * 12) + "."
SERVICE = {
    "name": "Listening line",
    "category": "community",
    "urgent": False,
    "what": "Somebody to talk to about work.",
    "who": "Anyone",
    "nations": ["England", "Wales"],
    "hours": "Monday to Friday, 9am to 5pm",
    "url": "https://www.eastshire.police.uk/listening",
    "last_checked": dt.date(2026, 11, 1),
    "seen": False,
}
SOURCE = {
    "short": "Invented and others, 2024",
    "title": "Peer support at work",
    "kind": "report",
    "design": "account",
    "about": "related",
    "body": "An invented body",
    "finding": "It found that people liked it.",
    "limits": "It asked 12 people.",
    "use_for": "Nothing yet.",
    "confidence": "medium",
}
MODULE = {
    "title": "Saying no kindly",
    "strand": "supporter",
    "summary": "Learn to say no kindly, and to offer a better route.",
    "minutes": 45,
    "outcomes": ["Show how to say no kindly"],
}
WORKSHOP = {
    "title": "A short day",
    "summary": "A first look at listening for new supporters.",
    "audience": "New supporters",
    "least": 6,
    "most": 12,
    "trainers": 2,
    "start": "9.30",
    "modules": ["what-peer-support-is", "listening", "teach-back", "safe-room", "fidelity"],
}
POSTER = {
    "design": "talk-to-a-peer-supporter",
    "title": "Had a hard week?",
    "summary": "Asks after a hard week and says how to reach a supporter.",
    "audience": "Everyone on shift",
    "headline": ["Hard", "week?"],
}
PAGE = {
    "section": "guidance",
    "title": "Support for nights",
    "description": "Use this page to plan support for people who work nights.",
}
LEAFLET = {**PAGE, "title": "Five minutes", "headings": ["Before you start", "Afterwards"]}
CONFIRMATION = {
    "force": "lancashire",
    "confirmed_on": dt.date(2026, 11, 20),
    "source": "Letter from the wellbeing lead, hub file 12",
    "trained_supporters": 12,
}
INDICATOR = {
    "title": ODD,
    "topic": "reach",
    "definition": f"{LONG} {ODD}",
    "source": ODD,
    "counted": "talks: 'all'",
    "groups": ["Total", "O'Neill's: \"yes\" # no", "- [y] ŵ", LONG[:70].rstrip()],
    "shared": True,
    "limits": ODD,
}
CASES = [
    ("indicator", INDICATOR),
    ("service", SERVICE),
    ("service", {**SERVICE, "name": ODD, "what": ODD, "hours": f"24 hours: {ODD}"}),
    ("source", SOURCE),
    ("source", {**SOURCE, "short": ODD, "title": LONG, "finding": f"{LONG} {ODD}"}),
    ("module", MODULE),
    ("module", {**MODULE, "title": ODD, "summary": f"{LONG} {ODD}", "before": ["listening"]}),
    ("workshop", WORKSHOP),
    ("workshop", {**WORKSHOP, "title": ODD, "audience": ODD, "summary": LONG}),
    ("poster", POSTER),
    ("poster", {**POSTER, "design": "we-are-here", "title": ODD, "headline": ["Ŵyl:", "'no'"]}),
    ("page", PAGE),
    ("page", {**PAGE, "title": ODD.replace("{here}", "here"), "section": "about"}),
    ("page", {**PAGE, "title": "Gwrando ŵyl", "section": "cy", "twin": "/support/"}),
    ("leaflet", LEAFLET),
    ("leaflet", {**LEAFLET, "title": '2027: "yes"', "headings": ["Don't: ŵ", "- [y] # y"]}),
    ("confirmation", CONFIRMATION),
    ("confirmation", {**CONFIRMATION, "force": "west-yorkshire", "source": 'Form: "yes" # 4'}),
]


def added(root: Path, kind: str, answers: dict[str, object], catalogue) -> dict[str, bytes]:
    """Write what the answers make, without checking it; return what the files held before."""
    file = root / "answers.yml"
    file.write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    said = read_answers(file, forms()[kind], catalogue, root)
    new = made(Request(forms()[kind], said, catalogue, root, TODAY))
    before = {
        path: (root / path).read_bytes() if (root / path).is_file() else b"" for path in new.files
    }
    for path, content in new.files.items():
        (root / path).write_bytes(content)
    return before


def alike(before: bytes, after: bytes) -> int:
    """Return how many bytes at the beginning of both are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), len(before))


@pytest.fixture(scope="module")
def whole():
    return load(ROOT)


@pytest.mark.slow
def test_every_kind_is_sound_with_ordinary_and_odd_answers_and_leaves_all_else(tmp_path, whole):
    root = real_project(tmp_path)
    for kind, answers in CASES:
        catalogue = load(root) if kind == "poster" else whole
        for path, before in added(root, kind, answers, catalogue).items():
            after = (root / path).read_bytes()
            same = alike(before, after)
            assert len(after) > len(before), (kind, path)
            assert after.endswith(before[same:]), (kind, path)
    found = Hub.open(root).catalogue
    assert len(found.services) == len(whole.services) + 2
    assert len(found.modules) == len(whole.modules) + 2
    assert [(one.id, one.title) for one in found.indicators[-1].groups] == [
        ("total-2", "Total"),
        ("oneills-yes-no", "O'Neill's: \"yes\" # no"),
        ("y-w", "- [y] ŵ"),
        ("a-long-way-round-a-long-way-round-a", LONG[:70].rstrip()),
    ]
    by_id = {force.id: force for force in found.forces}
    assert by_id["west-yorkshire"].peer_support.source == 'Form: "yes" # 4'


def test_every_kind_has_a_case_and_every_choice_is_one_that_the_model_knows(whole):
    assert {kind for kind, _ in CASES} == set(forms())
    for form in forms().values():
        for question in form.questions:
            if question.choices:
                assert choices_of(question, form, whole, ROOT), (form.kind, question.field)


def test_a_workshop_that_is_too_long_for_a_day_gets_a_second(tmp_path, whole):
    root = small_project(tmp_path)
    modules = list(WORKSHOP["modules"])
    said = {**WORKSHOP, "modules": modules}
    new = made(Request(forms()["workshop"], said, whole, root, TODAY))
    made_of = yaml.safe_load(new.files["data/workshops.yml"])["workshops"][-1]
    taught = [
        item["module"] for day in made_of["days"] for item in day["items"] if "module" in item
    ]
    assert taught == modules
    assert len(made_of["days"]) == 2
    assert [day["start"] for day in made_of["days"]] == ["09:30", "09:30"]


def checked(root: Path) -> Catalogue:
    return Hub.open(root).catalogue


@pytest.fixture
def root(tmp_path) -> Path:
    return small_project(tmp_path, events=EVENT)


def answers_file(folder: Path, **answers: object) -> Path:
    file = folder / "answers.yml"
    file.write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    return file


def test_every_fault_in_the_answers_is_told_at_its_place_and_nothing_is_written(root, capsys):
    file = root / "answers.yml"
    file.write_text(
        "name: A line\ncategry: crisis\nurgent: perhaps\nnations: [Englnd]\n"
        "last_checked: yesterday\n",
        encoding="utf-8",
    )
    before = (root / "data" / "services.yml").read_bytes()
    assert main(["--root", str(root), "new", "service", "--answers", str(file)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "answers.yml:2:1: there is no question 'categry'. Did you mean 'category'?",
        "answers.yml:1:1: category: This one needs an answer.",
        "answers.yml:3:9: urgent: 'perhaps' is neither yes nor no.",
        "answers.yml:1:1: what: This one needs an answer.",
        "answers.yml:1:1: who: This one needs an answer.",
        "answers.yml:4:10: nations: There is no 'Englnd'. Did you mean 'England'?",
        "answers.yml:1:1: hours: This one needs an answer.",
        "answers.yml:5:15: last_checked: 'yesterday' is not a day. Write it like 2027-02-04.",
        "answers.yml:1:1: seen: This one needs an answer.",
    ]
    assert (root / "data" / "services.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("section", "twin", "told"),
    [
        ("cy", None, "A page below docs/cy/ needs its twin: the address of the same page in "),
        ("about", "/support/", "A page below docs/about/ is in English. Leave out its twin."),
    ],
)
def test_a_page_has_a_twin_when_it_is_in_another_language_alone(whole, section, twin, told):
    said = {**PAGE, "section": section} | ({"twin": twin} if twin else {})
    with pytest.raises(EditError, match=f"^{told}"):
        made(Request(forms()["page"], said, whole, ROOT, TODAY))


def test_a_page_in_welsh_says_so_and_that_it_is_a_draft(whole):
    said = {**PAGE, "section": "cy", "twin": "/support/"}
    (text,) = made(Request(forms()["page"], said, whole, ROOT, TODAY)).files.values()
    assert b'\nlang: cy\ntwin: "/support/"\ntranslation: draft\n---\n' in text
    assert b"## Beth i'w wneud nesaf" in text


def test_a_file_of_answers_is_told_every_choice_for_nobody_can_ask_there(root, whole):
    file = answers_file(root, **{**LEAFLET, "section": "zzz"})
    with pytest.raises(EditError) as told:
        read_answers(file, forms()["leaflet"], whole, ROOT)
    choices = ", ".join(
        choices_of(forms()["leaflet"].questions[0], forms()["leaflet"], whole, ROOT)
    )
    place = f"answers.yml:{file.read_text().split('section')[0].count(chr(10)) + 1}:10"
    assert str(told.value) == f"{place}: section: There is no 'zzz'. Choose from: {choices}."


def test_answers_in_a_file_mean_what_was_typed_whatever_yaml_takes_them_for(root):
    file = root / "answers.yml"
    file.write_text(
        "title: “Spring meeting”\nkind: networking\ndate: 2027-03-09\nstart: 9.30\nend: 16:00\n"
        "where.place: Headquarters\nwhere.online: no\naudience: Coordinators\nstatus: planned\n"
        "booking.by: invitation\nbooking.mailbox: peer.support@oscarkilo.org.uk\n"
        "summary: A morning to meet.\n",
        encoding="utf-8",
    )
    assert main(["--root", str(root), "new", "event", "--answers", str(file)]) == 0
    event = load(root).events[-1]
    assert (event.title, event.start, event.end) == ("Spring meeting", "09:30", "16:00")
    assert (event.where.place, event.where.online) == ("Headquarters", False)
    assert mend(root, TODAY).changes == [], "what the program writes needs no mending"


def test_what_the_check_refuses_is_put_back_as_it_was(root):
    before = {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
    answers = answers_file(root, **{**SERVICE, "name": "A line 👮"})
    with pytest.raises(EditError, match="Nothing was changed") as told:
        new_thing(root, "service", TODAY, input, print, checked, answers)
    assert "data/services.yml" in str(told.value)
    after = {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
    assert after == before


def test_an_editor_is_asked_in_words_and_only_a_yes_writes(root):
    typed = [
        *("Listening line", "policng", "?pol", "policing", "no", "Somebody to talk to.", "Anyone"),
        *("England, Wales", "9 to 5", "", "", "https://www.eastshire.police.uk/l", ""),
        *("2026-11-01", "no"),
    ]
    for last, is_there in (("no", False), ("yes", True)):
        left, told = [*typed, last], []
        new_thing(root, "service", TODAY, lambda _, left=left: left.pop(0), told.append, checked)
        assert left == []
        assert "  There is no 'policng'. Did you mean 'policing'?" in told
        text = (root / "data" / "services.yml").read_text(encoding="utf-8")
        assert ("- id: listening-line\n" in text) is is_there
    assert "Wrote data/services.yml." in told


def test_a_force_that_has_confirmed_already_is_not_written_over(root):
    answers = answers_file(root, **{**CONFIRMATION, "force": "eastshire"})
    new_thing(root, "confirmation", TODAY, input, print, checked, answers)
    with pytest.raises(EditError, match=r"'peer_support' is there already\. Change it there\."):
        new_thing(root, "confirmation", TODAY, input, print, checked, answers)


def test_a_poster_needs_a_design_that_is_there(root, capsys):
    file = answers_file(root, design="talk", title="T", summary="S", audience="A", headline="H")
    assert main(["--root", str(root), "new", "poster", "--answers", str(file)]) == 1
    assert "There is no poster 'talk'" in capsys.readouterr().err
