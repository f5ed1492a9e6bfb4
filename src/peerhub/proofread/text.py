"""A page's Markdown as its checks read it: what is code, a call or a remark is blanked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code

Found = tuple[int, Code, str, str]
"""A position in the text (from 0), the kind of fault, what is wrong, what to do."""

_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_CALL = re.compile(r"\{\{(?:(?!\n[ \t]*\n).)*?\}\}", re.DOTALL)
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class PageText:
    """The body of one page: the file it stands in, and the line on which it starts there."""

    file: str
    body: str
    first: int = 1
    front: str = ""
    """What stands above it, between the lines '---'."""

    @cached_property
    def uncoded(self) -> str:
        """The body with code blanked, every letter in its old place."""
        if "`" not in self.body and "~~~" not in self.body:
            return self.body
        return _CODE.sub(_blank, _FENCED.sub(_blank, self.body))

    @cached_property
    def plain(self) -> str:
        """The body with code, calls and remarks blanked, every letter in its old place."""
        return _REMARK.sub(_blank, _CALL.sub(_blank, self.uncoded))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `plain`."""
        return self.plain.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts in the body."""
        places = [0]
        for line in self.lines:
            places.append(places[-1] + len(line) + 1)
        return places

    def issue(self, found: Found) -> Issue:
        """Return a fault as a problem at its line and column in the file."""
        position, code, message, hint = found
        line = self.body.count("\n", 0, position)
        column = position - (self.body.rfind("\n", 0, position) + 1) + 1
        return Issue(self.file, self.first + line, column, code, message, hint)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
