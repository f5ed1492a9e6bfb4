"""A translation's sign-off: by which role, on which day, and of which words.

A translation that was right is wrong once either language changes. So the sign-off holds a digest
of both, and is void when one of them says something else.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints

from peerhub.faults import Code
from peerhub.models.base import Day, Line, Part, fault
from peerhub.models.unnamed import KNOWN, named_in

LETTERS = "bcdfghjkmnpqrstvwxz"
"""What a digest is written in: letters that YAML takes for nothing else, and no word is made of."""
LENGTH = 10
"""Letters of a digest: 19 to the power of 10 are six million million."""
PATTERN = rf"^[{LETTERS}]{{{LENGTH}}}$"

BODIES = frozenset(
    "accredited agency certified editor external force internal interpreter language languages "
    "nation official qualified translation translator unit wales welsh".split()
)
"""Words of roles that sign translations off, beside those that name nobody anywhere."""


def _a_role(value: str) -> str:
    known = BODIES | KNOWN
    name = named_in(value, known)
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", value.lower())
    strange = [one for one in words if one not in known]
    if name or strange or not words:
        raise fault(
            f"{name or ' '.join(strange)!r} is not the name of a role that the hub knows",
            "Name a role and never a person: force translator, or Welsh language officer.",
            code=Code.PERSONAL,
        )
    return value


def digest_of(*sides: Any) -> str:
    """Return the digest of what the languages say: ten letters, the same for the same words."""
    text = json.dumps(sides, sort_keys=True, ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest())
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def words_of(part: Part, fields: Iterable[str]) -> Mapping[str, Any]:
    """Return what some fields of a part say, as plain data."""
    return {field: _plain(getattr(part, field)) for field in fields}


def _plain(value: Any) -> Any:
    return [*value] if isinstance(value, tuple) else value


class SignOff(Part):
    """Who has signed a translation off. Each part with words in two languages is made from it."""

    checked_by: Annotated[Line, AfterValidator(_a_role)] | None = None
    """The role that signed the translation off, such as force translator. Never a person's name."""
    checked_on: Day | None = None
    """The day on which it was signed off."""
    checked_words: Annotated[str, StringConstraints(pattern=PATTERN)] | None = None
    """Which words were signed off: a digest of both languages. `peerhub fix` writes it."""

    def hold_sign_off(self, translation: Literal["draft", "checked"] | None) -> None:
        """Refuse a sign-off without its role and its day, and one that a draft has."""
        signed = (self.checked_by, self.checked_on)
        if translation == "checked" and None in signed:
            raise fault(
                "the translation is marked as checked, and nobody has signed it off",
                "Add checked_by (a role, such as force translator) and checked_on, or write "
                "translation: draft.",
                at="translation",
            )
        if translation != "checked" and (*signed, self.checked_words) != (None, None, None):
            raise fault(
                "the translation is a draft, and yet it is signed off",
                "Write translation: checked, or take out checked_by, checked_on and checked_words.",
                at="translation",
            )

    def hold_words(self, name: str, now: str, at: str) -> None:
        """Refuse a sign-off of other words than those that stand here now; `now` is their digest.

        `name` is what a message calls it; `at` is where the sign-off stands in what holds it.
        """
        if not (self.checked_by and self.checked_on):
            return
        if self.checked_words is None:
            raise fault(
                f"the sign-off of {name} does not say of which words it is",
                f"Run peerhub fix, or add checked_words: {now}.",
                at=at,
                code=Code.SIGN_OFF,
            )
        if self.checked_words != now:
            raise fault(
                f"one language of {name} has changed since the translation was signed off on "
                f"{self.checked_on}",
                "Write translation: draft, and take out checked_by, checked_on and checked_words, "
                "until a translator has looked at both again.",
                at=at,
                code=Code.SIGN_OFF,
            )
