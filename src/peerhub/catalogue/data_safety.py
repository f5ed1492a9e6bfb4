"""Careful words in data: every text of a data file that is printed, read as the pages are.

Pages and papers made from these lists show a way to help by themselves, so that is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from peerhub.catalogue.careful import harsh, own_words, unlimited, words_of
from peerhub.catalogue.document import Document, Mark, Path

if TYPE_CHECKING:
    from peerhub.catalogue.record_list import RecordList
    from peerhub.models import Limits


def check_words(shelves: Mapping[str, RecordList], limits: Limits | None = None) -> None:
    """Report careless words in the texts of the kinds that are printed, each at its place.

    With `limits`, the one wording of what ends privacy, the texts are held to it.
    """
    for key, shelf in shelves.items():
        document = shelf.document
        if shelf.kind.is_printed and isinstance(document.data, dict):
            for texts in _groups((key,), document.data.get(key)):
                _check(document, texts, limits)


def _groups(path: Path, value: Any) -> Iterator[dict[Path, str]]:
    """Yield the texts of each mapping within a value: its own, and those of its plain lists."""
    if isinstance(value, dict):
        texts = {}
        for name, one in value.items():
            if isinstance(one, str):
                texts[(*path, name)] = one
            elif isinstance(one, tuple):
                for number, part in enumerate(one):
                    if isinstance(part, str):
                        texts[(*path, name, number)] = part
            yield from _groups((*path, name), one)
        # One word alone is an id or a choice, and no text.
        yield {where: text for where, text in texts.items() if " " in text.strip()}
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _groups((*path, number), one)


def _check(document: Document, texts: Mapping[Path, str], limits: Limits | None) -> None:
    """Read the texts of one mapping; limits may stand in any of them."""
    for where, text in texts.items():
        words = words_of(text)
        found = [*harsh(words), *(own_words(words, limits.short) if limits else ())]
        for position, code, message, hint in found:
            document.report(_place(document, where, text, position), code, message, hint)
    whole = "\n".join(texts.values())
    for position, code, message, hint in unlimited(words_of(whole), whole):
        start = 0
        for where, text in texts.items():
            if position < start + len(text):
                document.report(
                    _place(document, where, text, position - start), code, message, hint
                )
                break
            start += len(text) + 1


def _place(document: Document, where: Path, text: str, position: int) -> Mark:
    """Return where a position of a value stands in the file, whose lines may be folded there."""
    mark = document.mark(where)
    lines = document.text.split("\n")
    begins = sum(len(line) + 1 for line in lines[: mark.line - document.first_line])
    begins += mark.column - 1
    spelt = r"\s+".join(re.escape(word) for word in text[: position + 1].split())
    found = re.compile(spelt).search(document.text, begins)
    if found is None:  # written with escapes: the value's own place has to do
        return mark
    before = document.text[: found.end() - 1]
    return Mark(document.first_line + before.count("\n"), len(before) - before.rfind("\n"))
