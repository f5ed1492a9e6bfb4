"""A translation's sign-off that does not say yet of which words it is: their digest is added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue.document import Document
from peerhub.models import Language, Poster, Service
from peerhub.models.sign_off import SignOff
from peerhub.models.small_words import PARTS, small_digest

SIGNED = tuple(SignOff.model_fields)
LANGUAGES = "languages"


def with_digests(
    text: str, document: Document, key: str, above: Mapping[str, Any] = MappingProxyType({})
) -> tuple[str, list[tuple[int, str]]]:
    """Return the text of a data file with the digests that were missing, and what was done.

    `key` is that of its list; what was done is told by line. `above` are the defaults of the file
    beside the folder that this one stands in.
    """
    lines, done = text.split("\n"), []
    unsaid = _unsaid(document, key, above)
    for path, digest in sorted(unsaid, key=lambda one: -document.mark(one[0]).line):
        mark = document.key_mark(path)
        end = "\r" if lines[mark.line - 1].endswith("\r") else ""
        lines.insert(mark.line, f"{' ' * (mark.column - 1)}checked_words: {digest}{end}")
        done.append((mark.line, f"wrote checked_words: {digest}"))
    return "\n".join(lines), done


def _unsaid(
    document: Document, key: str, above: Mapping[str, Any]
) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield where a list of services or posters lacks the digest of a sign-off, and that digest.

    The place is that of the line below which it belongs. One that is there and wrong is left: it
    says that a translator has to look again.
    """
    data = document.data if isinstance(document.data, Mapping) else {}
    held = data.get(key)
    defaults = data.get("defaults")
    for number, record in enumerate(held if isinstance(held, tuple) else ()):
        if not isinstance(record, Mapping):
            continue
        whole = {**above, **(defaults if isinstance(defaults, Mapping) else {}), **record}
        if key == LANGUAGES:
            yield from _small(number, record, whole)
            continue
        words = record.get("words")
        for language, said in words.items() if isinstance(words, Mapping) else ():
            digest = _digest(key, whole, language) if _is_open(said) else None
            if digest:
                yield (key, number, "words", language, "checked_on"), digest


def _small(
    number: int, record: Mapping[str, Any], whole: dict[str, Any]
) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield the same of the small words of a language."""
    for part in PARTS:
        said = record.get(part)
        if not isinstance(said, Mapping) or not _is_open(said):
            continue
        try:
            row = TypeAdapter(Language).validate_python({**whole, part: _as_draft(said)})
        except ValidationError:
            continue
        digest = small_digest(part, row.model_dump())
        yield (LANGUAGES, number, part, "checked_on"), digest


def _is_open(words: Any) -> bool:
    return (
        isinstance(words, Mapping)
        and words.get("translation") == "checked"
        and "checked_words" not in words
        and "checked_on" in words
    )


def _digest(key: str, record: dict[str, Any], language: str) -> str | None:
    """Return the digest of a record's words, which is the same whether they are signed off."""
    said = record["words"]
    draft = {**record, "words": {**said, language: _as_draft(said[language])}}
    try:
        model: type[Service | Poster] = Service if key == "services" else Poster
        return TypeAdapter(model).validate_python(draft).words_digest(language)
    except ValidationError:
        return None


def _as_draft(part: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in part.items() if key not in SIGNED}
    return {**kept, "translation": "draft"}
