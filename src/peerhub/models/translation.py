"""One line in Welsh, and whether a translator has signed it off."""

from __future__ import annotations

from typing import Literal

from peerhub.models.base import rule_on
from peerhub.models.public import PublicLine
from peerhub.models.sign_off import SignOff


class WelshLine(SignOff):
    """One line in Welsh: what prints it says that it is a draft until it is "checked"."""

    says: PublicLine
    translation: Literal["draft", "checked"]

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)
