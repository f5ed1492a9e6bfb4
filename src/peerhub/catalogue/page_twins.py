"""Pages in two languages: how one ends, and that a sign-off holds for both as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from peerhub.catalogue.document import Document
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.catalogue.shape import NEXT
from peerhub.faults import Code
from peerhub.models import PageMeta
from peerhub.models.language_code import ENGLISH
from peerhub.models.page import address_of
from peerhub.models.sign_off import digest_of


def words_digest(path: str, metas: Mapping[str, PageMeta], bodies: Mapping[str, str]) -> str:
    """Return the digest of what a page in another language and its twin say, titles and all."""
    paths = {address_of(one): one for one in metas}
    twin = paths.get(str(metas[path].twin), "")
    both = [
        (metas[one].title, metas[one].description, bodies[one])
        for one in (twin, path)
        if one in metas
    ]
    return digest_of(*both)


OF_ANOTHER = ("lang", "twin", "translation", "checked_by", "checked_on", "checked_words")
"""What only a page in another language says of itself."""


def void_sign_offs(metas: Mapping[str, PageMeta], bodies: Mapping[str, str]) -> Iterator[Issue]:
    """Yield a fault for each page that is signed off as it no longer stands."""
    for path, meta in metas.items():
        if meta.translation != "checked":
            continue
        try:
            meta.hold_words(meta.title, words_digest(path, metas, bodies), "")
        except PydanticCustomError as error:
            told = error.context or {}
            yield Issue(f"docs/{path}", 1, 1, Code.SIGN_OFF, told["message"], told["hint"])


def misplaced(document: Document, inside: str) -> None:
    """Report a page that says it is in another language than that of its folder below `docs`.

    It is read on as a page of its folder, so that nothing else is told of it for that.
    """
    code = document.data.get("lang")
    folder = inside.partition("/")[0]
    if not isinstance(code, str) or code in (ENGLISH, folder):
        return
    meant = nearest(code, [folder], "")
    document.report(
        document.mark(("lang",)),
        Code.FILE_NAME,
        f"the page says that it is in '{code}', and does not stand below docs/{code}/",
        meant or f"Take the line out, or move the page to docs/{code}/.",
    )
    if meant:
        document.data["lang"] = folder
        return
    for key in OF_ANOTHER:
        document.data.pop(key, None)


def closing_in(document: Document, said: Any, languages: RecordList) -> str | None:
    """Return the heading of a page's last section in its language, which must be one of ours.

    None where the row of the language has a fault of its own.
    """
    code = str(said.get("lang", ENGLISH))
    row = next((one for one in languages.records.values() if one.id == code), None)
    if code == ENGLISH:
        return NEXT
    if row is not None and row.pages:
        return str(row.pages.closing)
    if row is not None or not languages.knows(code):
        document.report(
            document.mark(("lang",)),
            Code.NO_SUCH_ID,
            f"there are no words around pages in '{code}'",
            languages.suggest(code, "Add `pages` to its row in data/languages.yml."),
        )
    return None
