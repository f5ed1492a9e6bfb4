"""A lesson in other people's systems: it is read, it is answered, and it tells that alone."""

from __future__ import annotations

import pytest

from peerhub.questions.materials import packages
from tests.axe import barriers
from tests.players.lms import CATEGORY, SESSION, learning
from tests.waiting import until

pytestmark = pytest.mark.slow

MODULE, WORKSHOP = "module-listening", "workshop-awareness-briefing"
"""A module with questions, and a workshop without. By day each is tried where the other is not."""

READ = """() => {
  const next = document.getElementById("next");
  for (const one of document.querySelectorAll(".answer")) one.open = true;
  for (const _ of document.querySelectorAll(".part")) next.click();
  return document.querySelectorAll(".answer").length;
}"""
STATE = "document.getElementById('so-far').textContent"
TOLD = "You have finished. Your learning system has been told that, and nothing else."
ALONE = "You have finished. No learning system is listening, so nobody has been told."
REFUSED = (
    "You have finished, but your learning system did not take it. Press Finish to try again, or "
    "tell whoever runs it."
)
STATUS = "cmi.core.lesson_status"
FINISHED = [
    ["LMSInitialize", ""],
    ["LMSGetValue", STATUS],
    ["LMSGetValue", "cmi.core.lesson_mode"],
    ["LMSSetValue", STATUS, "incomplete"],
    ["LMSCommit", ""],
    ["LMSSetValue", STATUS, "completed"],
    ["LMSCommit", ""],
    ["LMSFinish", ""],
]


@pytest.fixture(scope="module")
def system(curriculum, desk):
    with learning() as running:
        bring(running, desk, curriculum.module_by_id["listening"])
        bring(running, desk, curriculum.workshop_by_id["awareness-briefing"])
        yield running


def bring(system, desk, owner) -> str:
    """Have a system take in both packages; return the name they share."""
    for one in packages(owner):
        name = f"{one.belongs_to}-{owner.id}"
        system.add(f"{name}-{one.format[0]}", desk.make(one))
    return name


@pytest.fixture
def page(chromium, system):
    system.forget()
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    yield page
    left(page, system)
    context.close()
    elsewhere = [one for one in asked if not one.startswith((system.address, "data:"))]
    assert elsewhere == []


def left(page, system) -> None:
    """Leave a lesson and wait for what it says as it ends, so that no other is heard to say it."""
    page.goto("about:blank")
    for _ in range(200):
        said = [verb(one) for one in system.statements]
        if said.count("initialized") <= said.count("terminated"):
            break
        page.wait_for_timeout(20)


def finish(lesson, told: str) -> int:
    questions = lesson.evaluate(READ)
    until(lesson, f"{STATE}.startsWith('You have finished')")
    assert lesson.evaluate(STATE) == told
    return questions


def in_scorm_again(page, system, identity):
    page.goto(f"{system.address}/play/{identity}-S")
    lesson = page.frames[1]
    until(lesson, "document.readyState === 'complete'")
    finish(lesson, TOLD)
    page.evaluate("document.querySelector('iframe').remove()")
    until(page, "calls.at(-1)[0] === 'LMSFinish'")
    assert page.evaluate("calls") == FINISHED
    held = page.evaluate("JSON.parse(JSON.stringify(API.cmi))")
    assert held["core"]["lesson_status"] == "completed"
    assert held["core"]["score"]["raw"] == held["suspend_data"] == held["comments"] == ""
    counts = "[API.cmi.interactions, API.cmi.objectives].map((one) => one.childArray.length)"
    assert page.evaluate(counts) == [0, 0]


def by_cmi5(page, system, identity):
    activity = f"https://hub.example/{identity}"
    page.goto(system.launch(f"/package/{identity}-c/index.html", activity))
    finish(page, TOLD)
    page.goto("about:blank")
    for _ in range(200):
        if len(system.statements) == 3:
            break
        page.wait_for_timeout(20)
    assert [verb(one) for one in system.statements] == ["initialized", "completed", "terminated"]
    for one in system.statements:
        assert one["object"] == {"id": activity, "objectType": "Activity"}
        assert one["context"]["extensions"] == SESSION
    results = [one.get("result") for one in system.statements]
    assert results == [None, {"completion": True, "duration": "PT0S"}, {"duration": "PT0S"}]


def in_a_bare_window(page, system, name):
    page.goto(f"{system.address}/package/{name}/index.html")
    finish(page, ALONE)
    assert {one for one in system.asked if one[0] != "GET"} == set()
    assert system.statements == system.committed == []


def clean(page, system, name):
    page.goto(f"{system.address}/package/{name}/index.html")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.evaluate("document.querySelectorAll('.part').forEach((one) => { one.hidden = false; })")
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def verb(statement) -> str:
    return statement["verb"]["id"].rsplit("/", 1)[1]


def test_a_lesson_tells_scorm_that_it_is_finished_and_nothing_else(page, system):
    in_scorm_again(page, system, MODULE)


def test_a_lesson_tells_cmi5_that_it_is_finished_and_nothing_else(page, system):
    by_cmi5(page, system, WORKSHOP)


@pytest.mark.parametrize("name", [f"{WORKSHOP}-S", f"{MODULE}-c"])
def test_a_lesson_can_be_read_where_nobody_listens(page, system, name):
    in_a_bare_window(page, system, name)


def test_a_lesson_keeps_nobody_out(page, system):
    clean(page, system, f"{MODULE}-S")


@pytest.mark.nightly
def test_every_package_does_all_of_that(page, system, desk, curriculum):
    for owner in (*curriculum.modules, *curriculum.workshops):
        name = bring(system, desk, owner)
        system.forget()
        in_scorm_again(page, system, name)
        by_cmi5(page, system, name)
        system.forget()
        in_a_bare_window(page, system, f"{name}-S")
        in_a_bare_window(page, system, f"{name}-c")
        clean(page, system, f"{name}-c")


def test_nothing_is_told_before_all_is_read_and_every_answer_opened(page, system):
    page.goto(f"{system.address}/record/module-listening-S")
    lesson = page.frames[1]
    until(lesson, "document.readyState === 'complete'")
    lesson.evaluate(
        """() => {
          const next = document.getElementById("next");
          for (const _ of document.querySelectorAll(".part")) next.click();
        }"""
    )
    until(lesson, f"{STATE} !== ''")
    assert lesson.evaluate(STATE).startswith("To finish: open the answer to question 1, 2, ")
    assert ["LMSSetValue", STATUS, "completed"] not in page.evaluate("calls")
    lesson.evaluate("document.querySelectorAll('.answer').forEach((one) => { one.open = true; })")
    until(lesson, f"{STATE}.startsWith('You have finished')")
    assert ["LMSSetValue", STATUS, "completed"] in page.evaluate("calls")


def test_no_answer_is_shown_first_and_a_part_is_left_out_until_it_is_its_turn(page, system):
    page.goto(f"{system.address}/package/module-listening-S/index.html")
    assert page.locator(".answer[open]").count() == 0
    assert page.locator(".part:visible").count() == 1
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("document.activeElement.id") == "title-2"
    page.get_by_role("button", name="Back").click()
    assert page.locator(".part:visible").get_attribute("id") == "part-1"
    page.get_by_role("link", name="Knowledge check").click()
    assert page.locator("#question-1 + textarea").is_visible()
    assert page.locator("#help").is_visible()


def test_a_lesson_that_was_finished_before_reports_nothing_more(page, system):
    page.goto(f"{system.address}/record/module-listening-S?status=completed")
    lesson = page.frames[1]
    until(lesson, "document.readyState === 'complete'")
    finish(lesson, "You have finished. Your learning system knew that already.")
    assert {one[0] for one in page.evaluate("calls")} == {"LMSInitialize", "LMSGetValue"}


def test_a_system_that_takes_no_report_is_told_of_and_asked_again(page, system):
    page.goto(f"{system.address}/record/module-listening-S")
    lesson = page.frames[1]
    until(lesson, "document.readyState === 'complete'")
    page.evaluate("window.was = API.LMSSetValue; API.LMSSetValue = () => 'false'; 0")
    finish(lesson, REFUSED)
    page.evaluate("API.LMSSetValue = was; 0")
    lesson.get_by_role("button", name="Finish").click()
    until(lesson, f"{STATE}.startsWith('You have finished. Your')")
    assert lesson.evaluate(STATE) == TOLD


def test_a_lesson_that_is_only_looked_at_reports_no_end(page, system):
    system.mode = "Browse"
    page.goto(
        system.launch("/package/module-listening-c/index.html", "https://hub.example/listening")
    )
    finish(page, "You have finished. Your learning system knew that already.")
    assert [verb(one) for one in system.statements] == ["initialized"]


def test_a_lesson_is_finished_once_in_a_registration(page, system):
    address = system.launch(
        "/package/module-listening-c/index.html", "https://hub.example/listening"
    )
    page.goto(address)
    finish(page, TOLD)
    page.goto("about:blank")
    page.goto(address)
    finish(page, "You have finished. Your learning system knew that already.")
    assert [verb(one) for one in system.statements].count("completed") == 1


def test_the_statements_are_those_that_the_standards_own_library_makes(page, system):
    """But for what is new each time, and for the time that somebody took: ours says zero."""
    activity = f"https://hub.example/{MODULE}"
    by_cmi5(page, system, MODULE)
    ours = [plain(one) for one in system.statements]
    system.forget()
    page.goto(system.launch("/library", ours[0]["object"]["id"]))
    page.evaluate(
        """async () => {
          const lesson = new (Cmi5.default ?? Cmi5)();
          await lesson.initialize();
          await lesson.complete();
          await lesson.terminate();
        }"""
    )
    theirs = [plain(one) for one in system.statements]
    assert [one["object"]["id"] for one in theirs] == [activity] * 3
    assert ours == theirs
    moved = {one["id"] for one in theirs[1]["context"]["contextActivities"]["category"]}
    assert moved == {f"{CATEGORY}cmi5", f"{CATEGORY}moveon"}


def plain(statement):
    """Return a statement without what differs each time, its categories in order."""
    kept = {key: one for key, one in statement.items() if key not in ("id", "timestamp")}
    kept["verb"] = kept["verb"]["id"]
    kept["object"] = {"id": kept["object"]["id"]}
    result = {key: one for key, one in kept.pop("result", {}).items() if key != "duration"}
    held = kept["context"]["contextActivities"]
    held["category"] = sorted(
        ({"id": one["id"]} for one in held["category"]), key=lambda one: one["id"]
    )
    return {**kept, "result": result}
