"""What reaches the site engine as data stays data, in titles and on generated pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.projects import ROOT

HOSTILE = '{{ cycler.__init__.__globals__.os.popen("id").read() }} {% raw %} {# x'
SETTINGS = """\
site_name: Small
strict: true
hooks: [small.py]
plugins:
  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict, verbose: false}
"""
HOOK = """\
from types import SimpleNamespace

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File


@event_priority(100)
def on_config(config):
    config["extra"]["pipeline"] = SimpleNamespace(
        hub=SimpleNamespace(macros={"echo": lambda word: f"**{word}**"})
    )
    return config


def on_files(files, config):
    body = f"---\\ntitle: {TITLE!r}\\n---\\n\\nData: {TITLE} {{{{ echo('data') }}}}"
    files.append(File.generated(config, "made.md", content=body))
    return files


TITLE = PLACEHOLDER
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp("small")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "small.py").write_text(HOOK.replace("PLACEHOLDER", repr(HOSTILE)), encoding="utf-8")
    shutil.copy(ROOT / "hooks" / "macros.py", root)
    page = f"---\ntitle: '{HOSTILE}'\n---\n\nText: {{{{ echo('text') }}}}\n"
    (root / "docs" / "index.md").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_call_in_a_text_is_carried_out(built):
    assert "Text: <strong>text</strong>" in (built / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["index.html", "made/index.html"])
def test_a_title_is_shown_as_typed_in_the_page_and_in_the_navigation(built, page):
    html = (built / page).read_text(encoding="utf-8").replace("&#34;", '"').replace("&quot;", '"')
    assert html.count(HOSTILE) >= 2
    assert "uid=" not in html


def test_calls_in_a_generated_page_are_data(built):
    html = (built / "made/index.html").read_text(encoding="utf-8")
    assert "{{ echo('data') }}" in html
