"""The parts that pages and papers are made with: each is there, and each can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from xml.parsers import expat

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.syntax import conflicts
from peerhub.faults import Code
from peerhub.proofread.declarations import unnamed_values
from peerhub.proofread.drawings import unsound_drawing
from peerhub.proofread.fonts import font_fault
from peerhub.proofread.hooks import hook_faults
from peerhub.proofread.scripts import script_faults
from peerhub.proofread.styles import style_faults
from peerhub.proofread.template_words import unknown_printed_words, unsound_printed_words
from peerhub.proofread.templates import template_faults, unknown_words

Fault = tuple[int, int, str, str]
"""The line and column of a fault, what is wrong, what to do."""

FOLDERS = ("overrides", "materials", "hooks")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def listed() -> tuple[str, ...]:
    """Return the parts that the program opens by name: paths below the project."""
    text = files("peerhub.proofread").joinpath("parts.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def unsound_parts(root: Path, words: Collection[str] | None = None) -> list[Issue]:
    """Return a problem for each part that is missing, empty or cannot be read.

    `words` are those that every page's template is given; None when that is not known.
    """
    if not (root / "overrides").is_dir() and not (root / "materials").is_dir():
        return []  # a project of data and pages alone has no parts of its own
    lost = [name for name in listed() if not (root / name).is_file()]
    issues = [
        Issue(
            name,
            1,
            1,
            Code.MISSING_PART,
            "the file is missing, and pages or papers are made with it",
            f"Bring it back: git checkout -- {name}.",
        )
        for name in lost
    ]
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                issues += unsound_part(root, path)
    gone = tuple(Path(name).name for name in lost)
    issues = [one for one in issues if not _told_already(one, gone)]
    if not issues:
        issues = [one for folder in FOLDERS for one in unsound_together(root, folder, words)]
    return issues


def _told_already(issue: Issue, gone: Collection[str]) -> bool:
    """Say whether a problem is that of a place which names a part that is told as missing."""
    return issue.message.startswith("there is no ") and any(name in issue.message for name in gone)


def unsound_together(
    root: Path, folder: str, words: Collection[str] | None = None
) -> Iterator[Issue]:
    """Yield a problem for each name that the parts of a folder, sound by themselves, do not share.

    `words` are as above.
    """
    texts = _texts(root, folder)
    yield from _named(unnamed_values(texts), Code.STYLE)
    pages = {name: text for name, text in texts.items() if name.endswith(".html")}
    if words is not None and folder == "overrides":
        yield from _named(unknown_words(pages, words), Code.TEMPLATE)
    if folder == "materials":
        yield from _named(unknown_printed_words(pages), Code.TEMPLATE)
    for name, text in pages.items():
        yield from unsound_printed_words(name, text)


def _texts(root: Path, folder: str) -> dict[str, str]:
    """Return the styles, scripts and templates of a folder, by their paths."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode(errors="replace")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in (".css", ".js", ".html") and path.is_file()
    }


def _named(faults: Iterable[tuple[str, Fault]], code: Code) -> Iterator[Issue]:
    for name, (line, column, said, hint) in faults:
        yield Issue(name, line, column, code, said, hint)


def unsound_part(root: Path, path: Path) -> list[Issue]:
    """Return the problems of one part by itself; a file of another kind has none."""
    name = path.relative_to(root).as_posix()
    ending = path.suffix.lower()
    code = _CODES.get(ending)
    if code is None:
        return []
    try:
        content = path.read_bytes()
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        return [Issue(name, 1, 1, Code.UNREADABLE, said, "Check what it is.")]
    if not content.strip():
        hint = f"Bring it back: git checkout -- {name}."
        return [Issue(name, 1, 1, code, "the file is empty", hint)]
    if ending in (".ttf", ".woff2"):
        if not (fault := font_fault(content)):
            return []
        hint = f"Bring it back: git checkout -- {name}."
        return [Issue(name, 1, 1, code, f"the font cannot be read: {fault}", hint)]
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        hint = "Save the file as UTF-8."
        return [Issue(name, line, 1, Code.NOT_UTF8, "this line is not UTF-8 text", hint)]
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        said, hint = "there is an invisible control character here", "Delete it."
        return [Issue(name, line, 1, Code.INVISIBLE, said, hint)]
    left = conflicts(text)
    if left:
        return [Issue(name, line, at, Code.MERGE, said, hint) for line, at, said, hint in left]
    read = _READERS[ending]
    return [
        Issue(name, line, at, code, said, hint) for line, at, said, hint in read(text, path, root)
    ]


def drawing_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:
    """Find where a drawing is no sound SVG, or would run or fetch something."""
    if "{{" in text or "{%" in text:
        yield from template_faults(text, path, root)
        return
    try:
        expat.ParserCreate().Parse(text.encode(), True)
    except expat.ExpatError as error:
        said = f"this is no sound drawing ({expat.ErrorString(error.code)})"
        yield error.lineno, error.offset + 1, said, "Draw it again, or bring the file back."
        return
    yield from unsound_drawing(text, path)


_CODES: Mapping[str, Code] = {
    ".js": Code.SCRIPT,
    ".py": Code.SCRIPT,
    ".css": Code.STYLE,
    ".html": Code.TEMPLATE,
    ".svg": Code.DRAWING,
    ".ttf": Code.STYLE,
    ".woff2": Code.STYLE,
}
_READERS: Mapping[str, Callable[[str, Path, Path], Iterator[Fault]]] = {
    ".js": script_faults,
    ".py": hook_faults,
    ".css": style_faults,
    ".html": template_faults,
    ".svg": drawing_faults,
}
