"""A translation's sign-off that does not say yet of which words it is: their digest is added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue.document import Document
from peerhub.models import Poster, Service
from peerhub.models.sign_off import SignOff

SIGNED = tuple(SignOff.model_fields)


def with_digests(text: str, document: Document, key: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the text of a data file with the digests that were missing, and what was done.

    `key` is that of its list; what was done is told by line.
    """
    lines, done = text.split("\n"), []
    for path, digest in sorted(_unsaid(document, key), key=lambda one: -document.mark(one[0]).line):
        mark = document.key_mark(path)
        end = "\r" if lines[mark.line - 1].endswith("\r") else ""
        lines.insert(mark.line, f"{' ' * (mark.column - 1)}checked_words: {digest}{end}")
        done.append((mark.line, f"wrote checked_words: {digest}"))
    return "\n".join(lines), done


def _unsaid(document: Document, key: str) -> Iterator[tuple[tuple[Any, ...], str]]:
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
        welsh = record if key == "services" else record.get("welsh")
        if not _is_open(welsh):
            continue
        whole = {**(defaults if isinstance(defaults, Mapping) else {}), **record}
        digest = _digest(key, whole)
        if digest:
            within = () if key == "services" else ("welsh",)
            yield (key, number, *within, "checked_on"), digest


def _is_open(welsh: Any) -> bool:
    return (
        isinstance(welsh, Mapping)
        and welsh.get("translation") == "checked"
        and "checked_words" not in welsh
        and "checked_on" in welsh
    )


def _digest(key: str, record: dict[str, Any]) -> str | None:
    """Return the digest of a record's words, which is the same whether they are signed off."""
    try:
        if key == "services":
            return TypeAdapter(Service).validate_python(_as_draft(record)).words_digest
        draft = {**record, "welsh": _as_draft(record["welsh"])}
        return TypeAdapter(Poster).validate_python(draft).words_digest
    except ValidationError:
        return None


def _as_draft(part: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in part.items() if key not in SIGNED}
    return {**kept, "translation": "draft"}
