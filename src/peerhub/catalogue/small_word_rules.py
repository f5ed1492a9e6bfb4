"""The small words of a language: a sign-off holds for both languages as they were."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.small_words import PARTS, small_digest

WHERE = {"poster": "posters", "pages": "pages"}


def check_small_words(languages: RecordList) -> None:
    """Report each part of a language's row that is signed off as it no longer stands."""
    for number, row in languages.records.items():
        for part in PARTS:
            said = getattr(row, part)
            if said is None or said.translation != "checked":
                continue
            try:
                now = small_digest(part, row.model_dump())
                said.hold_words(f"the small words of {WHERE[part]} in {row.name}", now, "")
            except PydanticCustomError as error:
                told = error.context or {}
                document = languages.document
                mark = document.mark((languages.key, number, part, "translation"))
                document.report(mark, Code.SIGN_OFF, told["message"], told["hint"])
