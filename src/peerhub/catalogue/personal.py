"""What no page may hold: one person's mailbox, or a mobile number."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from peerhub.catalogue.document import Document, Mark
from peerhub.faults import Code
from peerhub.models.contact import PATTERNS, PublicText

_PUBLIC: TypeAdapter[str] = TypeAdapter(PublicText)

_SIGNS = {"emailInText": ("@",), "mobileInText": ("07", "+44", "0044")}
"""What each pattern cannot do without, and is found far sooner."""


def check_nobody_in_it(document: Document, body: str, first: int) -> None:
    """Report each personal mailbox and mobile in a text, by the rule that holds for the data.

    `first` is the line of the file on which the text starts.
    """
    for name, signs in _SIGNS.items():
        if not any(map(body.__contains__, signs)):
            continue
        for found in PATTERNS[name].finditer(body):
            try:
                _PUBLIC.validate_python(found[0])
            except ValidationError as error:
                context = error.errors()[0]["ctx"]
                before = body[: found.start()]
                mark = Mark(first + before.count("\n"), found.start() - before.rfind("\n"))
                document.report(mark, Code.PERSONAL, context["message"], context["hint"])
