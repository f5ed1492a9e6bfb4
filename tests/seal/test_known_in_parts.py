"""The page that says what a file is, of a hub of too many files for one list, from a disk."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace

import pytest

from peerhub import components as show
from peerhub.seal import known
from peerhub.seal.manifest import Earlier, Manifest
from tests.projects import ROOT
from tests.waiting import until

ABOUT = Manifest("Peer Support Hub", "https://hub.police.uk/", "2026.1", "2026-11-23")
FILES = {f"{number}.pdf": f"file {number}".encode() for number in range(60)}
PAGE = """<!doctype html><meta charset="utf-8"><title>Verify</title><p id="stamp">Edition 2026.1</p>
{verifier}
<script src="../../assets/js/digest.js"></script><script src="../../assets/js/verify.js"></script>
"""


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def page(chromium, tmp_path, monkeypatch):
    monkeypatch.setattr(known, "MOST", 40)
    held = replace(
        ABOUT,
        files={path: digest(content) for path, content in FILES.items()},
        earlier={digest(b"an old file"): Earlier("old.pdf", "2026-01-01")},
    )
    scripts = known.known_scripts(held, {"7.pdf": "A guide"})
    pages = {"about/verify/index.html": PAGE.format(verifier=show.verifier())}
    for path, text in {**scripts, **pages}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "overrides/assets/js", tmp_path / "assets/js")
    opened = chromium.new_page()
    opened.goto((tmp_path / "about/verify/index.html").as_uri())
    yield opened
    opened.close()


def test_a_file_is_known_by_the_part_that_its_digest_names(page):
    some = [
        ("mine.pdf", FILES["7.pdf"]),
        ("old.pdf", b"an old file"),
        ("7.pdf", b"changed by Peer Support Hub"),
        *((f"strange{number}.pdf", b"%d" % number) for number in range(20)),
    ]
    payload = [
        {"name": name, "mimeType": "application/pdf", "buffer": content} for name, content in some
    ]
    page.set_input_files("#verifier-files", payload)
    until(page, "!/^(Reading…)?$/.test(document.querySelector('#verifier-state').textContent)")
    told = page.locator("#verifier-found li").all_inner_texts()
    assert told[0].startswith("mine.pdf Ours, and current. A guide.")
    assert told[1].startswith("old.pdf Ours, but not current: it is last served with what is dated")
    assert told[2].startswith("7.pdf Not as we published it.")
    assert all("Not ours." in one for one in told[3:])
