"""The poster maker as people use it: typing, seeing, printing, and nothing leaving the page."""

from __future__ import annotations

import io
import zipfile

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from peerhub.catalogue import load
from peerhub.maker.to_keep import FOLDER, START
from peerhub.models.contact import MESSAGES
from peerhub.questions.poster_files import MAKER
from tests.axe import barriers
from tests.pdf.drawing import letters, letters_of, picture
from tests.projects import ROOT
from tests.waiting import until

pytestmark = pytest.mark.slow

DESIGNS = [one.id for one in load(ROOT).posters]
MILLIMETRES = 25.4 / 72
READY = "!document.querySelector('#maker-paper').hasAttribute('aria-busy')"
"""Whether the sheets that were asked for are there."""
TYPED = {
    "team": "Tîm Lles Dŵr a Thŷ",
    "mailbox": "peer.support@kent.police.uk",
    "phone": "01632 960123",
    "place": "Room 12, first floor",
}


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture(scope="module")
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.faults = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on(
        "console", lambda said: opened.faults.append(said.text) if said.type == "error" else None
    )
    opened.on(
        "response",
        lambda answer: opened.faults.append(answer.url) if answer.status >= 400 else None,
    )
    yield opened
    context.close()


@pytest.fixture
def maker(page, address):
    """A fresh maker for Kent, with everything loaded that it ever loads."""
    opened(page, f"{address}/posters/make/?force=kent")
    yield page
    faults, page.faults[:] = list(page.faults), []
    assert faults == []


def opened(page, where: str) -> None:
    page.goto(where)
    page.wait_for_load_state("networkidle")
    until(page, "() => document.fonts.status === 'loaded'")
    page.locator(".sheet").wait_for()


def printed(page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    from pypdfium2 import PdfDocument

    return [tuple(side * MILLIMETRES for side in page.get_size()) for page in PdfDocument(pdf)]


def size(pdf: bytes) -> tuple[float, float]:
    from pypdfium2 import PdfDocument

    (only,) = PdfDocument(pdf)
    return tuple(side * MILLIMETRES for side in only.get_size())


def words(pdf: bytes) -> str:
    return "".join(letter.char for letter in letters(pdf))


def closed_up(text: str) -> str:
    return "".join(text.split())


def sheet(page) -> str:
    return page.locator(".sheet").inner_text()


def fault(page, field: str) -> str:
    return page.locator(f"#maker-{field}-fault").inner_text()


def is_over(page) -> list[str]:
    """Return the places whose words run out of them, measured anew."""
    return page.evaluate(
        """[...document.querySelectorAll('.sheet :is(.force, .contact, .code)')].filter((place) => {
          const around = place.getBoundingClientRect();
          const lines = document.createRange();
          lines.selectNodeContents(place);
          return [...lines.getClientRects()].some((line) => line.width && line.height
            && (line.right > around.right + 2 || line.bottom > around.bottom + 2));
        }).map((place) => place.className)"""
    )


def test_what_a_team_types_is_on_the_poster_at_true_size_and_no_request_is_made(maker, built_site):
    (pressed,) = zxingcpp.read_barcodes(
        picture((built_site / f"posters/{DESIGNS[0]}/kent-a4.pdf").read_bytes(), 2)
    )
    asked = []
    maker.on("request", lambda request: asked.append(request.url))
    for field, typed in TYPED.items():
        maker.fill(f"#maker-{field}", typed)
    for typed in TYPED.values():
        assert typed in sheet(maker)
    for name, width, height in (("a4", 210, 297), ("a3", 297, 420)):
        maker.select_option("#maker-size", name)
        pdf = printed(maker)
        assert size(pdf) == pytest.approx((width, height), abs=0.5)
        for typed in ("Kent Police", "Need to", *TYPED.values()):
            assert closed_up(typed) in words(pdf)
        (code,) = zxingcpp.read_barcodes(picture(pdf, 2))
        assert code.text == pressed.text
        assert code.text.removeprefix("https://").rstrip("/") in words(pdf)
    scuffed = picture(pdf, 2)
    corner = code.position.bottom_left
    scuffed.paste((255, 255, 255), (corner.x + 80, corner.y - 60, corner.x + 130, corner.y))
    assert zxingcpp.read_barcodes(scuffed)[0].text == code.text
    maker.select_option("#maker-design", "urgent-numbers")
    maker.select_option("#maker-force", "northern-ireland")
    assert "Lifeline" in sheet(maker)
    assert asked == []
    assert maker.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not any(typed in maker.url for typed in TYPED.values())


def test_every_design_is_printed_as_the_press_prints_it(maker, built_site):
    for design in DESIGNS:
        maker.select_option("#maker-design", design)
        pressed = (built_site / f"posters/{design}/kent-a4.pdf").read_bytes()
        made = printed(maker)
        assert sorted(words(made)) == sorted(words(pressed)), design
        assert unlike(made, pressed) < 30, design


@pytest.mark.parametrize(
    ("design", "force", "language", "names"),
    [
        ("talk-to-a-peer-supporter", "kent", "en", ["wallet", "screen"]),
        ("urgent-numbers", "gwent", "cy", ["a5", "large"]),
    ],
)
def test_a_card_a_screen_and_large_print_are_as_the_press_prints_them(
    maker, built_site, design, force, language, names
):
    maker.select_option("#maker-design", design)
    maker.select_option("#maker-force", force)
    for name in names:
        assert_as_pressed(maker, built_site, design, force, name, language)


@pytest.mark.nightly
def test_every_design_in_every_size_and_language_is_as_the_press_prints_it(maker, built_site):
    for poster in load(ROOT).posters:
        maker.select_option("#maker-design", poster.id)
        for force in ("northern-ireland", "gwent"):
            maker.select_option("#maker-force", force)
            for name in ("a5", "wallet", "screen", "large"):
                for language in ("en", "cy") if force == "gwent" else ("en",):
                    if name in poster.sizes:
                        assert_as_pressed(maker, built_site, poster.id, force, name, language)


def assert_as_pressed(maker, built_site, design, force, name, language) -> None:
    maker.select_option("#maker-size", name)
    if maker.locator("#maker-language").is_visible():
        maker.select_option("#maker-language", language)
        until(maker, READY)
    ending = "" if language == "en" else f"-{language}"
    pressed = (built_site / f"posters/{design}/{force}-{name}{ending}.pdf").read_bytes()
    made = printed(maker)
    assert sizes(made) == [pytest.approx(one, abs=0.5) for one in sizes(pressed)]
    for at in range(len(sizes(made))):
        said, given = sorted(letters_on(made, at)), sorted(letters_on(pressed, at))
        assert said == given, (design, force, name, language, at)
        assert unlike(made, pressed, at) < 40, (design, force, name, language, at)


def letters_on(pdf: bytes, at: int) -> str:
    return "".join(letter.char for letter in letters_of(page_of(pdf, at)))


def page_of(pdf: bytes, at: int):
    from pypdfium2 import PdfDocument

    return PdfDocument(pdf)[at]


def test_ten_wallet_cards_go_on_a_page_with_lines_to_cut_along_and_one_is_read_out(maker):
    maker.select_option("#maker-size", "wallet")
    maker.fill("#maker-phone", "01632 960123")
    front, back = (letters_on(printed(maker), at) for at in (0, 1))
    assert front.count("KentPolice") == 10
    assert back.count("01632960123") == 10
    assert maker.locator(".sheet").count() == 1
    assert maker.locator(".sheet .side").count() == 2
    maker.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert maker.locator(".cut-card").count() == 20
    assert maker.locator(".cut-card:not([aria-hidden])").count() == 2
    assert maker.locator(".cut-page:first-child > .cut-lines").count() == 1
    assert maker.locator(".cut-lines").count() == 1
    maker.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert maker.locator(".cut-card").count() == 0


def test_a_screen_s_sheet_fills_the_screen_and_no_other_offers_to(maker):
    whole = maker.locator("#maker-whole")
    assert whole.is_hidden()
    maker.select_option("#maker-size", "screen")
    assert maker.inner_text("#maker-use").startswith("Show it on a whole screen")
    whole.click()
    until(maker, "() => document.fullscreenElement?.id === 'maker-paper'")
    until(
        maker,
        "() => { const sheet = document.querySelector('.sheet').getBoundingClientRect();"
        " return Math.abs(Math.min(innerWidth - sheet.width, innerHeight - sheet.height)) < 2"
        " && Math.abs(sheet.left * 2 + sheet.width - innerWidth) < 2; }",
    )
    maker.evaluate("document.exitFullscreen()")
    until(maker, "() => document.fullscreenElement === null")


def test_large_print_is_never_set_smaller_and_says_what_it_leaves_out(maker):
    maker.select_option("#maker-size", "large")
    maker.fill("#maker-team", "A team with a name that is far too long for 18 points")
    maker.fill("#maker-place", "Room 12")
    assert fault(maker, "team").startswith("This does not fit its place on the poster.")
    assert "Kent Police" in sheet(maker)
    assert "Room 12" in sheet(maker)
    smallest = maker.evaluate(
        "Math.min(...[...document.querySelectorAll('.sheet *')].filter((one) =>"
        " [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim()))"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest == pytest.approx(24, abs=0.1)


def unlike(made: bytes, pressed: bytes, at: int = 0) -> int:
    """Return how far two pages are apart where they differ most, from 0 to 255.

    Each is looked at from a distance: half a millimetre this way or that makes no difference.
    """
    seen = []
    for pdf in (made, pressed):
        whole = page_of(pdf, at).render(scale=2).to_pil().convert("RGB")
        page = whole.resize((whole.width // 2, whole.height // 2)).convert("L")
        # The same address can be drawn as different codes, so codes are read and not compared.
        for code in zxingcpp.read_barcodes(whole):
            corner, far = code.position.top_left, code.position.bottom_right
            box = (corner.x, corner.y, far.x, far.y)
            page.paste(
                255, tuple(place // 2 + by for place, by in zip(box, (-4, -4, 6, 6), strict=True))
            )
        seen.append(page.filter(ImageFilter.GaussianBlur(4)))
    return ImageChops.difference(seen[0], seen[1].resize(seen[0].size)).getextrema()[1]


@pytest.mark.parametrize(
    ("field", "typed", "rule"),
    [
        ("mailbox", "john.smith@kent.police.uk", "one-person"),
        ("mailbox", "peer.support@gmail.com", "free-mail"),
        ("mailbox", "peer.support@oscarkilo.org.uk", "not-public"),
        ("phone", "07700 900123", "mobile"),
        ("place", "Ring 07700 900123", "mobile"),
    ],
)
def test_a_refused_field_says_why_and_its_words_stay_off_the_poster(maker, field, typed, rule):
    maker.fill(f"#maker-{field}", typed)
    assert fault(maker, field) == ""
    maker.locator(f"#maker-{field}").blur()
    message, remedy = MESSAGES[rule]
    quoted = repr("07700 900123" if "07700" in typed else typed)
    assert fault(maker, field) == f"{message.format(value=quoted)}. {remedy}"
    box = maker.locator(f"#maker-{field}")
    assert box.get_attribute("aria-invalid") == "true"
    assert f"maker-{field}-fault" in box.get_attribute("aria-describedby").split()
    assert typed not in sheet(maker)
    assert closed_up(typed) not in words(printed(maker))
    until(
        maker,
        "(words) => document.querySelector('#maker-said').textContent.includes(words)",
        arg=remedy,
    )
    box.fill("")
    assert fault(maker, field) == ""
    assert box.get_attribute("aria-invalid") == "false"


def test_a_name_of_400_characters_is_refused_at_once_in_clear_words(maker):
    maker.fill("#maker-team", "w" * 400)
    assert fault(maker, "team") == (
        "This is 400 characters long; the poster has room for 60. Use fewer words."
    )
    assert "www" not in sheet(maker)
    maker.fill("#maker-team", "Wellbeing")
    assert fault(maker, "team") == ""
    assert "Kent Police · Wellbeing" in sheet(maker)


@pytest.mark.parametrize(
    "typed",
    [
        "W" * 60,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "☕ Brew and talk 👩🏽‍🚒 " + "🎉" * 30,
        "Ŵŷ" * 25,
        "<b>bold</b> & {mailbox} $& ${team}",
        "a b " * 15,
    ],
)
def test_long_words_welsh_letters_and_emoji_stay_within_their_places(maker, typed):
    long_mailbox = "peer.support.and.occupational.health.team.wellbeing@northern-ireland.police.uk"
    for design in ("talk-to-a-peer-supporter", "urgent-numbers"):
        maker.select_option("#maker-design", design)
        maker.select_option("#maker-force", "north-wales")
        maker.fill("#maker-team", typed)
        maker.fill("#maker-place", typed)
        maker.fill("#maker-mailbox", long_mailbox)
        maker.locator("#maker-mailbox").blur()
        assert is_over(maker) == []
        for field, place in (("team", ".force"), ("place", ".contact"), ("mailbox", ".contact")):
            words = maker.input_value(f"#maker-{field}").strip()
            shown = words in maker.locator(f".sheet {place}").inner_text()
            assert shown != bool(fault(maker, field)), (design, field)


def test_a_letter_typed_in_two_parts_is_set_as_the_one_our_type_has(maker):
    maker.fill("#maker-team", "Dw\u0302r")
    assert "Kent Police · Dŵr" in sheet(maker)


def test_it_works_with_a_keyboard_alone_and_prints_at_a_press(maker):
    maker.evaluate("window.print = () => { window.pressed = true; }")
    reached = []
    maker.locator("#maker-design").focus()
    for _ in range(9):
        reached.append(maker.evaluate("document.activeElement.id"))
        if reached[-1] == "maker-design":
            maker.keyboard.type("Urgent")
        if reached[-1] == "maker-team":
            maker.keyboard.type("Night shift")
        maker.keyboard.press("Tab")
    assert reached == [
        f"maker-{name}" for name in "design size force team mailbox phone place print clear".split()
    ]
    assert "Help,\nany hour." in sheet(maker)
    assert "Night shift" in sheet(maker)
    maker.locator("#maker-print").focus()
    maker.keyboard.press("Enter")
    assert maker.evaluate("window.pressed")


def test_a_screen_reader_hears_what_the_preview_shows_and_can_read_it(maker):
    maker.select_option("#maker-design", "we-are-here")
    until(
        maker,
        "(words) => document.querySelector('#maker-said').textContent.includes(words)",
        arg="We are here, A4, Kent Police",
    )
    tree = maker.locator("#maker").aria_snapshot()
    assert 'heading "We are here."' in tree
    assert maker.locator(".sheet poster-h1").get_attribute("aria-level") == "3"
    assert maker.locator("h1").count() == 1
    assert 'img "QR code for ' in tree
    assert 'textbox "Role mailbox"' in tree


def test_the_rule_for_putting_it_up_stands_beside_the_design(maker):
    rule = maker.locator("#maker-rule")
    assert rule.inner_text().startswith("Nothing is recorded for this force. Put it up once")
    maker.select_option("#maker-design", "urgent-numbers")
    assert rule.inner_text().startswith("Any force can put it up now.")


def test_the_address_chooses_design_force_and_size_and_nonsense_does_no_harm(page, address):
    opened(page, f"{address}/posters/make/?design=ask-twice&force=<b>&size=a99")
    assert page.input_value("#maker-design") == DESIGNS[0]
    assert page.input_value("#maker-force") == ""
    opened(page, f"{address}/posters/make/?design=leaders-go-first&force=gwent&size=a3")
    assert "Leaders\ngo first." in sheet(page)
    assert "Gwent Police" in sheet(page)
    assert size(printed(page)) == pytest.approx((297, 420), abs=0.5)
    assert page.faults == []


def test_a_remembered_force_is_chosen_and_can_be_forgotten(chromium, address):
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(f"{address}/posters/?force=kent")
    opened.check("#gallery-keep")
    opened.goto(f"{address}/posters/make/")
    assert opened.input_value("#maker-force") == "kent"
    assert opened.inner_text("#maker-kept-force") == "This device remembers Kent Police."
    opened.click("#maker-forget")
    assert opened.locator("#maker-kept").is_hidden()
    assert opened.evaluate("localStorage.length") == 0
    opened.reload()
    assert opened.input_value("#maker-force") == ""
    assert opened.locator("#maker-kept").is_hidden()
    context.close()


def test_a_force_in_wales_can_have_both_languages_and_others_are_not_asked(maker, built_site):
    assert maker.locator("#maker-language").is_hidden()
    maker.select_option("#maker-force", "gwent")
    maker.select_option("#maker-language", "cy")
    until(maker, READY)
    maker.fill("#maker-place", "Ystafell 12")
    assert maker.locator(".sheet").get_attribute("lang") == "cy"
    assert "Ble rydym ni / Where we are Ystafell 12" in sheet(maker)
    maker.fill("#maker-place", "")
    made = printed(maker)
    pressed = (built_site / f"posters/{DESIGNS[0]}/gwent-a4-cy.pdf").read_bytes()
    assert sorted(words(made)) == sorted(words(pressed))
    assert unlike(made, pressed) < 30
    maker.select_option("#maker-force", "kent")
    assert maker.locator(".sheet").get_attribute("lang") == "en-GB"


def test_what_a_force_has_confirmed_stands_in_the_fields_until_somebody_types(maker):
    maker.evaluate(
        """() => Object.assign(posterMaker.forces.find((one) => one.id === "essex"), {
          mailbox: "peer.support@essex.police.uk", intranet: "essex.example/peers" })"""
    )
    maker.select_option("#maker-force", "essex")
    assert maker.input_value("#maker-mailbox") == "peer.support@essex.police.uk"
    assert "Email peer.support@essex.police.uk" in sheet(maker)
    assert "Intranet essex.example/peers" in sheet(maker)
    maker.fill("#maker-mailbox", "wellbeing@essex.police.uk")
    maker.select_option("#maker-force", "kent")
    assert maker.input_value("#maker-mailbox") == "wellbeing@essex.police.uk"
    maker.click("#maker-clear")
    assert "Team mailbox" in sheet(maker)
    maker.select_option("#maker-force", "essex")
    assert maker.input_value("#maker-mailbox") == "peer.support@essex.police.uk"
    maker.select_option("#maker-force", "kent")
    assert maker.input_value("#maker-mailbox") == ""


def test_another_organisation_gets_national_numbers_and_a_code_that_leads_to_help(maker):
    maker.select_option("#maker-force", "")
    maker.fill("#maker-mailbox", "wellbeing@charity.org.uk")
    maker.locator("#maker-mailbox").blur()
    assert fault(maker, "mailbox") == ""
    assert "116 123" in sheet(maker)
    assert "Mental Health Crisis Line for policing" not in sheet(maker)
    (code,) = zxingcpp.read_barcodes(picture(printed(maker), 2))
    assert code.text.endswith("/support/")


def test_it_works_from_a_disk(page, built_site):
    page.goto((built_site / "posters/make/index.html").as_uri() + "?force=kent")
    page.fill("#maker-team", "Wellbeing team")
    until(page, "() => document.fonts.check('700 16px \"Hub Print\"')")
    assert "Kent Police · Wellbeing team" in sheet(page)
    assert page.evaluate(
        "[...document.fonts].filter((one) => one.family.includes('Hub Print')"
        " && one.unicodeRange === 'U+0-10FFFF')"
        ".every((one) => one.status === 'loaded')"
    )
    assert size(printed(page)) == pytest.approx((210, 297), abs=0.5)
    page.faults.clear()  # a browser complains of early loading of type from a disk


def test_the_maker_to_keep_works_from_its_folder_with_no_network(chromium, built_site, tmp_path):
    with zipfile.ZipFile(built_site / MAKER) as archive:
        archive.extractall(tmp_path)
    context = chromium.new_context(offline=True)
    opened, faults, asked = context.new_page(), [], []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / FOLDER / START).as_uri())
    opened.select_option("#maker-force", "kent")
    opened.fill("#maker-team", "Wellbeing team")
    assert "Kent Police · Wellbeing team" in sheet(opened)
    until(opened, "() => document.fonts.check('700 16px \"Hub Print\"')")
    assert size(printed(opened)) == pytest.approx((210, 297), abs=0.5)
    assert faults == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    # Last, since axe asks for the styles in a way that the page's policy refuses, and says so.
    assert barriers(opened) == []
    context.close()


def test_colours_of_the_paper_stay_when_the_reader_forces_colours(chromium, address):
    context = chromium.new_context(
        viewport={"width": 320, "height": 800}, forced_colors="active", color_scheme="dark"
    )
    narrow = context.new_page()
    opened(narrow, f"{address}/posters/make/?force=kent")
    seen = Image.open(io.BytesIO(narrow.locator("#maker-paper").screenshot())).convert("RGB")
    assert seen.getpixel((seen.width // 2, 6)) == (255, 255, 255)
    assert (20, 38, 74) in {colour for _, colour in seen.getcolors(1 << 24)}
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_script_the_page_says_so_and_leads_to_the_ready_made_posters(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}/posters/make/")
    assert "needs JavaScript" in plain.locator("#maker-plain").inner_text()
    assert plain.locator("#maker-form").is_hidden()
    plain.locator("#maker-plain a").click()
    assert plain.url == f"{address}/posters/#forces"
    context.close()


def test_an_address_with_hyphens_is_never_parted_at_one(maker):
    """A reader that copies words drops a hyphen at the end of a line."""
    mailbox = "peer-support-and-wellbeing@kent-and-medway-districts.kent.police.uk"
    maker.fill("#maker-mailbox", mailbox)
    shown = maker.locator(".sheet .way").first
    assert mailbox in shown.text_content()
    pieces = shown.locator(".piece")
    assert pieces.all_text_contents()[0] == "peer-support-and-wellbeing@"
    for piece in pieces.all():
        assert piece.evaluate("one => one.getClientRects().length") == 1
