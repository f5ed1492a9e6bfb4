"""The desk in a real browser: used by keyboard alone, with no barrier and no foreign request."""

from __future__ import annotations

import pytest

from peerhub.admin.local_git import LocalGit
from tests.admin.desks import commit, git, hub_in_git, lines_of, served_desk
from tests.axe import barriers
from tests.waiting import until

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path):
    return hub_in_git(tmp_path)


@pytest.fixture
def server(root):
    with served_desk(LocalGit(root)) as running:
        yield running


@pytest.fixture
def page(chromium, server):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.asked, opened.said = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda told: opened.said.append(told.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.goto(server.address)
    until(opened, "document.querySelectorAll('#records button').length > 0")
    yield opened
    context.close()


def tab_to(page, expression: str) -> None:
    """Press the tab key until the focus is on what is looked for."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(f"(({expression}))(document.activeElement)"):
            return
    raise AssertionError(f"the keyboard never comes to {expression}")


def open_record(page, kind: str, title: str) -> None:
    """Open a record with the keyboard alone, from the top of the page."""
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.keyboard.press("Control+Home")
    tab_to(page, "one => one.id === 'kind'")
    page.keyboard.press("Home")
    while page.evaluate("document.getElementById('kind').value") != kind:
        before = page.evaluate("document.getElementById('kind').selectedIndex")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.getElementById('kind').selectedIndex") == before + 1
    tab_to(page, f"one => one.matches('#records button') && one.textContent === {title!r}")
    page.keyboard.press("Enter")
    until(page, f"document.getElementById('sheet-title').textContent.endsWith({title!r})")
    until(page, "document.activeElement.id === 'sheet-title'")


def type_into(page, name: str, words: str) -> None:
    tab_to(page, f"one => one.id === 'field-{name}'")
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def save(page, title: str) -> None:
    tab_to(page, "one => one.id === 'title'")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    until(page, "document.getElementById('said').textContent !== ''")


def told(page) -> str:
    return page.inner_text("#said")


def test_four_records_become_one_draft_by_keyboard_alone(page, root, server):
    open_record(page, "services", "Helpline")
    type_into(page, "who", "Anyone at work")
    assert barriers(page) == []
    open_record(page, "services", "Emergency services")
    type_into(page, "what", "Danger to life, now.")
    open_record(page, "forces", "Westshire")
    type_into(page, "short_name", "West")
    open_record(page, "events", "Open day")
    type_into(page, "audience", "All")
    assert page.locator("#changes li").count() == 4
    save(page, "Four words")
    assert told(page) == (
        "Saved as the draft draft/four-words. Somebody else looks at it before it is published."
    )
    assert lines_of(git(root, "diff", "-U0", "main", "draft/four-words")) == [
        *("-  audience: Everyone", "+  audience: All"),
        *("-  short_name: Westshire", "+  short_name: West"),
        *("-  what: Danger to life.", "+  what: Danger to life, now."),
        *("-  who: Anyone", "+  who: Anyone at work"),
    ]
    assert page.locator("#changes li").count() == 0
    home = f"http://127.0.0.1:{server.server_port}/"
    assert page.asked
    assert all(url.startswith((home, "data:")) for url in page.asked)
    assert page.said == []


def test_a_fault_is_told_at_its_field_and_what_was_typed_is_kept(page, root):
    open_record(page, "services", "Helpline")
    type_into(page, "phone", "12")
    save(page, "A number")
    assert "Nothing was saved, and nothing that you typed is lost." in told(page)
    assert page.input_value("#field-phone") == "12"
    assert page.get_attribute("#field-phone", "aria-invalid") == "true"
    assert page.inner_text("#field-phone-fault") in told(page)
    assert barriers(page) == []
    tab_to(page, "one => one.matches('#said button')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "field-phone"
    page.keyboard.press("Control+A")
    page.keyboard.type("0300 131 2790")
    page.keyboard.press("Tab")
    assert page.get_attribute("#field-phone", "aria-invalid") is None
    assert git(root, "branch", "--list", "draft/*") == ""


def test_a_record_that_somebody_else_changed_takes_both_changes(page, root):
    open_record(page, "services", "Helpline")
    type_into(page, "who", "Anyone at work")
    type_into(page, "hours", "24 hours, each day")
    file = root / "data/services.yml"
    text = file.read_text().replace("Somebody to talk to.", "A person to talk to.")
    file.write_text(text.replace("24 hours, every day  #", "24 hours, always  #"))
    commit(root, "Meanwhile")
    save(page, "Words")
    assert "Somebody else has changed the service 'helpline' since you opened it." in told(page)
    tab_to(page, "one => one.matches('#said button')")
    page.keyboard.press("Enter")
    until(page, "document.getElementById('said').textContent.includes('both changed: Hours')")
    assert page.input_value("#field-what") == "A person to talk to."
    assert page.input_value("#field-hours") == "24 hours, each day"
    assert page.inner_text("#field-hours-fault") == "Somebody else wrote: 24 hours, always"
    tab_to(page, "one => one.id === 'title'")
    page.keyboard.press("Enter")
    until(page, "document.getElementById('said').textContent.startsWith('Saved')")
    assert lines_of(git(root, "diff", "-U0", "main", "draft/words")) == [
        *("-  who: Anyone", "+  who: Anyone at work"),
        "-  hours: 24 hours, always  # as their page says",
        "+  hours: 24 hours, each day  # as their page says",
    ]


@pytest.mark.nightly
def test_a_record_that_was_taken_out_can_be_left_out(page, root):
    open_record(page, "events", "Open day")
    type_into(page, "audience", "All")
    (root / "data/events.yml").write_text("events: []\n")
    commit(root, "No events")
    save(page, "Words")
    assert "There is no event 'open-day' any more" in told(page)
    assert page.input_value("#field-audience") == "All"
    page.click("#said button")
    until(page, "document.querySelectorAll('#changes li').length === 0")


def test_what_was_typed_outlives_a_lost_connection_and_a_new_start(page, root, server):
    open_record(page, "forces", "Westshire")
    type_into(page, "short_name", "West")
    page.route("**/api/**", lambda route: route.abort())
    save(page, "Words")
    assert "What you typed is kept in this page. Try again once it is." in told(page)
    assert page.input_value("#field-short_name") == "West"
    page.unroute("**/api/**")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    until(page, "document.querySelectorAll('#changes li').length === 1")
    until(page, "document.getElementById('field-short_name')?.value === 'West'")
    save(page, "Words")
    assert told(page).startswith("Saved as the draft draft/words.")
    page.said.clear()


def test_lists_and_parts_are_added_to_moved_and_taken_out_by_keyboard(page, root):
    open_record(page, "forces", "Westshire")
    tab_to(page, "one => one.textContent === 'Add to aliases'")
    page.keyboard.press("Enter")
    page.keyboard.type("West")
    tab_to(page, "one => one.textContent === 'Add to aliases'")
    page.keyboard.press("Enter")
    page.keyboard.type("Far West")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # up
    assert page.input_value("#field-aliases-0") == "Far West"
    assert barriers(page) == []
    save(page, "Other names")
    assert lines_of(git(root, "diff", "-U0", "main", "draft/other-names")) == [
        *("+  aliases:", "+  - Far West", "+  - West")
    ]


@pytest.mark.nightly
def test_a_narrow_screen_holds_the_whole_form(chromium, server):
    context = chromium.new_context(viewport={"width": 320, "height": 800}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server.address}#events/open-day")
    until(page, "document.querySelectorAll('#form .field').length > 5")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert barriers(page) == []
    context.close()
