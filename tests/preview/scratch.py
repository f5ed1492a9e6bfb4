"""A small whole project that a real engine can show: two forces, and every page that must be."""

from __future__ import annotations

from pathlib import Path

from peerhub.proofread.addresses import ESSENTIAL
from tests.projects import EVENT, ROOT, small_project

PAGE = """\
---
title: {title}
description: A page of a small hub, for tests.
owner: hub-editors
review_by: 2027-05-01
---

This page is for tests.
{{: .lead }}

{{{{ services("urgent") }}}}

## What to do next

- Go to [the first page](/).
"""


def whole_project(folder: Path) -> Path:
    """Write a small project with every part that a site is made with."""
    small_project(folder, events=EVENT)
    for name in ("overrides", "materials", "hooks", "src", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    for path in ESSENTIAL:
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        title = path.removesuffix(".md").replace("/index", "").replace("/", " ").capitalize()
        page.write_text(PAGE.format(title=title), encoding="utf-8")
    return folder
