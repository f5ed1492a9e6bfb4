"""Two editions compared: Python and the script in the page say the same of every pair."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from peerhub.catalogue import load
from peerhub.components.edition_compare import compared, edition_compare
from peerhub.pages.modules import trainer_page
from peerhub.questions.edition_changes import BRIEF_AGAIN, edition_changes, history
from tests.projects import ROOT

SCRIPT = ROOT / "overrides" / "assets" / "js" / "edition-changes.js"
TITLES = ("Listening", "Ŵyl", "O’Neill & <b>", "After “it”", "10 steps")


def edition(number: int) -> dict[str, object]:
    """Return a made-up snapshot: which records it holds and what they say differ by its number."""
    chosen = random.Random(number)

    def some(count: int) -> list[int]:
        return sorted(chosen.sample(range(count), chosen.randint(1, count)))

    def words(count: int) -> list[str]:
        return [f"Outcome {one}" for one in some(count)]

    return {
        "edition": f"{2026 + number}.1",
        "dated": f"{2026 + number}-11-23",
        "modules": [
            {
                "id": f"module-{one}",
                "title": TITLES[one] if chosen.random() > 0.2 else f"New {TITLES[one]}",
                "minutes": chosen.choice((59, 60, 61, 70, 1200)),
                "outcomes": words(3),
                "steps": [{"title": "One", "minutes": chosen.choice((1, 2))}],
                "text": chosen.choice("ab"),
            }
            for one in some(5)
        ],
        "workshops": [
            {"id": f"w{one}", "title": TITLES[one], "modules": words(2), "timetable": words(2)}
            for one in some(3)
        ],
        "services": {
            f"s{one}": {"title": TITLES[one], "ways": [chosen.choice(("01632 960111", "116 123"))]}
            for one in some(4)
        },
    }


EDITIONS = [edition(number) for number in range(12)]


def plain(found):
    return [[one.kind, one.id, one.title, one.what, one.brief_again, one.is_gone] for one in found]


def test_what_is_compared_says_the_same_as_the_snapshots():
    for before in EDITIONS:
        for after in EDITIONS:
            short = edition_changes(compared(before), compared(after))
            assert short == edition_changes(before, after)


@pytest.fixture(scope="module")
def page(chromium):
    opened = chromium.new_page()
    opened.set_content(f"<main>{edition_compare(EDITIONS)}</main>")
    opened.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    yield opened
    opened.close()


def test_python_and_the_script_agree_on_every_pair(page):
    said = page.evaluate(
        """([editions, again]) => editions.map((before) => editions.map((after) =>
          editionChanges(before, after, again).map((one) =>
            [one.kind, one.id, one.title, one.what, one.brief, one.gone])))""",
        [[compared(one) for one in EDITIONS], BRIEF_AGAIN],
    )
    wanted = [[plain(edition_changes(one, other)) for other in EDITIONS] for one in EDITIONS]
    assert said == wanted
    kinds = {(row[0], row[4], row[5]) for rows in wanted for found in rows for row in found}
    assert len(kinds) >= 8, "the editions differ in too few ways to tell"


def test_choosing_two_editions_lists_what_differs(page):
    page.select_option("[name=from]", "2026.1")
    page.select_option("[name=to]", "2030.1")
    found = edition_changes(EDITIONS[0], EDITIONS[4])
    assert page.locator("#edition-differences li").count() == len(found)
    assert page.locator("#edition-count").inner_text() == (
        f"{len(found)} changes from 2026.1 to 2030.1."
    )
    assert page.locator("#edition-differences strong").count() == sum(
        one.brief_again for one in found
    )
    page.select_option("[name=from]", "2030.1")
    assert page.locator("#edition-count").inner_text() == (
        "Nothing differs between 2030.1 and 2030.1."
    )


def test_no_number_stands_in_what_is_compared():
    held = unquote(re.search(r'data-held="([^"]*)"', edition_compare(EDITIONS))[1])
    assert len(json.loads(held)["editions"]) == len(EDITIONS)
    assert "960111" not in held
    assert "116 123" not in held


def test_an_edition_in_which_nothing_changed_adds_its_name_and_the_places_of_its_records():
    same = [{**EDITIONS[0], "edition": f"{2026 + number}.1"} for number in range(20)]
    two, twenty = (len(unquote(edition_compare(same[:count]))) for count in (2, 20))
    records = sum(len(EDITIONS[0][kind]) for kind in ("modules", "workshops", "services"))
    assert (twenty - two) / 18 < 150 + 5 * records
    held = json.loads(unquote(re.search(r'data-held="([^"]*)"', edition_compare(same))[1]))
    assert len(held["modules"]) == len(EDITIONS[0]["modules"])


def test_one_edition_alone_is_compared_with_nothing():
    assert edition_compare(EDITIONS[:1]) == ""


def test_a_module_shows_its_small_history():
    hub = load(ROOT)
    module = hub.modules[0]
    one = {"id": module.id, "title": module.title, "minutes": 30, "outcomes": [], "text": "a"}
    editions = tuple(
        {"edition": name, "modules": [{**one, "minutes": minutes}]}
        for name, minutes in (("2026.1", 30), ("2026.2", 45), ("2027.1", 45))
    )
    assert history(editions, module.id) == (("2026.2", "15 minutes longer"),)
    shown = trainer_page(replace(hub, editions=editions, now=editions[-1]), module)
    assert "## What has changed in this module\n\n- Edition 2026.2: 15 minutes longer." in shown
    assert "What has changed in this module" not in trainer_page(hub, module)
