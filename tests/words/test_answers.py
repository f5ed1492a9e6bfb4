"""Each answer to a knowledge check says why, unless the question asks for reasons itself."""

from __future__ import annotations

import re

from peerhub.questions.knowledge_check import knowledge_check
from tests.projects import ROOT
from tests.real_hub import read_once

ASKS_WHY = re.compile(r"\b(?:why|reasons?)\b", re.IGNORECASE)


def test_each_answer_says_why():
    catalogue = read_once(ROOT)
    checks = {
        module.id: knowledge_check(catalogue.texts[module.id]) for module in catalogue.modules
    }
    assert all(checks.values())
    assert [
        f"{identity} {one.number}: {one.asked}"
        for identity, asked in checks.items()
        for one in asked
        if not re.search(r"\bWhy: \S+ \S+ \S+", one.answer) and not ASKS_WHY.search(one.asked)
    ] == []
