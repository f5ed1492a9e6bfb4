"""Guidance, journal and self-check as people use them: nothing leaves the browser."""

from __future__ import annotations

import io
import re
from urllib.parse import urljoin

import pikepdf
import pytest

from peerhub.catalogue import load
from peerhub.finish.links import broken_links
from tests.projects import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

KEPT = "JSON.stringify({...localStorage, ...sessionStorage})"


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def asked(page):
    """Every request the page makes over the network, from now on."""
    seen: list[str] = []
    page.on(
        "request",
        lambda one: seen.append(one.url) if not one.url.startswith(("blob:", "data:")) else None,
    )
    return seen


@pytest.fixture
def journal(page, address, asked):
    page.goto(f"{address}/leaders/journal/")
    page.wait_for_load_state("networkidle")
    asked.clear()
    return page


def write(journal, words: str) -> None:
    journal.get_by_label("Your words").fill(words)
    journal.get_by_role("button", name="Add to my pages").click()


def test_the_journal_keeps_nothing_until_the_person_switches_it_on(journal, asked):
    write(journal, "A hard minute, and a cup of tea.")
    assert journal.locator(".journal-said").all_inner_texts() == [
        "A hard minute, and a cup of tea."
    ]
    assert journal.evaluate(KEPT) == "{}"
    journal.reload()
    assert journal.locator(".journal-said").count() == 0
    assert journal.get_by_label("Your words").input_value() == ""


def test_the_journal_makes_no_request_at_all_whatever_is_done_with_it(journal, asked):
    journal.get_by_label("A prompt").select_option(index=3)
    write(journal, "What I said today.")
    journal.get_by_label("Keep my words").check()
    with journal.expect_download() as saved:
        journal.get_by_role("button", name="Save as a text file").click()
    saved.value.path()
    journal.get_by_role("button", name="Erase everything now").click()
    journal.wait_for_timeout(300)
    assert asked == []


def test_switched_on_the_journal_comes_back_and_switched_off_it_is_gone(journal):
    journal.get_by_label("Keep my words").check()
    write(journal, "Kept here.")
    journal.reload()
    assert journal.locator(".journal-said").inner_text() == "Kept here."
    journal.get_by_label("Keep my words").uncheck()
    assert journal.evaluate(KEPT) == "{}"
    assert journal.locator(".journal-said").count() == 1


def test_one_click_erases_everything(journal):
    journal.get_by_label("Keep my words").check()
    write(journal, "First.")
    journal.get_by_label("Your words").fill("A draft.")
    journal.get_by_role("button", name="Erase everything now").click()
    assert journal.evaluate(KEPT) == "{}"
    assert journal.locator(".journal-said").count() == 0
    assert journal.get_by_label("Your words").input_value() == ""
    assert "Erased" in journal.locator("#journal-state").inner_text()
    journal.reload()
    assert journal.locator(".journal-said").count() == 0


def test_what_was_erased_by_a_slip_comes_back_for_ten_seconds_and_is_then_gone(page, address):
    page.clock.install()
    page.goto(f"{address}/leaders/journal/")
    page.get_by_label("Keep my words").check()
    write(page, "A hard minute.")
    page.get_by_label("Your words").fill("A draft.")
    page.get_by_role("button", name="Erase everything now").click()
    assert page.evaluate(KEPT) == "{}"
    assert page.evaluate("document.activeElement.id") == "journal-back"
    page.get_by_role("button", name="Bring it back").click()
    page.clock.run_for(100)
    assert page.locator("#journal-told").inner_text() == "Your words are back."
    assert page.locator(".journal-said").all_inner_texts() == ["A hard minute."]
    assert page.get_by_label("Your words").input_value() == "A draft."
    assert "A hard minute." in page.evaluate(KEPT)
    page.get_by_role("button", name="Erase everything now").click()
    page.clock.run_for(10_100)
    assert page.get_by_role("button", name="Bring it back").is_hidden()
    assert page.evaluate("document.activeElement.id") == "journal-words"
    assert page.evaluate("erased") is None


def test_each_step_in_the_journal_is_announced(journal):
    journal.get_by_role("button", name="Add to my pages").click()
    journal.locator("#journal-told", has_text="Write some words first, then add them.").wait_for()
    write(journal, "Tea.")
    journal.locator("#journal-told", has_text="Added to your pages.").wait_for()


def test_the_name_of_each_button_of_the_journal_begins_with_its_words(journal):
    write(journal, "Tea.")
    named = journal.eval_on_selector_all(
        "#journal button", "all => all.map(one => [one.innerText, one.ariaLabel || one.innerText])"
    )
    assert len(named) > 3
    assert all(name.startswith(words) for words, name in named), named


def test_the_journal_saves_its_pages_as_plain_text(journal):
    journal.get_by_label("A prompt").select_option(index=1)
    prompt = journal.get_by_label("A prompt").input_value()
    write(journal, "Two lines,\nand <b>no</b> markup.")
    with journal.expect_download() as saved:
        journal.get_by_role("button", name="Save as a text file").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "journal.txt"
    assert prompt in text
    assert "Two lines,\nand <b>no</b> markup." in text
    assert journal.locator(".journal-said b").count() == 0


def test_what_one_window_keeps_another_that_keeps_nothing_leaves_alone(journal, address):
    other = journal.context.new_page()
    other.goto(f"{address}/leaders/journal/")
    journal.get_by_label("Keep my words").check()
    write(journal, "Kept by the first window.")
    write(other, "Passing through the second.")
    other.get_by_role("button", name="Take this page out").click()
    journal.reload()
    assert journal.locator(".journal-said").all_inner_texts() == ["Kept by the first window."]


def test_a_window_that_begins_to_keep_adds_to_what_another_has_kept(journal, address):
    other = journal.context.new_page()
    other.goto(f"{address}/leaders/journal/")
    journal.get_by_label("Keep my words").check()
    write(journal, "First.")
    write(other, "Second.")
    other.get_by_label("Your words").fill("A draft.")
    other.get_by_label("Keep my words").check()
    both = ["Second.", "First."]
    assert other.locator(".journal-said").all_inner_texts() == both
    journal.reload()
    assert journal.locator(".journal-said").all_inner_texts() == both
    assert journal.get_by_label("Your words").input_value() == "A draft."


def test_the_journal_saves_a_draft_that_is_not_yet_a_page(journal):
    save = journal.get_by_role("button", name="Save as a text file")
    assert not save.is_visible()
    journal.get_by_label("Your words").fill("Half a thought")
    with journal.expect_download() as saved:
        save.click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert text == "Not yet added to your pages\n\nHalf a thought\n"


def test_the_journal_is_asked_to_be_left_alone_by_spelling_services(journal):
    words = journal.get_by_label("Your words")
    assert words.get_attribute("spellcheck") == "false"
    assert words.get_attribute("writingsuggestions") == "false"


def test_the_self_check_asks_for_nothing_and_keeps_nothing(page, address, asked):
    page.goto(f"{address}/guidance/become-a-peer-support-force/")
    page.wait_for_load_state("networkidle")
    asked.clear()
    questions = page.locator(".check")
    assert questions.count() == 20
    for number in range(questions.count()):
        questions.nth(number).get_by_label("Partly").check()
    page.keyboard.press("Enter")
    assert page.locator(".check input:checked").count() == 20
    page.get_by_role("button", name="Clear my answers").click()
    assert page.locator(".check input:checked").count() == 0
    page.wait_for_timeout(300)
    assert asked == []
    assert page.evaluate(KEPT) == "{}"
    assert page.url.endswith("/guidance/become-a-peer-support-force/")


def test_without_script_the_self_check_works_and_the_journal_leads_to_paper(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/guidance/become-a-peer-support-force/")
    first = page.locator(".check").first.get_by_label("Yes")
    first.check()
    assert first.is_checked()
    page.goto(f"{address}/leaders/journal/")
    assert not page.locator("#journal").is_visible()
    page.get_by_role("link", name="the weekly page", exact=True).first.click()
    assert page.url.endswith("/leaders/reflection/#the-weekly-page")
    context.close()


def test_without_script_every_tool_can_be_downloaded(built_site):
    tools = [tool for meta in load(ROOT).pages.values() for tool in meta.tools]
    assert len(tools) >= 20
    for tool in tools:
        for ending in ("pdf", "docx", "odt"):
            assert (built_site / f"materials/tools/{tool.id}.{ending}").stat().st_size > 2000
    linked = set()
    folders = ("guidance", "leaders", "network", "posters")
    for path in [one for name in folders for one in built_site.glob(f"{name}/**/*.html")]:
        linked |= set(re.findall(r"materials/tools/([a-z-]+\.\w+)", path.read_text("utf-8")))
    wanted = {f"{tool.id}.{ending}" for tool in tools for ending in ("pdf", "docx", "odt")}
    assert wanted <= linked


def body_links(built_site, page: str, after: str = "<h1") -> set[str]:
    """The addresses on the site that a page's own words lead to, from a mark in them on."""
    html = (built_site / page.strip("/") / "index.html").read_text(encoding="utf-8")
    body = html[html.index(after) : html.index("</main>")]
    body = re.sub(r"<nav.*?</nav>", "", body, flags=re.DOTALL)
    found = re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', body)
    return {urljoin(page, href) for href in found}


def guidance(built_site) -> list[str]:
    """The address of each page of guidance."""
    found = [one.parent.relative_to(built_site) for one in built_site.glob("guidance/**/*.html")]
    return [f"/{one}/" for one in found]


def test_every_page_of_guidance_leads_back_to_the_guidance(built_site):
    pages = guidance(built_site)
    assert len(pages) > 20
    lost = [one for one in pages if "/guidance/" not in body_links(built_site, one)]
    assert lost == ["/guidance/"]


FORMATS = "/about/formats/"
"""Stands at the foot of every page that can be read elsewhere."""


def test_what_the_guidance_leads_on_to_leads_back(built_site):
    one_way = set()
    for page in guidance(built_site):
        for target in body_links(built_site, page, 'id="what-to-do-next"'):
            back = (
                body_links(built_site, target)
                if (built_site / target.strip("/") / "index.html").is_file()
                else {"/guidance/"}
            )
            if target != FORMATS and not any(one.startswith("/guidance/") for one in back):
                one_way.add(f"{page} to {target}")
    assert one_way == set()


def test_every_page_of_a_force_or_partner_says_what_to_do_next(built_site):
    pages = sorted(built_site.glob("forces/*/index.html"))
    assert len(pages) == len(load(ROOT).forces)
    for page in pages:
        assert 'id="what-to-do-next"' in page.read_text(encoding="utf-8"), page.parent.name


def test_every_page_that_is_read_says_who_looks_after_it(built_site):
    bare = [
        page.relative_to(built_site).as_posix()
        for page in built_site.rglob("index.html")
        if 'class="page-care"' not in page.read_text(encoding="utf-8")
    ]
    assert bare == []


@pytest.mark.parametrize(("large", "sides", "points"), [(False, 1, 12), (True, 2, 18)])
def test_need_to_talk_now_prints_on_one_side_and_large_on_two(page, address, large, sides, points):
    page.goto(f"{address}/support/")
    page.evaluate("document.fonts.ready")
    page.get_by_label("Print in large letters").set_checked(large)
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert len(pdf.pages) == sides
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(one => one.checkVisibility()"
        " && [...one.childNodes].some(text => text.nodeType === 3 && text.data.trim())"
        " && !one.closest('.visually-hidden'))"
        ".map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) >= points - 0.01
    numbers = {one.phone for one in load(ROOT).services if one.is_published and one.phone}
    shown = page.locator("main .service").all_inner_texts()
    assert [one for one in numbers if not any(one in text for text in shown)] == []


def test_need_to_talk_now_is_in_the_right_order_with_no_style(page, address):
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{address}/support/")
    assert page.locator("main").locator("h2, h3, h4").all_inner_texts() == support_headings()
    assert page.locator('main a[href="tel:999"]').first.is_visible()
    assert page.locator('main a[href^="sms:85258"]').first.is_visible()


SHOUT = "sms:85258?&body=SHOUT"


def support_headings() -> list[str]:
    """Every heading of the page in its order, the services of each part as the data has them."""
    services = [one for one in load(ROOT).services if one.is_published]

    def named(*identities: str) -> list[str]:
        return [one.name for key in identities for one in services if one.id == key]

    def of(category: str) -> list[str]:
        return [one.name for one in services if one.category == category]

    urgent = "nhs-111-england nhs-111-wales nhs-24-scotland lifeline-ni samaritans shout"
    needs = {
        "Bereavement": "bereavement",
        "Domestic abuse": "domestic-abuse",
        "Armed forces veterans": "veterans",
        "Alcohol": "alcohol",
        "Gambling": "gambling",
        "Money and debt": "money",
        "Victims of crime": "victims",
    }
    return [
        *["In danger now", *named("999")],
        *["Urgent help, by day or by night", *named(*urgent.split(), "npws-crisis-line")],
        *["For people in policing", "Talk to a peer supporter", *of("policing")],
        *["By need", "Someone to talk to, at certain hours", *named("breathing-space")],
        *[heading for title, kind in needs.items() for heading in (title, *of(kind))],
        "If you are worried about someone",
        "Looking at this on a work device?",
        "What to do next",
    ]


def test_the_first_screen_of_a_phone_has_every_first_line_without_script(chromium, address):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{address}/support/")
    tops = {
        one.get_attribute("href"): one.bounding_box()
        for one in page.locator(".first-lines li:not(.of-nation) a").all()
    }
    assert list(tops) == ["tel:999", "tel:03001312789", "tel:116123", "tel:111", SHOUT]
    assert all(box["y"] + box["height"] <= 844 and box["height"] >= 44 for box in tops.values())
    assert "England and Wales" in page.locator('a[href="tel:03001312789"]').first.inner_text()
    context.close()


@pytest.mark.parametrize(
    ("nation", "there", "gone"),
    [
        ("Wales", "nhs-111-wales", ["nhs-111-england", "nhs-24-scotland", "lifeline-ni"]),
        ("Northern Ireland", "lifeline-ni", ["nhs-111-england", "npws-crisis-line"]),
        ("Scotland", "nhs-24-scotland", ["npws-crisis-line", "da-england"]),
    ],
)
def test_choosing_a_nation_without_script_leaves_what_answers_there(
    chromium, address, nation, there, gone
):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/support/")
    page.get_by_label(nation, exact=True).check()
    ours = f".in-{nation.lower().replace(' ', '-')}"
    for line in page.locator(".service, .first-lines li").all():
        assert line.is_visible() == line.evaluate(f"one => one.matches('{ours}')")
    assert page.locator(f"#service-{there}").is_visible()
    assert [one for one in gone if page.locator(f"#service-{one}").is_visible()] == []
    empty = page.evaluate(
        "[...document.querySelectorAll('.services')].filter(one => !one.offsetHeight)"
        ".filter(one => one.previousElementSibling.offsetHeight).length"
    )
    assert empty == 0, "a kind of service without a service keeps its heading"
    context.close()


def test_every_part_of_the_services_description_has_its_place(built_site):
    """Addresses and anchors of the table exist, row by row; one wrong link would be named."""
    page = (built_site / "about/service-description/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr>\s*<td>(\d+)</td>(.*?)</tr>", page, re.DOTALL)
    assert [int(number) for number, _ in rows] == list(range(1, 36))
    for number, row in rows:
        places = re.findall(r'href="([^"]+)"', row)
        assert places, f"part {number} leads nowhere"
    assert [one for one in broken_links(built_site) if "service-description" in str(one)] == []
