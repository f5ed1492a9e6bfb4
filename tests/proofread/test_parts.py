"""Nothing that pages and papers are made with can break without a word: each fault is told."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.hub import ENGINES_OWN
from peerhub.models import Stamp
from peerhub.pages.furniture import Furniture
from peerhub.proofread.parts import (
    FOLDERS,
    listed,
    unsound_part,
    unsound_parts,
    unsound_together,
)
from peerhub.proofread.settings import unsound_settings
from tests.projects import ROOT, small_project

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
TOOL = "materials/tools/tool.html"
TOOL_CSS = "materials/tools/tool.css"
TALK = "materials/posters/talk/poster.html"
ART = "materials/posters/talk/art.svg"
BOLD = "materials/fonts/AtkinsonHyperlegibleNext-Bold.ttf"


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("parts")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / MKDOCS, root)
    for watched in ("data", "src"):
        (root / watched).mkdir()
    return root


def told(root: Path) -> list[str]:
    return [one.as_line() for one in (*unsound_parts(root, WORDS), *unsound_settings(root))]


def told_of(root: Path, name: str) -> list[str]:
    """Return what the check says of one changed part; of all, where it is no longer there."""
    if not (root / name).is_file():
        return told(root)
    if name == MKDOCS:
        found = unsound_settings(root)
    else:
        found = unsound_part(root, root / name)
        found = found or list(unsound_together(root, name.split("/")[0], WORDS))
    return [one.as_line() for one in found]


def words() -> set[str]:
    """Return the words that templates of pages are given."""
    catalogue = load(small_project(Path(tempfile.mkdtemp())))
    stamp = Stamp(catalogue.site.edition, catalogue.site.dated)
    return {*ENGINES_OWN, *Furniture(catalogue, stamp).around("/", {})}


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


WORDS = words()
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
        "Did you mean 'hooks/adapter.py'?",
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
    # names that nothing gives
    (CSS, added(".a { colr: red; }"), "PH081", "no property 'colr'. Did you mean 'color'?"),
    (CSS, added(".a { color: var(--inkk); }"), "PH081", "nothing has the name '--inkk'. Did you"),
    (CSS, added("@medai print { a { color: red; } }"), "PH081", "no rule '@medai'. Did you mean"),
    (CSS, added("a:hovr { color: red; }"), "PH081", "no state or part ':hovr'. Did you mean"),
    (CSS, added(".a { width: 3pxx; }"), "PH081", "there is no unit 'pxx'. Did you mean 'px'?"),
    (CSS, added(".a { width: clac(1px); }"), "PH081", "there is no function 'clac()'. Did you"),
    (CSS, added(".a { color: #12345; }"), "PH081", "'#12345' is no colour. Write 3, 4, 6 or 8"),
    (CSS, added(".a { color: ; }"), "PH081", "'color' has no value."),
    (CSS, added(".a { color: red width: 3px; }"), "PH081", "':' has no place in a value."),
    (CSS, added(".a { color: red !importnt; }"), "PH081", "'!' has no place in a value."),
    (CSS, added(".a > > .b { color: red; }"), "PH081", "'.a > > .b' names no element."),
    (CSS, added("{ color: red; }"), "PH081", "this names no element."),
    (CSS, added('@import "b.css";'), "PH081", "@import fetches another file."),
    (TOOL_CSS, added("p { colr: red; }"), "PH081", "there is no property 'colr'."),
    (TOOL_CSS, added("@paeg { margin: 0; }"), "PH081", "there is no rule '@paeg'. Did you mean"),
    (MAIN, added("{{ pge.title }}"), "PH082", "nobody gives the word 'pge' to this template. Did"),
    (MAIN, added("{% for a in itmes %}x{% endfor %}"), "PH082", "nobody gives the word 'itmes'"),
    (MAIN, added("{{ hub|nofilter }}"), "PH082", "there is no filter 'nofilter'."),
    (MAIN, added("{% if hub is defind %}x{% endif %}"), "PH082", "there is no test 'defind'. Did"),
    (MAIN, added("{% block main %}{% endblock %}"), "PH082", "there are two blocks 'main' here."),
    (MAIN, added("{{ page.__class__ }}"), "PH082", "'__class__' leads into the program"),
    ("overrides/search.html", added("{{ hub }}"), "PH082", "outside a block is never shown"),
    (TALK, added("\n{{ nonsense }}"), "PH082", "what stands outside a block is never shown"),
    (TOOL, added("{{ body|nofilter }}"), "PH082", "there is no filter 'nofilter'."),
    (
        SEARCH,
        added("documnt.title = 3;"),
        "PH080",
        "nothing is called 'documnt'. Did",
    ),
    (SEARCH, added("const a1 = 1;\nconst a1 = 2;"), "PH080", "'a1' is declared already, on line"),
    (SEARCH, added('eval("1");'), "PH080", "'eval' has no place in a script"),
    (PLANNER, added("function a2(b2) { return c2; }"), "PH080", "nothing is called 'c2'."),
    # what no page may run, and no paper may lack
    (MAIN, added('<p onclick="a()">x</p>'), "PH082", "'onclick=' has no place in a template."),
    (MAIN, added("<script>a()</script>"), "PH082", "'<script>' has no place in a template."),
    (MAIN, added('<script src="https://a.example/b.js"></script>'), "PH082", "has no place in a"),
    (MAIN, added('<p style="color:red">x</p>'), "PH082", "'<p style=' has no place in a template"),
    (MAIN, added('<a href="javascript:a()">x</a>'), "PH082", "has no place in a template."),
    (MAIN, added('<a href="/x>words</a>'), "PH082", "a quote is opened here and not closed."),
    (MAIN, added("\0"), "PH007", "there is an invisible control character here."),
    (TOOL, added('<img alt="A cup" src="gone.png">'), "PH082", "there is no picture 'gone.png'."),
    (TOOL, added('<img src="../posters/dot.svg">'), "PH082", "this picture has no 'alt'."),
    # drawings
    (
        ART,
        swapped("</svg>", '<use href="#gone"/></svg>'),
        "PH086",
        "nothing in the drawing has the",
    ),
    (ART, swapped("</svg>", '<image href="gone.png"/></svg>'), "PH086", "no picture 'gone.png'."),
    (
        ART,
        swapped("</svg>", '<image href="//a.example/b.png"/></svg>'),
        "PH086",
        "no place in a dr",
    ),
    (ART, swapped("viewBox", "viewbox"), "PH086", "the drawing does not say its size (viewBox)."),
    (ART, lambda _: "<html></html>", "PH086", "this is no drawing: it does not begin with <svg."),
    # fonts, hooks and settings
    (BOLD, cut, "PH081", "the font cannot be read: its table 'GDEF' is damaged."),
    (HOOK, added("\nnot_there\n"), "PH080", "nothing is called 'not_there'."),
    (HOOK, added("\nimport not_there\n"), "PH080", "nothing called 'not_there' to import."),
    (
        HOOK,
        swapped("def on_files", "def on_fils"),
        "PH080",
        "nothing calls 'on_fils'.",
    ),
    (
        MKDOCS,
        swapped("  - macros:", "  - search\n  - macros:"),
        "PH083",
        "lists 'search', which",
    ),
    (
        MKDOCS,
        swapped("  - tables\n", "  - tables\n  - admonition\n"),
        "PH083",
        "lists 'admonition'",
    ),
    (MKDOCS, swapped("  - data\n", "  - dta\n"), "PH083", "there is no folder 'dta' to watch."),
    (
        MKDOCS,
        swapped("site_url: ''", "site_url: 'htp://x'"),
        "PH083",
        "is no address of",
    ),
    (MKDOCS, added('extra: !!python/object/apply:os.system ["id"]\n'), "PH004", "begin with '!'."),
    (MKDOCS, added("site_dir: docs\n"), "PH083", "the setting 'site_dir' is not one of the hub's."),
]


def test_the_parts_of_the_project_are_sound():
    assert told(ROOT) == []


def test_faults_of_every_kind_are_tried():
    assert len(FAULTS) >= 100


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
        found = told_of(copied, name)
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


def test_a_part_that_is_gone_is_told_once_and_not_where_it_is_used(copied):
    file = copied / BOLD
    before = file.read_bytes()
    file.unlink()
    try:
        found = told(copied)
    finally:
        file.write_bytes(before)
    assert found == [
        f"{BOLD}:1:1: the file is missing, and pages or papers are made with it. "
        f"Bring it back: git checkout -- {BOLD}. [PH084]"
    ]
