"""What is said of sheets: a message for each fault that a script finds, and no other."""

from __future__ import annotations

import re

from peerhub.evaluation.messages import MESSAGES
from tests.projects import ROOT

SCRIPTS = sorted((ROOT / "overrides/assets/js").glob("evaluation-*.js"))
CODE = re.compile(r'"((?:[a-z]+-)*[a-z]+)"')


def test_every_code_of_the_scripts_has_its_message():
    said = set().union(*(CODE.findall(path.read_text("utf-8")) for path in SCRIPTS))
    bare = re.findall(
        r"^ {6}(macro|outside|embedded):",
        (ROOT / "overrides/assets/js/evaluation-xlsx.js").read_text("utf-8"),
        re.MULTILINE,
    )
    assert set(MESSAGES) - {"unreadable"} <= said | set(bare)  # a browser has opened its files
    told = set(re.findall(r'(?:fault|tell|refused)\("([a-z-]+)"', _all()))
    assert len(told) > 20
    assert told <= set(MESSAGES)


def _all() -> str:
    return "\n".join(path.read_text("utf-8") for path in SCRIPTS)


def test_each_message_says_what_to_do():
    for code, words in MESSAGES.items():
        assert re.search(r"[;.] ?\w", words), code
        assert not words.endswith("."), code
