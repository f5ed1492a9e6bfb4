"""Where the comments and the values of a YAML text stand, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from peerhub.catalogue.document import Loader

Span = tuple[int, int]
"""Where something begins and ends, counted in characters of the text."""
_REMARK = re.compile(r"#[^\r\n]*")
_HEAD = re.compile(r"[|>][-+0-9]*[^\r\n]*")
_BLOCK = ("|", ">")


class YamlPlaces:
    """A YAML text that ends with a line break, taken apart. Raises yaml.YAMLError for no YAML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = [0, *(found.end() for found in re.finditer("\n", text))]
        self.root: Any = yaml.compose(text, Loader=Loader)
        """The node that holds all others; PyYAML says of each where it begins."""
        self.comments = tuple(self._comments())
        """Where each comment stands, from its sign to the end of its line."""

    def at(self, mark: Any) -> int:
        """Return where a mark of PyYAML is."""
        return self.starts[int(mark.line)] + int(mark.column)

    def line_of(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def next_line(self, place: int) -> int:
        """Return where the line after that of a place begins; the end of the text for the last."""
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1

    def end(self, node: Any, otherwise: int) -> int:
        """Return where the last letter of a value ends; `otherwise` where it is left empty."""
        if isinstance(node, yaml.ScalarNode):
            if node.style in _BLOCK:
                return len(self.text[: self.at(node.end_mark)].rstrip())
            end = self.at(node.end_mark)
            return otherwise if end == self.at(node.start_mark) else end
        if node.flow_style:
            return self.at(node.end_mark)
        last = node.value[-1]
        if isinstance(last, tuple):
            return self.end(last[1], self.at(last[0].end_mark) + 1)
        return self.end(last, self.at(last.start_mark))

    def remarks(self, span: Span) -> list[str]:
        """Return the comments that begin within a span, in their order."""
        start, end = span
        return [self.text[one:last] for one, last in self.comments if start <= one < end]

    def _comments(self) -> Iterator[Span]:
        """Yield each comment: it stands where no token does, or behind the sign of a block."""
        before = 0
        for token in yaml.scan(self.text, Loader=Loader):
            start, end = self.at(token.start_mark), self.at(token.end_mark)
            if start < before or (start == end and not isinstance(token, yaml.StreamEndToken)):
                continue
            yield from (found.span() for found in _REMARK.finditer(self.text, before, start))
            if isinstance(token, yaml.ScalarToken) and token.style in _BLOCK:
                head = _HEAD.match(self.text, start, end)
                found = _REMARK.search(head[0]) if head else None
                if found:
                    yield start + found.start(), start + found.end()
            before = end


def remarks_of(text: str) -> list[str]:
    """Return every comment of a YAML text, in order."""
    places = YamlPlaces(text if text.endswith("\n") else text + "\n")
    return places.remarks((0, len(text)))
