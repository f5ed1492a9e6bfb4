"""A pack that a reader's browser puts together, in a real browser and under the hub's policy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from peerhub import components as show
from peerhub.bundle import bundled, list_path, parts_list
from peerhub.finish.stylesheet import stylesheet
from peerhub.hosts.policy import PAGE as POLICY
from peerhub.pages.materials import PACKING, pack_file
from tests.axe import barriers
from tests.projects import ROOT
from tests.serving import served
from tests.waiting import until

ASSETS = ROOT / "overrides" / "assets"
PATH = "packs/kent.zip"
FILES = {f"files/poster-{number}.pdf": bytes([number]) * (1000 + number) for number in range(24)}
WHOLE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Kent</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="hub.css"></head>
<body><main id="main"><article class="prose"><h1>Kent</h1>{part}
<p><a href="files/poster-1.pdf">One poster</a></p></article></main>{scripts}</body></html>"""
SAID = ".pack-said"


def archive() -> bytes:
    own = [("posters/READ-FIRST.txt", "O'Neill ŵ\r\n".encode())]
    held = [(f"posters/a4/{Path(path).name}", content) for path, content in FILES.items()]
    return bundled([*own, *held], compress=False, dated=(2026, 11, 23, 0, 0, 0))


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    for name in PACKING:
        shutil.copy(ASSETS / "js" / name, folder)
    (folder / "hub.css").write_text(stylesheet(ASSETS / "css"), "utf-8")
    for path, content in FILES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    standing = {f"posters/a4/{Path(path).name}": path for path in FILES}
    (folder / "packs").mkdir()
    told = parts_list(archive(), PATH, standing, "forces/kent/")
    (folder / list_path(PATH)).write_bytes(told)
    file = pack_file("All posters, ZIP", PATH, is_kept=False)
    part = str(show.file_rows([], file)).replace('href="/', 'href="')
    scripts = "".join(f'<script src="{name}" defer></script>' for name in PACKING)
    page = WHOLE.format(policy=POLICY, part=part, scripts=scripts)
    (folder / "index.html").write_text(page, "utf-8")
    return folder


@pytest.fixture
def page(chromium, alone):
    with served(alone) as host:
        opened = chromium.new_page(viewport={"width": 390, "height": 800})
        opened.goto(f"{host}/")
        yield opened
        opened.close()


def test_the_zip_has_the_bytes_of_the_program_and_all_comes_from_this_host(page):
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    assert page.is_hidden(".pack-singly")
    with page.expect_download() as coming:
        page.click("text=All posters, ZIP")
    assert coming.value.suggested_filename == "kent.zip"
    assert Path(coming.value.path()).read_bytes() == archive()
    until(page, f"/^Saved/.test(document.querySelector('{SAID}').textContent)")
    assert page.inner_text(SAID) == "Saved as kent.zip, with 25 files."
    assert page.get_attribute(SAID, "role") == "status"
    host = page.url
    assert len([one for one in asked_for if not one.startswith("blob:")]) == len(FILES) + 1
    assert all(one.startswith((host, f"blob:{host}")) for one in asked_for)
    assert barriers(page) == []


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("**/poster-3.pdf", "poster-3.pdf could not be fetched. Is the device online?"),
        ("**/kent.parts.json", "kent.parts.json could not be fetched. Is the device online?"),
    ],
)
def test_a_file_that_does_not_come_is_told_and_nothing_is_saved(page, broken, why):
    saved: list[object] = []
    page.on("download", lambda one: saved.append(one))
    page.route(broken, lambda route: route.abort())
    page.click("text=All posters, ZIP")
    until(page, f"/^The ZIP/.test(document.querySelector('{SAID}').textContent)")
    line = f"The ZIP was not made. {why} You can also take the files one by one."
    assert page.inner_text(SAID) == line
    assert saved == []
    page.unroute(broken)
    with page.expect_download() as coming:
        page.click("text=All posters, ZIP")
    assert Path(coming.value.path()).read_bytes() == archive()


@pytest.mark.parametrize("body", [b"<!doctype html>Sign in to this network", b"\x08" * 1009])
def test_another_file_in_the_place_of_one_is_never_put_in(page, body):
    page.route("**/poster-9.pdf", lambda route: route.fulfill(body=body))
    page.click("text=All posters, ZIP")
    until(page, f"/^The ZIP/.test(document.querySelector('{SAID}').textContent)")
    assert "posters/a4/poster-9.pdf is not the file that the list names" in page.inner_text(SAID)


def test_without_script_and_on_a_disk_the_words_send_readers_to_the_files(chromium, alone):
    without = chromium.new_context(java_script_enabled=False).new_page()
    on_disk = chromium.new_page()
    for one in (without, on_disk):
        one.goto((alone / "index.html").as_uri())
        assert one.is_hidden("text=All posters, ZIP")
        assert re.match("Your browser puts the ZIP together", one.inner_text(".pack-singly"))
        one.close()
