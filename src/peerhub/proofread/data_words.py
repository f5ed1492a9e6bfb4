"""The words of data files and of front matter, held to the rules of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.stray_files import PROGRAM_S_OWN
from peerhub.faults import Code
from peerhub.proofread.any_words import Taken, word_faults
from peerhub.proofread.text import Found

NO_WORDS = ("search.yml",)
"""What readers type into the search, however they spell it."""

_LINE = re.compile(
    r"(?P<head>[ ]*(?:- +)*)(?:(?P<key>[A-Za-z_]\w*):(?:[ ]+|$))?(?P<sign>[>|][-+]?$|[\"'])?"
)
_COMMENT = re.compile(r"(?:^|\s)#(?:\s|$)[^\"']*$")
_ADDRESS = re.compile(r"\S*[/@]\S*")
_ASIDE = re.compile(r"  (?:note|unconfirmed):")
"""What editors write of a record for one another, and no reader is shown."""
_MARK = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>\n]*)?/?>|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}")
"""A tag, or a call as pages have them."""
_RECORD_KEY = re.compile(r" {0,2}\S")


def unsound_data_words(root: Path) -> list[Issue]:
    """Return a problem for each fault in the words of a project's data."""
    return [issue for name, text in _files(root) for issue in words_in(name, text)]


@lru_cache(maxsize=2_000)
def words_in(file: str, text: str, first: int = 1) -> tuple[Issue, ...]:
    """Return the faults in the words of one YAML text, whose first line is this one of a file."""
    taken = taken_from(text, first)
    marks = (taken.issue(file, one) for one in _marks(taken.text))
    return (*word_faults(file, taken), *marks)


def _marks(text: str) -> Iterator[Found]:
    """Find what a page would carry out, and readers of data and of paper are shown as it stands."""
    for found in _MARK.finditer(text) if "<" in text or "{" in text else ():
        said = f"'{found[0]}' is shown here as it stands"
        yield found.start(), Code.RAW_HTML, said, "Take it out, and write the words alone."


def _files(root: Path) -> Iterator[tuple[str, str]]:
    folder = root / "data"
    for path in sorted(folder.rglob("*.yml")):
        inside = path.relative_to(folder)
        if inside.parts[0] in PROGRAM_S_OWN or path.name in NO_WORDS:
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # told by whoever reads the data
        yield path.relative_to(root).as_posix(), text


def taken_from(text: str, first: int = 1) -> Taken:
    """Return the words of a YAML text: each value a paragraph, without keys, signs and remarks."""
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    aside = False
    for number, line in enumerate(text.split("\n"), first):
        begun = _LINE.match(line)
        assert begun is not None
        if _RECORD_KEY.match(line):
            aside = bool(_ASIDE.match(line))
        words = line[begun.end() :]
        if "#" in words or line.lstrip().startswith("#"):
            words = "" if line.lstrip().startswith("#") else _COMMENT.sub("", words)
        if begun["key"] or "-" in begun["head"]:
            lines.append("")
            places.append((number, 1))
        if words and not aside and not _ADDRESS.fullmatch(words.rstrip("\"' ")):
            lines.append(words)
            places.append((number, begun.end() + 1))
        elif not words:
            lines.append("")
            places.append((number, 1))
    return Taken("\n".join(lines), tuple(places))
