"""Nothing that pages and papers are made with can break without a word: sixty faults, each told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from peerhub.proofread.parts import FOLDERS, listed, unsound_parts
from peerhub.proofread.settings import unsound_settings
from tests.projects import ROOT

SEARCH = "overrides/assets/js/search.js"
PLANNER = "overrides/assets/js/planner.js"
CSS = "overrides/assets/css/10-tokens.css"
URGENT = "overrides/partials/urgent.html"
MAIN = "overrides/main.html"
HEAD = "overrides/partials/head.html"
MARK = "overrides/assets/mark.svg"
HOOK = "hooks/adapter.py"
POSTER = "materials/posters/base.html"
FAMILY = "materials/posters/family.css"
MKDOCS = "mkdocs.yml"


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("parts")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / MKDOCS, root)
    return root


def told(root: Path) -> list[str]:
    return [one.as_line() for one in (*unsound_parts(root), *unsound_settings(root))]


def emptied(_: str) -> str:
    return " \n"


def added(words: str) -> Callable[[str], str]:
    return lambda text: text + words


def begun(words: str) -> Callable[[str], str]:
    return lambda text: words + text


def swapped(old: str, new: str) -> Callable[[str], str]:
    def swap(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return swap


def gone(_: str) -> None:
    return None


def cut(text: str) -> str:
    return text[: len(text) // 2].rstrip("\n }")


MARKS = "\n>>>>>>> patch-1\n"
FAULTS = [
    # scripts
    (SEARCH, added("\nconst = 3;\n"), "PH080", "the script breaks off here"),
    (SEARCH, added("\nif (true) {\n"), "PH080", "the script breaks off here"),
    (SEARCH, added("\nfoo(1, 2;\n"), "PH080", "the script breaks off here"),
    (SEARCH, added("\nlet x = 'open;\n"), "PH080", "the script breaks off here"),
    (SEARCH, added("\nfunction a( {}\n"), "PH080", "the script breaks off here"),
    (SEARCH, added("\nreturn return;\n"), "PH080", "the script breaks off here"),
    (PLANNER, added("\nconst a = [1, 2\n"), "PH080", "the script breaks off here"),
    (PLANNER, added("\n}\n"), "PH080", "the script breaks off here"),
    (PLANNER, added("\nlet `a = 1;\n"), "PH080", "the script breaks off here"),
    (PLANNER, added("\nvar 1a = 2;\n"), "PH080", "the script breaks off here"),
    (PLANNER, added("\n<<<<<<< main\n=======\n>>>>>>> x\n"), "PH003", "git has left two versions"),
    (PLANNER, added("\n=======\n"), "PH003", "git has left the mark '======='"),
    (PLANNER, begun('import { a } from "./gone.js";\n'), "PH080", "no script './gone.js'"),
    (SEARCH, emptied, "PH080", "the file is empty"),
    (SEARCH, gone, "PH084", "the file is missing"),
    (PLANNER, gone, "PH084", "the file is missing"),
    (HOOK, added("\ndef x(:\n"), "PH080", "this is not Python"),
    (HOOK, added("\n  x = 1\n"), "PH080", "this is not Python"),
    (HOOK, emptied, "PH080", "the file is empty"),
    (HOOK, gone, "PH084", "the file is missing"),
    ("hooks/macros.py", gone, "PH084", "the file is missing"),
    # styles
    (CSS, added("\n.a { color: red;\n"), "PH081", "'{' is opened here and not closed"),
    (CSS, added("\n.a { color: red; } }\n"), "PH081", "'}' closes nothing here"),
    (CSS, added("\n.a { width: calc(1px + 2px; }\n"), "PH081", "'}' closes nothing here"),
    (CSS, added("\n.a[href { color: red; }\n"), "PH081", "'[' is opened here and not closed"),
    (CSS, added("\n/* open\n"), "PH081", "a remark is opened here and not closed"),
    (CSS, added("\n.a { colour red; }\n"), "PH081", "this is no rule of a stylesheet"),
    (CSS, added("\n.a { color: 'red\n; }\n"), "PH081", "this is no rule of a stylesheet"),
    (CSS, added("\n.a, .b\n"), "PH081", "this is no rule of a stylesheet"),
    (CSS, added('\n.a { background: url("/assets/no.svg"); }\n'), "PH081", "there is no file"),
    (CSS, added("\n.a { background: url(https://a.example/b); }\n"), "PH081", "on another host"),
    (CSS, added(MARKS), "PH003", "git has left the mark"),
    (CSS, emptied, "PH081", "the file is empty"),
    (CSS, gone, "PH084", "the file is missing"),
    (FAMILY, added("\n.a { color: red;\n"), "PH081", "'{' is opened here and not closed"),
    ("overrides/assets/fonts/hub-400.woff2", emptied, "PH081", "the file is empty"),
    ("overrides/assets/fonts/hub-400.woff2", lambda _: "<html>", "PH081", "it is no font"),
    # templates
    (URGENT, emptied, "PH082", "the file is empty"),
    (URGENT, gone, "PH084", "the file is missing"),
    (URGENT, swapped("{% endfor %}", ""), "PH082", "the template breaks off here"),
    (URGENT, swapped("</ul>", ""), "PH082", "<ul> is opened here and not closed"),
    (URGENT, swapped("</section>", "</div>"), "PH082", "</div> closes nothing here"),
    (URGENT, cut, "PH082", "breaks off here"),
    (MAIN, swapped("partials/urgent.html", "partials/urgnt.html"), "PH082", "no template 'part"),
    (MAIN, swapped("{% endblock %}", "{% endblok %}"), "PH082", "the template breaks off here"),
    (MAIN, added("{{ words"), "PH082", "the template breaks off here"),
    (MAIN, added("{{ words|nofilter"), "PH082", "the template breaks off here"),
    (MAIN, added("{% include %}"), "PH082", "the template breaks off here"),
    (MAIN, added(MARKS), "PH003", "git has left the mark"),
    (MAIN, gone, "PH084", "the file is missing"),
    (HEAD, added("<div"), "PH082", "a tag is opened at the end and has no '>'"),
    (HEAD, gone, "PH084", "the file is missing"),
    ("overrides/404.html", gone, "PH084", "the file is missing"),
    (POSTER, added("{% if %}"), "PH082", "the template breaks off here"),
    (POSTER, added("<div><p>"), "PH082", "<div> is opened here and not closed"),
    # drawings
    (MARK, added("<circle>"), "PH086", "this is no sound drawing"),
    (MARK, swapped("</svg>", "<script>a()</script></svg>"), "PH086", "no place in a drawing"),
    (MARK, emptied, "PH086", "the file is empty"),
    # settings
    (MKDOCS, gone, "PH084", "the file is missing"),
    (MKDOCS, emptied, "PH083", "the file holds no settings"),
    (MKDOCS, swapped("strict: true", "strict: false"), "PH083", "'strict' is False"),
    (MKDOCS, swapped("docs_dir: docs", "docs_dir: pages"), "PH083", "'docs_dir' is 'pages'"),
    (MKDOCS, swapped("docs_dir", "doc_dir"), "PH083", "Did you mean 'docs_dir'?"),
    (
        MKDOCS,
        swapped("  - hooks/adapter.py\n", "  - hooks/a.py\n"),
        "PH083",
        "does not list 'hoo",
    ),
    (
        MKDOCS,
        swapped("on_error_fail: true", "on_error_fail: false"),
        "PH083",
        "'plugins → macro",
    ),
    (MKDOCS, swapped("  - tables\n", ""), "PH083", "does not list 'tables'"),
    (MKDOCS, swapped("custom_dir: overrides", "custom_dir: over"), "PH083", "'theme → custom_dir'"),
    (MKDOCS, swapped("    anchors: warn\n", ""), "PH083", "has no 'anchors'"),
    (MKDOCS, swapped("plugins:", "plugins"), "PH004", ""),
    (MKDOCS, added("\ntheme: readthedocs\n"), "PH006", "'theme' is given twice"),
    (MKDOCS, added("\nextra_css: [a.css]\n"), "PH083", "the setting 'extra_css' is not one"),
    (MKDOCS, added(MARKS), "PH003", "git has left the mark"),
]


def test_the_parts_of_the_project_are_sound():
    assert told(ROOT) == []


def test_sixty_faults_are_tried():
    assert len(FAULTS) >= 60


@pytest.mark.parametrize(("name", "change", "code", "said"), FAULTS)
def test_a_broken_part_is_told_in_its_file(copied, name, change, code, said):
    file = copied / name
    before = file.read_bytes()
    changed = change(before.decode("utf-8", errors="replace"))
    if changed is None:
        file.unlink()
    else:
        file.write_text(changed, encoding="utf-8")
    try:
        found = told(copied)
    finally:
        file.write_bytes(before)
    mine = [line for line in found if line.startswith(f"{name}:")]
    assert any(said in line and line.endswith(f"[{code}]") for line in mine), found
    assert len(found) <= 4


def test_every_part_of_each_page_is_listed_and_there():
    templates = {
        path.relative_to(ROOT).as_posix()
        for pattern in ("overrides/*.html", "overrides/partials/*.html", "hooks/*.py")
        for path in ROOT.glob(pattern)
    }
    assert templates - set(listed()) == set()
    assert [name for name in listed() if not (ROOT / name).is_file()] == []
