"""The page that says what a file is, as a reader uses it from a disk, with no network."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from tests.waiting import until

LENGTHS = (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_001)


@pytest.fixture(scope="module")
def known(built_site):
    script = (built_site / "about/verify/known.js").read_text(encoding="utf-8")
    return json.loads(script.removeprefix("const hubKnown = ").removesuffix(";\n"))


@pytest.fixture
def page(chromium, built_site):
    opened = chromium.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((built_site / "about/verify/index.html").as_uri())
    yield opened
    opened.close()
    assert [url for url in asked if not url.startswith("file:")] == []


def told(page, *files) -> list[str]:
    payload = [
        {"name": name, "mimeType": "application/pdf", "buffer": content} for name, content in files
    ]
    page.set_input_files("#verifier-files", payload)
    until(page, "!/^(Reading…)?$/.test(document.querySelector('#verifier-state').textContent)")
    return [" ".join(one.split()) for one in page.locator("#verifier-found li").all_inner_texts()]


def test_each_file_is_told_for_what_it_is(page, built_site, known):
    path, title = next(one for one in known["current"].values() if one[0].endswith("-a4.pdf"))
    content = (built_site / path).read_bytes()
    name = path.rpartition("/")[2]
    lines = told(
        page,
        ("my copy.pdf", content),
        (name, content[:-1] + b"!"),
        ("renamed.pdf", content[:-1] + b"!"),
        ("other.pdf", b"%PDF of somebody"),
    )
    assert lines[0] == f"my copy.pdf Ours, and current. {title}. Where it stands"
    assert lines[1].startswith(f"{name} Not as we published it.")
    assert lines[1].endswith("Do not use it. Get the current one")
    assert lines[2].startswith("renamed.pdf Not as we published it.")
    assert lines[3] == (
        "other.pdf Not ours. No file of the hub has these bytes, and it does not name us."
    )
    links = page.locator("#verifier-found a").evaluate_all("all => all.map((one) => one.href)")
    assert links[0] == links[1] == (built_site / path).as_uri()
    assert re.match(
        r"Checked against edition 20\d\d\.\d+, \d+ \w+ 20\d\d\.", page.inner_text("#verifier-state")
    )


def test_an_old_file_leads_to_the_current_one(page, known):
    old = b"%PDF as it was"
    path = next(one[0] for one in known["current"].values() if one[0].startswith("materials/"))
    told(page, ("warm.pdf", b""))
    page.evaluate(
        "([digest, path]) => { hubKnown.old[digest] = [path, '2026-01-01']; }",
        [hashlib.sha256(old).hexdigest()[:32], path],
    )
    assert told(page, ("old.pdf", old)) == [
        "old.pdf Ours, but not current: it is last served with what is dated 2026-01-01. "
        "Do not use it. Get the current one"
    ]


def test_our_own_digest_is_what_everybody_works_out(page):
    for length in LENGTHS:
        content = bytes(number * 7 % 256 for number in range(length))
        right = hashlib.sha256(content).hexdigest()
        both = page.evaluate(
            "async (held) => { const bytes = new Uint8Array(held);"
            " return [sha256.own(bytes), await sha256.of(bytes)]; }",
            list(content),
        )
        assert both == [right, right], length
