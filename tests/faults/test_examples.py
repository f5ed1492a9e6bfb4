"""The examples that explain a code are true: the wrong one has the fault, the right one has not."""

from __future__ import annotations

import re

import pytest

from peerhub.catalogue import Issues, load
from peerhub.faults.rule import PAGE, rules
from peerhub.models.sought import digits_of, holds
from peerhub.pages.macros import Macros
from peerhub.pages.proof import proof
from peerhub.proofread.run import proofread
from tests.projects import ROOT, SMALL, small_project

FRONT = (
    "---\ntitle: Example\ndescription: A page for an example.\nowner: hub-editors\n"
    "review_by: 2027-05-01\n---\n\nRing before you come.\n{: .lead }\n\n"
)
END = "\n\n## What to do next\n\n- [An example](/example/)\n"
WHOLE_PROJECT = (
    "PH002 PH019 PH024 PH058 "
    "PH056 PH033 PH035 PH036 PH037 PH038 PH039 PH040 PH041 PH042 PH043 PH044 PH045 PH046 PH047 "
    "PH048 PH064 PH065 PH066 PH080 PH081 PH082 PH083 PH084 PH085 PH086 PH090 PH091 PH092 PH093"
).split()
"""What takes more of a project than one snippet to show: `test_whole_examples` tries these."""

ALONE = [one for one in rules().values() if one.code not in WHOLE_PROJECT]


SET_ASIDE = "0306 999 0123"
"""A number that Ofcom has set aside for examples; the real ones may be taken back one day."""
DATA = {name: text.replace("0300 131 2789", SET_ASIDE) for name, text in SMALL.items()}

MACROS = Macros(load(ROOT)).by_name()


def codes(root, but=("PH065", "PH037")) -> set[str]:
    made = {"guidance/confidentiality.md"}
    found = [*proof(root / "docs", MACROS), *proofread(root, made, MACROS)]
    try:
        load(root)
    except Issues as issues:
        found += issues.issues
    return {one.code.value for one in found if one.code not in but}


def page_codes(root, example: str) -> set[str]:
    small_project(root, services=DATA["services.yml"])
    for name, text in (("support", FRONT + "Call." + END), ("example", example)):
        (root / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    return codes(root)


@pytest.mark.parametrize(
    "rule", [one for one in ALONE if one.file == PAGE], ids=lambda rule: rule.code
)
def test_examples_on_a_page(rule, tmp_path):
    def whole(text: str) -> str:
        return text if text.startswith("---") else FRONT + text + END

    assert rule.code in page_codes(tmp_path / "wrong", whole(rule.wrong))
    assert page_codes(tmp_path / "right", whole(rule.right)) == set()


def swapped(base: str, right: str, wrong: str) -> str | None:
    """Return a file with one snippet in the place of another, at the same indent."""
    lines, wanted = base.split("\n"), right.rstrip("\n").split("\n")
    for at in range(len(lines) - len(wanted) + 1):
        indent = re.match(r" *", lines[at])[0]
        if lines[at : at + len(wanted)] == [indent + line for line in wanted]:
            new = [indent + line for line in wrong.rstrip("\n").split("\n")]
            return "\n".join([*lines[:at], *new, *lines[at + len(wanted) :]])
    return None


@pytest.mark.parametrize(
    "rule", [one for one in ALONE if one.file != PAGE], ids=lambda rule: rule.code
)
def test_examples_in_a_data_file(rule, tmp_path):
    name = rule.file.removeprefix("data/")
    base = DATA[name]
    is_all = base.strip() == rule.right.strip()
    wrong = None if is_all else swapped(base, rule.right, rule.wrong)
    is_part = wrong is not None
    wrong = rule.wrong if wrong is None else wrong
    key = name.removesuffix(".yml")
    assert rule.code in codes(small_project(tmp_path / "wrong", **{key: wrong}))
    right = base if is_part else rule.right
    assert rule.code not in codes(small_project(tmp_path / "right", **{key: right}))


def test_no_example_holds_a_number_that_somebody_might_ring_once_it_is_taken_back():
    """They stand on /about/checks/, which every edition serves as it is now."""
    numbers = [one.phone for one in load(ROOT).services if one.phone]
    told = [f"{one.wrong}\n{one.right}" for one in rules().values()]
    long = [one for one in numbers if len(digits_of(one)) >= 5]
    assert [one for one in long if any(holds(text, one) for text in told)] == []
