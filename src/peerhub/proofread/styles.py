"""Stylesheets that a browser or the press would misread, found with tinycss2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from peerhub.proofread.declarations import bad_declaration, bad_selector, unknown_rule

Fault = tuple[int, int, str, str]

_QUIET = re.compile(
    r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\([^\"')]*\)", re.DOTALL
)
_OPEN = {"{": "}", "(": ")", "[": "]"}
_NESTED = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})


def style_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:
    """Find brackets that do not match, what is no rule, and files that are not there."""
    quiet = _QUIET.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)
    unmatched = _unmatched(quiet)
    if unmatched is not None:
        yield unmatched
        return
    if "{{" not in text and "{%" not in text:
        yield from _misread(text)
    yield from _not_there(text, path, root)


def _unmatched(quiet: str) -> Fault | None:
    """Return the first bracket without its other half."""
    if "/*" in quiet:
        return _told(
            quiet, quiet.index("/*"), "a remark is opened here and not closed", "Write */."
        )
    held: list[int] = []
    for found in re.finditer(r"[][{}()]", quiet):
        if found[0] in _OPEN:
            held.append(found.start())
        elif not held or _OPEN[quiet[held[-1]]] != found[0]:
            what = f"'{found[0]}' closes nothing here"
            return _told(quiet, found.start(), what, "Take it out, or open it above.")
        else:
            held.pop()
    if held:
        sign = quiet[held[-1]]
        said = f"'{sign}' is opened here and not closed"
        return _told(quiet, held[-1], said, f"Write {_OPEN[sign]} where it ends.")
    return None


@lru_cache(maxsize=200)
def _misread(text: str) -> tuple[Fault, ...]:
    import tinycss2  # loaded only when there is a style to read

    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(tinycss2, rules))


def _rules(css: Any, rules: Any, *, in_steps: bool = False) -> Iterator[Fault]:
    for rule in rules:
        if rule.type == "error":
            yield _css(rule)
            continue
        if rule.type == "at-rule":
            yield from unknown_rule(rule)
        elif rule.type == "qualified-rule" and not in_steps:
            yield from bad_selector(rule, css.serialize(rule.prelude))
        if rule.content is None:
            continue
        steps = rule.type == "at-rule" and rule.lower_at_keyword == "keyframes"
        if steps or (rule.type == "at-rule" and rule.lower_at_keyword in _NESTED):
            inner = css.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(css, inner, in_steps=steps)
        else:
            yield from _contents(css, rule.content)


def _contents(css: Any, content: Any) -> Iterator[Fault]:
    """Find what is wrong with the declarations of a rule, and with the rules within it."""
    for part in css.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        errors = [_css(one) for one in _errors(part)]
        yield from errors
        if part.type == "declaration" and not errors:
            yield from bad_declaration(part)
        elif part.type in ("at-rule", "qualified-rule"):
            yield from _rules(css, [part])


def _errors(part: Any) -> Iterator[Any]:
    """Yield what could not be read of a declaration, or the declaration itself."""
    if part.type == "error":
        yield part
    elif part.type == "declaration":
        yield from (one for one in part.value if one.type == "error")


def _css(error: Any) -> Fault:
    said = f"this is no rule of a stylesheet ({error.message})"
    return error.source_line, error.source_column, said, "Check the signs ; : { } here and above."


def _not_there(text: str, path: Path, root: Path) -> Iterator[Fault]:
    """Find addresses of files that are not there, and those that lead to another host."""
    for found in re.finditer(r"url\(\s*[\"']?(?P<name>[^\"')]+)[\"']?\s*\)", text):
        name = found["name"].strip()
        if name.startswith(("data:", "#")) or "{" in name:
            continue
        if urlsplit(name).scheme or name.startswith("//"):
            yield _told(text, found.start(), f"'{name}' is on another host", "Keep it here.")
            continue
        inside = name.split("#")[0].split("?")[0]
        folders = (path.parent, root, root / "overrides", root / "overrides" / "assets")
        if not any((folder / inside.lstrip("/")).is_file() for folder in folders):
            yield _told(text, found.start(), f"there is no file '{name}'", "Check its name.")


def _told(text: str, position: int, message: str, hint: str) -> Fault:
    line = text.count("\n", 0, position) + 1
    return line, position - text.rfind("\n", 0, position), message, hint
