"""A module, a workshop or a force that is gone leaves a notice, and all that led to it is named."""

from __future__ import annotations

import pytest

from peerhub.catalogue import Issues, load
from peerhub.catalogue.address_ledger import write_address_ledger
from peerhub.hub import Hub
from tests.faults.test_examples import FRONT
from tests.faults.test_whole_examples import MODULES, WORKSHOPS, world

GONE = "looking-after-yourself"
ADDRESSES = [f"/train/modules/{GONE}/", f"/train/modules/{GONE}/trainer/"]
LEFT = MODULES[: MODULES.index(f"- id: {GONE}")]
WITHDRAWN = "withdrawn: {on: 2026-11-02, why: It is part of another module now.}\n"


def told(root) -> list[str]:
    try:
        Hub.open(root)
    except Issues as found:
        return [one.as_line() for one in found.issues if one.code != "PH065"]
    return []


@pytest.fixture
def root(tmp_path):
    made = world(tmp_path, docs=f"See [it]({ADDRESSES[0]}).")
    write_address_ledger(made, ADDRESSES)
    return made


def test_whatever_led_to_a_module_that_is_taken_out_is_told_at_once(root):
    (root / f"docs/train/modules/{GONE}.md").unlink()
    (root / "data/modules.yml").write_text(LEFT)
    found = told(root)
    assert f"there is no module '{GONE}'" in found[2]
    assert [one.split()[-1] for one in found] == ["[PH046]", "[PH046]", "[PH030]", "[PH067]"]
    assert f"write docs/train/modules/{GONE}.md with withdrawn" in found[0]
    assert f"write that line at the top of docs/train/modules/{GONE}.md" in found[1]


def test_its_text_with_the_reason_is_a_notice_at_both_its_addresses(root):
    (root / "data/modules.yml").write_text(LEFT)
    workshop = WORKSHOPS.replace(f"    - module: {GONE}\n", "")
    (root / "data/workshops.yml").write_text(workshop)
    text = root / f"docs/train/modules/{GONE}.md"
    moved = f'moved_from: ["{ADDRESSES[1]}"]\n'
    words = text.read_text()
    assert any("If the module is gone, write withdrawn" in one for one in told(root))
    text.write_text(words.replace("title:", f"{WITHDRAWN}{moved}title:", 1))
    assert told(root) == []
    assert load(root).pages[f"train/modules/{GONE}.md"].withdrawn
    assert GONE not in load(root).texts


@pytest.mark.parametrize("where", ["forces/midshire", "train/workshops/old-day"])
def test_what_has_no_text_of_its_own_gets_a_page_with_the_reason(root, where):
    write_address_ledger(root, [f"/{where}/"])
    (fault,) = told(root)
    assert f"write docs/{where}.md with withdrawn" in fault
    page = root / f"docs/{where}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(FRONT.replace("title:", f"{WITHDRAWN}title:"))
    assert told(root) == []
