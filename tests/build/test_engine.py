"""A template of pages that cannot be filled: one line with its place, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.projects import ROOT

SETTINGS = """\
site_name: Small
hooks: [small.py]
theme: {name: null, custom_dir: theme}
plugins: []
"""
HOOK = """\
from peerhub.filling import sandboxed


def on_env(env, config, files):
    return sandboxed(env)
"""


def built(folder, template: str) -> subprocess.CompletedProcess[str]:
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Here\n", encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(template, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "small.py").write_text(HOOK, encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(ROOT / "hooks/engine.py"), "build", "--quiet", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("<p>\n{{ page.titel }}", 2, "has no attribute 'titel'"),
        ("<p>\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{% for one in itmes %}x{% endfor %}", 1, "'itmes' is undefined"),
        ("<p>\n{% if page %}", 2, "Unexpected end of template"),
        ("<p>\n{% include 'gone.html' %}", 2, "gone.html"),
        ("{{ page|attr('__class__') }}", 1, "is unsafe"),
        ("{{ page.content.__class__ }}", 1, "leads into the program"),
    ],
)
def test_a_template_that_cannot_be_filled_is_told_in_one_line(tmp_path, template, line, said):
    done = built(tmp_path, template)
    assert done.returncode == 1
    told = done.stderr.strip().splitlines()
    assert len(told) == 1, told
    assert f"main.html has a fault on line {line}: " in told[0]
    assert said in told[0]
    assert told[0].endswith("Put that line right, then build again.")


def test_a_template_may_ask_whether_a_word_is_there(tmp_path):
    done = built(tmp_path, "<p>{% if page.meta.kind %}a{% else %}b{% endif %}{{ page.content }}")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8").startswith("<p>b<h1")
