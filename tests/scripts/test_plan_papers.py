"""The planner's run sheets and print lists say what the files say, and follow a changed plan."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from urllib.parse import unquote

import pytest

from peerhub.catalogue import load
from peerhub.components import planner
from peerhub.models import Stamp
from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import workshop_materials
from peerhub.questions.planned_papers import planned_papers
from peerhub.questions.timetable import timetable
from peerhub.training.make import Desk
from tests.projects import ROOT
from tests.scripts.deno import asked

PLAN = re.compile(r'data-plan="([^"]*)"')
OPENS = "(given) => planDays.opensOf(planDays.itemsOf(given))"
MADE = """(given, asked) => {
  const plan = planDays.laid(given, planDays.itemsOf(given), asked);
  return [planPapers.runSheets(given, plan, asked), planPapers.printLists(given, plan, asked)];
}"""
STILL = {"break": "", "lunch": "", "late": "", "date": "", "at": "", "drop": [], "group": ""}


@pytest.fixture(scope="module")
def desk():
    hub = load(ROOT)
    return Desk(hub, Stamp("2026.1", dt.date(2026, 11, 23)), HOME)


@pytest.fixture(scope="module")
def given(desk):
    """What the page of each workshop gives its scripts, by the workshop's id."""
    hub, found = desk.catalogue, {}
    for workshop in hub.workshops:
        plan = timetable(workshop, hub.module_by_id)
        papers = planned_papers(hub, workshop, plan)
        html = planner(workshop, plan, hub.module_by_id, papers)
        found[workshop.id] = json.loads(unquote(unescape(PLAN.search(html)[1])))
    return found


def made(plans, **changed):
    """Return the run sheets and print lists of plans, as suggested but for what is changed."""
    calls = ["plan-days.js", "plan-papers.js"]
    opens = asked(calls, [[OPENS, one] for one in plans])
    wanted = [
        {
            **STILL,
            "start": one["days"][0]["start"],
            "end": one["days"][0]["due"] or "",
            "days": days,
        }
        for one, days in zip(plans, opens, strict=True)
    ]
    return asked(
        calls, [[MADE, one, {**two, **changed}] for one, two in zip(plans, wanted, strict=True)]
    )


def test_untouched_they_are_those_of_the_files_of_every_day(desk, given):
    for workshop, (runs, lists) in zip(
        desk.catalogue.workshops, made(list(given.values())), strict=True
    ):
        files = {(one.kind, one.day): one for one in workshop_materials(workshop)}
        printed = desk.words.of(files["run-sheet", None])["runs"]
        for day, run, printed_list in zip(printed, runs, lists, strict=True):
            number = printed.index(day) + 1
            assert run["title"] == f"{day['title']}: {day['start']} to {day['end']}"
            assert run["lines"] == [
                [line["head"]]
                if line["head"]
                else [
                    *(line["start"], str(line["minutes"]), line["title"], line["method"]),
                    *(line["leads"], str(line["slide"]), line["sheets"], line["keep"]),
                ]
                for line in day["lines"]
            ]
            items = desk.words.of(files["day-print", number])["list"]["items"]
            assert printed_list["lines"] == [
                [
                    one["mark"],
                    one["what"],
                    # How many pages of loose cards that makes is known where they are drawn.
                    re.sub(r": print \d+$", "", one["many"]),
                    "yes" if one["cut"] else "no",
                ]
                for one in items
            ]


def test_a_later_start_and_a_step_left_out_move_what_follows(given):
    ((before, _),) = made([given["supporter-foundations"]])
    key = given["supporter-foundations"]["days"][0]["rows"][1]["steps"][6][0]
    ((after, _),) = made([given["supporter-foundations"]], start="10:00", drop=[key])
    old = [line for line in before[0]["lines"] if len(line) > 1]
    new = [line for line in after[0]["lines"] if len(line) > 1]
    assert [line[2] for line in old if line[2] not in {one[2] for one in new}] == [
        "Where the model comes from, and what research says"
    ]
    assert (old[-1][0], new[-1][0]) == ("15:45", "16:10")
    assert after[0]["title"] == "Day 1: 10:00 to 16:40"


def test_a_larger_group_has_more_of_what_is_shared(given):
    ((_, few), (_, many)) = (
        made([given["supporter-foundations"]], group=size)[0] for size in ("6", "13")
    )
    told = {line[1]: line[2] for line in few[0]["lines"]}
    assert told["Request cards"] == "2 sets"
    assert told["Evaluation form"] == "6 copies"
    told = {line[1]: line[2] for line in many[0]["lines"]}
    assert told["Request cards"] == "5 sets"
    assert told["Run sheet"] == "2 copies"
    assert many[0]["title"] == "Day 1: for a group of 13"


def test_other_days_number_their_sheets_anew_and_name_the_slides_day(given):
    days = ["confidentiality"]
    ((runs, lists),) = made([given["supporter-foundations"]], days=days)
    assert len(runs) == 2
    marks = [[line[0] for line in one["lines"] if line[0]] for one in lists]
    assert marks == [["S1", "S2"], ["S1", "S2", "S3", "S4", "S5", "S6", "S7"]]
    assert lists[0]["lines"][1][1] == "Attendance sheet"
    assert [line[1] for line in lists[1]["lines"][-2:]] == [
        "Evaluation form",
        "Certificate of attendance",
    ]
    slides = [line[5] for line in runs[1]["lines"] if len(line) > 1]
    assert all(slide.startswith("Day 1: ") for slide in slides)
