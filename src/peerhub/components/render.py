"""Fills templates: everything is escaped, every name must be known, and the result is one block."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import PackageLoader
from markupsafe import Markup

from peerhub.components.icons import icon
from peerhub.filling import Filler


@cache
def _environment() -> Filler:
    environment = Filler(PackageLoader("peerhub.components"))
    environment.globals["icon"] = icon
    return environment


def render(template: str, /, **values: Any) -> Markup:
    """Return a filled template as one block: no blank line, and no line indented.

    Markdown ends a block of HTML at a blank line and reads four spaces as code.
    """
    filled = _environment().get_template(f"{template}.html").render(values)
    return Markup("\n".join(line.strip() for line in filled.splitlines() if line.strip()))
