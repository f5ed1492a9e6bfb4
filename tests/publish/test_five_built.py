"""Five editions of a hub that is really built, published, and walked in Chromium.

A module is renamed and one removed, an event moves and one is cancelled, a number changes and one
is retired, a page is withdrawn; in the end every byte that is served is read.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import icalendar
import pytest
from lxml import etree

from peerhub.models.event_parts import LONDON
from peerhub.models.sought import holds
from peerhub.publish.kept import is_page
from peerhub.publish.publication import Publication
from peerhub.publish.record import publication_of
from peerhub.publish.site import MOVED
from peerhub.publish.targets.folder import FolderTarget
from peerhub.publish.texts import text_of
from tests.publish.small_hub import (
    ADDRESS,
    DEFAULTS,
    EVENT,
    LESSONS,
    MODULE,
    SERVICES,
    TEXT_LINE,
    WORKSHOP,
    SmallHub,
)

pytestmark = [pytest.mark.nightly, pytest.mark.slow]

OLD, NEW, GONE = "0300 131 2789", "0300 123 3393", "0808 164 0123"
TODAY = dt.datetime.now(LONDON).date()
EDITIONS = tuple(f"{TODAY.year}.{count}" for count in range(2, 7))
ATOM = "{http://www.w3.org/2005/Atom}"


class Story:
    """What the hub says in each edition."""

    def __init__(self, hub: SmallHub) -> None:
        self.hub = hub
        self.modules = ["listening", "coping", "ending"]
        self.number = OLD
        self.lines = TEXT_LINE.format(number=GONE)
        self.spring = {"date": "2037-03-09", "revision": 0, "updated": "2026-11-23", "more": ""}
        self.autumn = {"status": "open", "revision": 0, "updated": "2026-11-23"}

    def write(self) -> None:
        hub, names = self.hub, self.modules
        checked = "2026-11-01" if self.number == OLD else "2026-11-20"
        hub.data("services", SERVICES.format(number=self.number, checked=checked) + self.lines)
        titles = ((one, one.capitalize()) for one in names)
        told = "".join(
            MODULE.format(id=one, title=title, minutes=45, outcome=f"Explain {one}")
            for one, title in titles
        )
        hub.data("modules", f"{DEFAULTS}modules:\n{told}")
        items = ", ".join(f"{{module: {one}}}" for one in names)
        end = {3: "11:45", 2: "11:00"}[len(names)]
        hub.data("workshops", DEFAULTS + WORKSHOP.format(items=items, end=end))
        spring = EVENT.format(id="spring", title="Spring morning", status="open", **self.spring)
        autumn = EVENT.format(
            id="autumn", title="Autumn morning", date="2037-10-07", more="", **self.autumn
        )
        hub.data("events", f"{DEFAULTS}events:\n{spring}{autumn}")

    def first(self) -> None:
        for one in self.modules:
            self.hub.lesson(one)

    def second(self) -> None:
        """Rename a module, and move an event."""
        self.modules[0] = "talking"
        (self.hub.root / "docs" / f"{LESSONS}listening.md").unlink()
        was = "[/train/modules/listening/, /train/modules/listening/trainer/]"
        self.hub.lesson("talking", moved_from=was)
        moved = "  moved_from: 2037-03-09\n"
        self.spring = {
            "date": "2037-04-13",
            "revision": 1,
            "updated": TODAY.isoformat(),
            "more": moved,
        }

    def third(self) -> None:
        """Change a number."""
        self.number = NEW

    def fourth(self) -> None:
        """Remove a module, and cancel an event."""
        self.modules.remove("ending")
        (self.hub.root / "docs" / f"{LESSONS}ending.md").unlink()
        was = "[/train/modules/ending/, /train/modules/ending/trainer/]"
        self.hub.lesson("coping", "Other words for everyone.", moved_from=was)
        self.autumn = {"status": "cancelled", "revision": 1, "updated": TODAY.isoformat()}

    def fifth(self) -> None:
        """Retire a number, and withdraw a page."""
        self.lines = ""
        said = f"{{on: {TODAY}, why: It was wrong., instead: /guidance/}}"
        self.hub.page("guidance/selection.md", "Old words.", withdrawn=said)


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Path:
    """The folder that is served after five editions; what stood before stays in it."""
    root = tmp_path_factory.mktemp("five") / "hub"
    root.mkdir()
    story = Story(SmallHub(root))
    shutil.copy(Path(__file__).parents[2] / ".gitignore", root)
    git(root, "init", "-q", "-b", "main")
    target = root.parent / "served"
    changes = (story.first, story.second, story.third, story.fourth, story.fifth)
    for name, change in zip(EDITIONS, changes, strict=True):
        change()
        story.write()
        for words in (("fix",), ("edition", name), ("publish", "--to", str(target))):
            if words[0] != "fix":
                git(root, "add", "-A")
                git(root, "commit", "-q", "-m", " ".join(words[:2]))
            done = story.hub.run(*words)
            assert done.returncode == 0, (name, words, done.stdout, done.stderr[-3000:])
    return target


def git(root: Path, *words: str) -> None:
    name = ("-c", "user.name=Hub", "-c", "user.email=hub@hub.police.uk")
    subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def now(served) -> Publication:
    record = (served / "current").readlink().name
    text = (served / "publications" / f"{record}.json").read_text()
    return publication_of(text, FolderTarget(served).read_all)


@pytest.fixture(scope="module")
def base(served, serve):
    return serve(served / "current")


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_no_number_that_is_no_longer_to_be_called_is_in_any_byte(served, now):
    assert [one.name for one in now.editions] == list(EDITIONS)
    read = 0
    for path in now.tree:
        content = (served / "current" / path).read_bytes()
        text = text_of(path, content)
        for number in (OLD, GONE):
            assert not holds(text, number), path
            assert not holds(content.decode("latin-1"), number), path
        read += 1
    assert read > 300


def test_every_page_in_chromium(page, base, served, now):
    """Help of today stands on each; each old page has its banner, and leads to what there is."""
    for path in sorted(now.tree):
        if not is_page(path):
            continue
        if MOVED.search((served / "current" / path).read_bytes()):
            continue  # the page that it leads to has its own turn
        answer = page.goto(f"{base}/{path.removesuffix('index.html')}")
        assert answer.ok, path
        links = page.locator("a[href^='tel:']").evaluate_all("all => all.map(one => one.href)")
        assert "tel:999" in links, path
        if not path.startswith("20"):
            continue
        (canonical,) = page.locator("link[rel=canonical]").evaluate_all("l => l.map(x => x.href)")
        assert canonical.startswith(ADDRESS), path
        place = served / "current" / canonical.removeprefix(ADDRESS)
        assert (place / "index.html").is_file() or place.is_file(), path
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        banner = page.locator(".kept-edition a, main .lead ~ p a").first
        assert page.request.get(urljoin(page.url, banner.get_attribute("href"))).ok, path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("train/modules/listening/", "train/modules/talking/"),
        ("train/modules/listening/trainer/", "train/modules/talking/"),
        ("train/modules/ending/", "train/modules/coping/"),
    ],
)
def test_an_address_that_was_printed_leads_on(page, base, old, new):
    page.goto(f"{base}/{old}")
    page.wait_for_url(f"{base}/{new}")
    assert page.locator("h1").inner_text()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{EDITIONS[0]}/train/modules/listening/", "/train/modules/talking/"),
        (f"{EDITIONS[2]}/train/modules/ending/", "/train/modules/coping/"),
        (f"{EDITIONS[0]}/guidance/selection/", "/guidance/selection/"),
    ],
)
def test_a_banner_leads_to_the_page_that_took_its_place(page, base, old, new):
    page.goto(f"{base}/{old}")
    banner = page.locator(".kept-edition a").first
    assert urlsplit(urljoin(page.url, banner.get_attribute("href"))).path == new


def test_the_page_that_was_withdrawn_says_why_and_no_more(page, base):
    page.goto(f"{base}/guidance/selection/")
    said = page.locator("main").inner_text()
    assert "It was withdrawn on" in said
    assert "It was wrong." in said
    assert "Old words." not in said


def test_codes_say_which_posters_come_down(page, base):
    page.goto(f"{base}/posters/current/")
    rows = {
        row[0]: row[-1]
        for row in (
            [cell.strip() for cell in one.inner_text().split("\t")]
            for one in page.locator("main tbody tr").all()
        )
    }
    down = {code for code, answer in rows.items() if answer.startswith("No")}
    assert {"T1", "T2"} <= down
    (current,) = rows.keys() - down
    page.goto(f"{base}/posters/current/{current.lower()}/")
    assert NEW in page.locator("main").inner_text()


def test_calendars_and_feeds_say_what_became_of_each_event(served):
    current = served / "current"
    whole = icalendar.Calendar.from_ical((current / "events/calendar.ics").read_bytes())
    events = {str(one["SUMMARY"]): one for one in whole.walk("VEVENT")}
    spring = next(one for title, one in events.items() if "Spring" in title)
    autumn = next(one for title, one in events.items() if "Autumn" in title)
    assert spring["DTSTART"].dt.date() == dt.date(2037, 4, 13)
    assert (int(spring["SEQUENCE"]), int(autumn["SEQUENCE"])) == (1, 1)
    assert str(autumn["STATUS"]) == "CANCELLED"
    for feed in current.rglob("*.xml"):
        etree.fromstring(feed.read_bytes())
    changes = etree.fromstring((current / "events/changes.xml").read_bytes())
    titles = [one.findtext(f"{ATOM}title") for one in changes.iter(f"{ATOM}entry")]
    assert any("Spring" in one for one in titles)
    assert any("Cancelled" in one and "Autumn" in one for one in titles)
    assert not list(current.glob("20*/events"))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (0, 1, ["Listening", "Talking", "new"]),
        (1, 2, ["Helpline", "its number changed"]),
        (2, 3, ["Ending", "no longer part of the curriculum", "its words changed"]),
        (3, 4, ["Text line", "no longer on the list of help"]),
    ],
)
def test_the_page_of_changes_compares_any_two(page, base, before, after, said):
    page.goto(f"{base}/about/editions/")
    page.locator("select[name=from]").select_option(EDITIONS[before])
    page.locator("select[name=to]").select_option(EDITIONS[after])
    found = page.locator("#edition-differences").inner_text()
    for words in said:
        assert words in found
    assert not re.search(r"0\d{3} ?\d{3}", found)
