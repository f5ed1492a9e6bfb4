"""Problems written for people, for GitHub, and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from peerhub.catalogue.issue import Issue, Issues

FORMATS = ("text", "github", "json", "sarif")


def written(issues: Sequence[Issue], style: str) -> str:
    """Return problems in one of the `FORMATS`: lines for people, or a whole document of JSON.

    `sarif` is SARIF 2.1.0, as GitHub's code scanning and most editors read it.
    """
    if style == "github":
        return "\n".join(issue.as_github() for issue in issues)
    if style == "json":
        return json.dumps([_plain(issue) for issue in issues], ensure_ascii=False, indent=2)
    if style == "sarif":
        return json.dumps(_sarif(issues), ensure_ascii=False, indent=2)
    return str(Issues(issues)) if issues else ""


def _plain(issue: Issue) -> dict[str, Any]:
    return {
        "file": issue.file,
        "line": issue.line,
        "column": issue.column,
        "code": issue.code.value,
        "level": issue.level,
        "message": issue.message,
        "hint": issue.hint,
    }


def _sarif(issues: Sequence[Issue]) -> dict[str, Any]:
    from peerhub.faults.rule import rules  # what a rule means is read only for those who ask

    told = sorted({issue.code for issue in issues})
    driver = {
        "name": "peerhub",
        "rules": [
            {
                "id": code.value,
                "shortDescription": {"text": rules()[code].title},
                "fullDescription": {"text": " ".join(rules()[code].why.split())},
            }
            for code in told
        ],
    }
    results = [
        {
            "ruleId": issue.code.value,
            "ruleIndex": told.index(issue.code),
            "level": issue.level,
            "message": {"text": f"{issue.message}. {issue.hint}".strip()},
            "locations": [{"physicalLocation": _place(issue)}],
        }
        for issue in issues
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _place(issue: Issue) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": issue.file, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": issue.line, "startColumn": issue.column},
    }
