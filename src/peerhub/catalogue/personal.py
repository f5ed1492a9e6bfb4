"""What no page may hold: one person's mailbox, or a mobile number."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue.document import Document, Mark
from peerhub.faults import Code
from peerhub.models.contact import PATTERNS, PublicText

_PUBLIC: TypeAdapter[str] = TypeAdapter(PublicText)


def check_nobody_in_it(document: Document, body: str, first: int) -> None:
    """Report each personal mailbox and mobile in a text, by the rule that holds for the data.

    `first` is the line of the file on which the text starts.
    """
    for pattern in (PATTERNS["emailInText"], PATTERNS["mobileInText"]):
        for found in pattern.finditer(body):
            try:
                _PUBLIC.validate_python(found[0])
            except ValidationError as error:
                context = error.errors()[0]["ctx"]
                before = body[: found.start()]
                mark = Mark(first + before.count("\n"), found.start() - before.rfind("\n"))
                document.report(mark, Code.PERSONAL, context["message"], context["hint"])
