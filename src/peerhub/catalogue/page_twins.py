"""Pages in two languages: a sign-off holds for both as they were, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic_core import PydanticCustomError

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code
from peerhub.models import PageMeta
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
