"""Many sheets become one picture: right to the unit, and nobody can be worked out of it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.evaluation.head_judging import SheetHead
from peerhub.evaluation.judging import Judgement, judged
from peerhub.evaluation.layout import SheetLayout, layout_of
from peerhub.evaluation.make import evaluation_sheets
from peerhub.evaluation.merging import NationalFigures, national_figures
from peerhub.evaluation.merging import merged as put_together
from peerhub.questions.evaluation_kit import ODS, XLSX
from tests.evaluation.filling import filled
from tests.evaluation.nation import KIT, MAKER, WHOLE, lines, merged, sheet, three
from tests.evaluation.test_recalculated import convert
from tests.real_hub import ROOT, read_once

HIDDEN = "fewer than 5"
SMALL = range(1, 5)
Told = Mapping[str, Sequence[int | None]]
"""What a force counts of each indicator: the true count of every group; None for none."""


def invented(kit: SheetLayout, seed: int) -> dict[str, Told]:
    """Return true counts of every force of a kit, drawn at random: a tenth of them 1 to 4."""
    drawn = random.Random(seed)

    def count() -> int:
        return drawn.choice([0, drawn.randint(1, 4), *(drawn.randint(5, 900) for _ in range(8))])

    return {
        force: {
            block.indicator.id: [None] * len(block.groups)
            if drawn.random() < 0.1
            else [count() for _ in block.groups]
            for block in kit.blocks
        }
        for force in kit.forces
    }


def typed(kit: SheetLayout, force: str, told: Told) -> dict[str, int | str]:
    """Return what stands in the cells of a force's sheet, its totals as they are worked out."""
    cells: dict[str, int | str] = {"B1": force, "B2": "2026-01-01", "B3": "2026-06-30"}
    for block in kit.blocks:
        counts = told[block.indicator.id]
        for row, count in zip(block.groups, counts, strict=True):
            if count is not None:
                cells[row.cell] = HIDDEN if count in SMALL else count
        if None not in counts:
            is_hidden = any(count in SMALL for count in counts)
            cells[block.total.cell] = "withheld" if is_hidden else sum(counts)
    return cells


@pytest.fixture(scope="module")
def catalogue():
    return read_once(ROOT)


@pytest.fixture(scope="module")
def kit(catalogue) -> SheetLayout:
    return layout_of(catalogue)


@pytest.fixture(scope="module")
def nation(kit) -> dict[str, Told]:
    return invented(kit, 43)


@pytest.fixture(scope="module")
def judgements(catalogue, kit, nation) -> dict[str, Judgement]:
    """The sheets that the hub offers, filled in for every force: every other one as XLSX."""
    blank = evaluation_sheets(catalogue)
    forms = itertools.cycle([(ODS, "ods"), (XLSX, "xlsx")])
    return {
        f"{force}.{form}": judged(kit, filled(blank[path], typed(kit, force, told)), MAKER)
        for (force, told), (path, form) in zip(nation.items(), forms, strict=False)
    }


def is_whole(counts: Sequence[int | None]) -> bool:
    return all(count is not None and count not in SMALL for count in counts)


def test_the_sheets_of_all_forces_come_to_the_sums_of_their_counts(kit, nation, judgements):
    assert len(judgements) >= 43
    found = put_together(kit, judgements)
    assert (found.faults, found.notices, found.used) == ([], [], len(nation))
    assert list(found.picture.forces) == sorted(kit.forces.values())
    for one in found.picture.indicators:
        answers = [told[one.indicator.id] for told in nation.values()]
        whole = [counts for counts in answers if is_whole(counts)]
        expected = [sum(counts[at] for counts in whole) for at in range(len(one.groups))]
        assert list(one.groups) == expected
        assert one.total == sum(itertools.chain.from_iterable(whole))
        assert one.none == sum(counts[0] is None for counts in answers)
        assert (one.whole, one.hidden) == (len(whole), len(answers) - len(whole) - one.none)
        assert one.hidden > 0
        assert one.none > 0


def untotalled(kit: SheetLayout, force: str, told: Told) -> dict[str, int | str]:
    """Return what a force types itself: all but the totals, which its program works out."""
    totals = {block.total.cell for block in kit.blocks}
    return {at: said for at, said in typed(kit, force, told).items() if at not in totals}


def saved_by_libreoffice(folder, kit, blank, nation, ending) -> dict[str, Judgement]:
    """Return what is judged of sheets as LibreOffice saves them: of each kind, every other one."""
    names = []
    for at, (force, told) in enumerate(nation.items()):
        path = (ODS, XLSX)[at % 2]
        names.append(f"{force}.{path.rpartition('.')[2]}")
        (folder / names[-1]).write_bytes(filled(blank[path], untotalled(kit, force, told)))
    convert(folder, ending, names, "saved")
    saved = [folder / "saved" / f"{name.partition('.')[0]}.{ending}" for name in names]
    return {one.name: judged(kit, one.read_bytes(), MAKER) for one in saved}


@pytest.mark.nightly
@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_all_forces_sheets_as_libreoffice_saves_them_come_to_the_same(
    catalogue, kit, nation, judgements, tmp_path, ending
):
    blank = evaluation_sheets(catalogue)
    saved = put_together(kit, saved_by_libreoffice(tmp_path, kit, blank, nation, ending))
    assert saved.faults == []
    assert saved.picture == put_together(kit, judgements).picture


def published(picture: NationalFigures) -> dict[tuple[str, str], int]:
    """Return every count of a picture: groups by their ids, and totals."""
    found = {}
    for one in picture.indicators:
        if one.groups is not None:
            ids = [group.id for group in one.indicator.groups]
            found |= {(one.indicator.id, g): n for g, n in zip(ids, one.groups, strict=True)}
            found[one.indicator.id, "total"] = one.total
    return found


def worked_out(pictures: Sequence[NationalFigures]) -> list[int]:
    """Return all that subtraction gives: parts of each total, and figures of one from another's."""
    told = [published(one) for one in pictures]
    found = []
    for one in told:
        for (name, group), count in one.items():
            rest = one[name, "total"] - count
            found += [count, rest]
            parts = [
                n for (other, g), n in one.items() if other == name and g not in (group, "total")
            ]
            found += [rest - n for n in parts if group != "total"]
    for one, other in itertools.combinations(told, 2):
        found += [abs(one[name] - other[name]) for name in one.keys() & other.keys()]
        found += [
            abs((one[name] - one[whole]) - (other[name] - other[whole]))
            for name in one.keys() & other.keys()
            for whole in [(name[0], "total")]
            if whole in one and whole in other
        ]
    return found


def test_no_count_under_five_comes_of_any_two_figures_of_all_forces(kit, judgements):
    """Of the picture of all, and of each with one force less, one figure is taken from another."""
    sheets = list(judgements.values())
    whole = national_figures(kit, sheets)
    less = [national_figures(kit, sheets[:at] + sheets[at + 1 :]) for at in range(len(sheets))]
    found = [n for one in less for n in worked_out([whole, one])]
    assert len(found) > 10_000
    assert not set(found) & {*SMALL, *(-n for n in SMALL)}


def test_the_test_by_subtraction_finds_what_a_careless_sum_gives_away(kit, nation):
    sheets = [
        Judgement([], head=SheetHead(force, "a", "b"), counts=told)
        for force, told in nation.items()
    ]
    whole = national_figures(kit, sheets)
    less = [national_figures(kit, sheets[:at] + sheets[at + 1 :]) for at in range(len(sheets))]
    assert set(SMALL) <= {n for one in less for n in worked_out([whole, one])}


COUNT = st.one_of(
    st.none(), st.just("hidden"), st.just(0), st.integers(5, 9), st.integers(5, 10**6)
)
ANSWER = st.tuples(
    st.one_of(st.just((None, None)), st.tuples(COUNT, COUNT)),
    st.one_of(st.just((None,) * 3), st.tuples(COUNT, COUNT, COUNT)),
)


def _judgement(force: int, answer: tuple[tuple, tuple]) -> Judgement:
    counts = dict(zip(("told", "helped"), answer, strict=True))
    head = SheetHead(f"force-{force}", "2026-01-01", "2026-12-31")
    return Judgement([], head=head, counts=counts)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(answers=st.lists(ANSWER, min_size=4, max_size=12), data=st.data())
def test_whatever_forces_count_no_two_pictures_give_away_a_count_under_five(answers, data):
    """Any two pictures of which one holds all forces of the other, from any set of answers."""
    names = {f"force-{n}": f"Force {n}" for n in range(len(answers))}
    kit = SheetLayout(KIT.kit, names, KIT.blocks)
    sheets = [_judgement(n, answer) for n, answer in enumerate(answers)]
    fewer = data.draw(st.integers(3, len(sheets) - 1))
    pictures = [national_figures(kit, sheets), national_figures(kit, sheets[:fewer])]
    assert not set(worked_out(pictures)) & {*SMALL, *(-n for n in SMALL)}
    for one in pictures[0].indicators:
        assert (one.groups is None) == (one.whole < 3)
        assert one.whole + one.hidden + one.none == len(sheets)


def test_a_force_with_a_hidden_count_enters_no_figure_of_that_indicator():
    files = three() | {
        "d.ods": sheet("ods", "force-d", {**WHOLE, "E7": "Fewer than 5 "}),
        "e.ods": sheet("xlsx", "force-e", {"E7": 11, "E8": 12}),
    }
    told, helped = merged(files).picture.indicators
    assert (told.whole, told.hidden, told.none, told.groups, told.total) == (
        4,
        1,
        0,
        [131, 192],
        323,
    )
    assert (helped.whole, helped.hidden, helped.none, helped.total) == (4, 0, 1, 48)
    assert (told.percent, helped.percent) == (41, 42)


def test_an_indicator_with_fewer_than_three_whole_forces_is_withheld():
    files = three() | {"c.ods": sheet("ods", "force-c", {**WHOLE, "E7": HIDDEN})}
    told, helped = merged(files).picture.indicators
    assert (told.groups, told.total, told.percent, told.whole, told.hidden) == (
        None,
        None,
        None,
        2,
        1,
    )
    assert helped.total == 36


def test_nothing_counted_has_no_share():
    files = {f"{one}.ods": sheet("ods", f"force-{one}", {"E7": 0, "E8": 0}) for one in "abc"}
    told, _ = merged(files).picture.indicators
    assert (told.groups, told.total, told.percent) == ([0, 0], 0, None)


def test_a_force_twice_and_another_period_are_told_of_every_file():
    files = three("xlsx") | {
        "again.ods": sheet("ods", "force-a", {**WHOLE, "E7": 50}),
        "d.ods": sheet("ods", "force-d", B2="2025-01-01"),
        "e.ods": sheet("ods", "force-e"),
    }
    found = merged(files)
    twice = "the same force stands in {} too; keep the right one, and take the other away"
    assert lines(found) == [
        f"a.xlsx: Figures!B1: [twice] {twice.format('again.ods')}",
        f"again.ods: Figures!B1: [twice] {twice.format('a.xlsx')}",
        "d.ods: Figures!B2: [period] the other sheets are from 2026-01-01 to 2026-12-31; ask for "
        "the same days",
    ]
    assert found.picture.forces == ["Force B", "Force C", "Force E"]


def test_of_periods_that_equally_many_have_the_later_is_taken():
    files = three() | {
        f"{one}.ods": sheet("ods", f"force-{one}", B2="2025-01-01", B3="2025-12-31")
        for one in "def"
    }
    found = merged(files)
    assert found.refused == ("d.ods", "e.ods", "f.ods")
    assert (found.picture.start, found.picture.end) == ("2026-01-01", "2026-12-31")


def test_fewer_than_three_forces_give_no_picture():
    found = merged({"a.ods": sheet("ods", "force-a"), "b.ods": sheet("ods", "force-b")})
    assert (found.used, found.picture, lines(found)) == (2, None, [])
    assert merged({}).picture is None
