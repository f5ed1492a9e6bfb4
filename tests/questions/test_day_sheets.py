"""The sheets of a day come in the order in which they are used, each once."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.questions.day_sheets import day_sheets, sheets_of
from peerhub.questions.moments import moments
from peerhub.questions.timetable import timetable
from tests.projects import ROOT

HUB = load(ROOT)


def test_every_sheet_on_paper_of_every_day_is_there_once_and_in_order():
    for workshop in HUB.workshops:
        for plan in timetable(workshop, HUB.module_by_id):
            sheets = day_sheets(plan, HUB.module_by_id, HUB.texts)
            needed = {
                (module.id, need.sheet)
                for row in plan.rows
                if row.module
                for module in (HUB.module_by_id[row.module],)
                for need in module.sheets
                if not need.file
            }
            assert [one.number for one in sheets] == list(range(1, len(sheets) + 1))
            assert {(one.module.id, one.sheet.title) for one in sheets} == needed
            assert [one.row for one in sheets] == sorted(one.row for one in sheets)
            used = [sheets_of(one, sheets) for one in moments(plan, HUB.module_by_id)]
            assert {number for some in used for number in some} == {one.number for one in sheets}


def test_a_step_names_the_sheets_that_it_uses():
    (plan,) = timetable(HUB.workshop_by_id["supporter-foundations"], HUB.module_by_id)
    sheets = day_sheets(plan, HUB.module_by_id, HUB.texts)
    told = {
        one.title: sheets_of(one, sheets)
        for one in moments(plan, HUB.module_by_id)
        if sheets_of(one, sheets)
    }
    assert told["Which pile?"] == (1, 2)
    assert told["Saying no kindly"] == (1,)
    assert [one.sheet.title for one in sheets[:3]] == ["Request cards", "Pile cards", "Scene cards"]
    assert [one.is_cut for one in sheets[:4]] == [True, True, True, False]
