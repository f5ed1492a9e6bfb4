"""The words of pages in another language: messages for a translator, and the page written anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.document import read_document
from peerhub.catalogue.page_twins import words_digest
from peerhub.catalogue.pages import FENCE
from peerhub.editing.page_blocks import Block, beside, blocks_of
from peerhub.editing.rewriting import rewritten
from peerhub.editing.translations import Message
from peerhub.models import Language, PageMeta
from peerhub.models.page import address_of
from peerhub.models.sign_off import SignOff, digest_of

KIND = "pages"
HEAD = ("title", "description")
"""What is translated of the front matter."""
SIGNED = tuple(SignOff.model_fields)


@dataclass(frozen=True)
class PagePair:
    """A page in another language, and the English page that it is the twin of."""

    path: str
    """Its path below `docs`: "cy/support.md"."""
    meta: PageMeta
    english: PageMeta
    blocks: Sequence[Block]
    others: Sequence[Block]
    """The blocks of the English page, and those of this page."""
    beside: Sequence[int | None]

    @property
    def record(self) -> str:
        """What a translator's file calls it: "cy.support"."""
        return self.path.removesuffix(".md").replace("/", ".")


def pairs(catalogue: Catalogue, language: Language) -> Iterator[PagePair]:
    """Yield each page in a language with its English twin, in the order of their paths."""
    by_address = {address_of(path): path for path in catalogue.pages}
    for path, meta in sorted(catalogue.pages.items()):
        twin = by_address.get(str(meta.twin))
        if meta.lang != language.id or twin is None:
            continue
        blocks, others = (blocks_of(catalogue.bodies[one]) for one in (twin, path))
        english = catalogue.pages[twin]
        yield PagePair(path, meta, english, blocks, others, beside(blocks, others))


def page_messages(
    catalogue: Catalogue, language: Language, whole: bool = False
) -> Iterator[Message]:
    """Yield every message of pages that has words in a language; with `whole`, those without too.

    A paragraph is known by its English, so that a file stays of use when others have changed.
    """
    for pair in pairs(catalogue, language):
        checked = pair.meta.translation == "checked"
        for field in HEAD:
            english, words = getattr(pair.english, field), getattr(pair.meta, field)
            yield Message(KIND, pair.record, field, english, language.id, words, False, checked)
        for field, block, number in _named(pair):
            words = "" if number is None else pair.others[number].words
            if words or whole:
                yield Message(
                    KIND, pair.record, field, block.words, language.id, words, True, checked
                )


def _named(pair: PagePair) -> Iterator[tuple[str, Block, int | None]]:
    """Yield each English block that has words, its message's name, and its twin's number."""
    seen: dict[str, int] = {}
    for block, number in zip(pair.blocks, pair.beside, strict=True):
        if block.kind == "call":
            continue
        name = digest_of(block.words)
        seen[name] = seen.get(name, 0) + 1
        times = f"-{seen[name]}" if seen[name] > 1 else ""
        yield f"{block.kind}-{name}{times}", block, number


def with_words(text: str, pair: PagePair, words: Mapping[str, str]) -> str:
    """Return a page's text with other words for some of its messages, by their fields.

    Words for what the page does not tell yet are put below the nearest block above that it tells.
    """
    front = {name: " ".join(words[name].split()) for name in HEAD if name in words}
    head, body = _split(with_front(text, front) if front else text)
    edits: list[tuple[int, int, str]] = []
    below = pair.others[0].start if pair.others else len(body)
    for field, block, number in _named(pair):
        if field not in words:
            continue
        if number is not None:
            held = pair.others[number]
            edits.append((held.start, held.end, held.written(_tidy(words[field], held))))
            continue
        before = _nearest(pair, block)
        fresh = block.written(_tidy(words[field], block))
        place = below if before is None else pair.others[before].end
        edits.append((place, place, f"{fresh}\n\n" if before is None else f"\n\n{fresh}"))
    numbered = sorted(enumerate(edits), key=lambda one: (one[1][:2], one[0]), reverse=True)
    for _, (start, end, fresh) in numbered:
        body = body[:start] + fresh + body[end:]
    return head + body


def _nearest(pair: PagePair, block: Block) -> int | None:
    """Return the number of the page's block that an English block comes after."""
    above = [
        number
        for one, number in zip(pair.blocks, pair.beside, strict=True)
        if one.start < block.start and number is not None
    ]
    return above[-1] if above else None


def _tidy(words: str, block: Block) -> str:
    if block.kind == "text":
        return "\n".join(line.rstrip() for line in words.strip().split("\n"))
    if block.kind == "heading":
        return " ".join(words.split())
    return words.strip()


def with_front(text: str, changed: Mapping[str, Any]) -> str:
    """Return a page's text with some values of its front matter changed; None takes one out."""
    head, body = _split(text)
    front = head[4 : head.rindex("---")]
    old = read_document(front.encode(), "").data
    new = {name: one for name, one in {**old, **changed}.items() if one is not None}
    return "---\n" + rewritten(front, (), old, new) + head[head.rindex("---") :] + body


def signed(text: str, pair: PagePair, catalogue: Catalogue, by: Mapping[str, Any]) -> str:
    """Return a page's text as a draft, or signed off for what both pages say now."""
    nobody: dict[str, Any] = dict.fromkeys(SIGNED)
    if not by:
        return with_front(text, {"translation": "draft", **nobody})
    head, body = _split(text)
    said = read_document(head[4 : head.rindex("---")].encode(), "").data
    meta = pair.meta.model_copy(update={name: said[name] for name in HEAD})
    metas = {**catalogue.pages, pair.path: meta}
    digest = words_digest(pair.path, metas, {**catalogue.bodies, pair.path: body})
    return with_front(text, {"translation": "checked", **by, "checked_words": digest})


def _split(text: str) -> tuple[str, str]:
    """Return the front matter with its fences, and the body."""
    opening = FENCE.match(text)
    closing = FENCE.search(text, opening.end()) if opening else None
    assert closing is not None  # a page of the catalogue has front matter
    end = closing.end() + 1
    return text[:end], text[end:]
