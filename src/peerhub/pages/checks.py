"""The page of all checks: each kind of fault, why it matters, and a wrong and a right example."""

from __future__ import annotations

import datetime as dt
import json
from html import escape
from itertools import groupby

from peerhub.catalogue import Catalogue
from peerhub.faults.rule import Rule, rules
from peerhub.pages.compose import inert, section, still

PATH = "about/checks.md"
YEAR = dt.timedelta(days=365)
"""How long the explanations stand before somebody looks them through: they are held to tests."""

TITLE = "What is checked"
_LEAD = "This page lists every kind of fault that stops a change before readers see it."
_HOW = (
    "Each message of a check ends with a code, such as PH012. Find the code here, with the reason "
    "and an example. A code keeps its meaning for ever."
)
_HEAD = """\
---
title: {title}
description: Every kind of fault that is found before the hub is published, with an example.
owner: {owner}
review_by: {day}
---
"""


def checks_page(catalogue: Catalogue) -> str:
    """Return the page that explains every code, made from the rules that the check itself names."""
    head = _HEAD.format(
        title=TITLE,
        owner=json.dumps(catalogue.owners[0].id),
        day=(catalogue.site.dated + YEAR).isoformat(),
    )
    groups = groupby(rules().values(), lambda one: one.group)
    blocks = [
        f"# {TITLE}",
        f"{_LEAD}\n{{: .lead }}",
        _HOW,
        *(section(inert(name), *map(_rule, held)) for name, held in groups),
        section(
            "What to do next", "- [Read about this hub](/about/)\n- [See all guidance](/guidance/)"
        ),
    ]
    return "\n\n".join([head.rstrip("\n"), *(block for block in blocks if block)]) + "\n"


def _rule(rule: Rule) -> str:
    return "\n\n".join(
        (
            f"### {rule.code.value}: {inert(rule.title)} {{: #{rule.code.value.lower()} }}",
            inert(" ".join(rule.why.split())),
            f"Wrong, in `{rule.file}`:",
            _example(rule.wrong),
            "Right:",
            _example(rule.right),
        )
    )


def _example(text: str) -> str:
    """Return an example as it is typed: letters that cannot be seen are named."""
    shown = escape(text.rstrip("\n") or "[nothing]", quote=False).replace("\u00a0", "[hard space]")
    return still(f"<pre><code>{shown}\n</code></pre>")
