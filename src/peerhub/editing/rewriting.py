"""A value of a YAML text given another content: only what differs is written anew.

Comments stay. One that stood within lines that go is kept on a line of its own. The order of keys,
the quotes and the line breaks of all else are as they were.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from peerhub.catalogue.document import read_document
from peerhub.editing.yaml_places import YamlPlaces
from peerhub.editing.yaml_text import WIDTH, mapping_lines, record_lines, scalar

_GAP = re.compile(r"\n[ \t]*\r?\n\Z")
"""A blank line at the end of a text: the items of a list stand apart."""


def rewritten(text: str, node_path: Sequence[str | int], old: Any, new: Any) -> str:
    """Return a text in which the value at a path, which is `old`, is `new`.

    Lists are tuples. Raises yaml.YAMLError where the text cannot be read.
    """
    is_open, end = not text.endswith("\n"), "\r\n" if "\r\n" in text else "\n"
    work = _Rewriting(YamlPlaces(text + end if is_open else text))
    node = work.places.root
    for step in node_path:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    work.change(_Held(node, work.column(node)), old, new)
    made = work.done()
    return made.removesuffix(end) if is_open else made


@dataclass(frozen=True)
class _Held:
    """A value in its place: its node, the column of what holds it, and its key if it has one."""

    node: Any
    column: int
    key: Any = None


@dataclass
class _Rewriting:
    """A text, and what is to be put in the place of which parts of it."""

    places: YamlPlaces
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def done(self) -> str:
        """Return the text with every edit made."""
        text = self.places.text
        numbered = sorted(enumerate(self.edits), key=lambda one: (one[1][:2], one[0]))
        for _, (start, end, words) in reversed(numbered):
            text = text[:start] + words + text[end:]
        return text

    def column(self, node: Any) -> int:
        return int(node.start_mark.column)

    def change(self, held: _Held, old: Any, new: Any) -> None:
        """Note what has to be written so that a value is another."""
        if _is_same(old, new):
            return
        node = held.node
        is_block = not isinstance(node, yaml.ScalarNode) and not node.flow_style
        if is_block and isinstance(old, Mapping) and isinstance(new, Mapping):
            if self._mapping(node, old, new):
                return
        elif is_block and isinstance(old, tuple) and isinstance(new, tuple):
            if new and self._list(node, old, new):
                return
        elif self._in_line(held, new):
            return
        self._whole(held, new)

    def _mapping(self, node: Any, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
        """Change the keys of a mapping; say whether that could be done key by key."""
        keys = {key.value: (key, value) for key, value in node.value}
        kept = [name for name in keys if name in new]
        first = node.value[0][0]
        head = self.places.text[
            self.places.line_of(self.places.at(first.start_mark)) : self.places.at(first.start_mark)
        ]
        if not kept or (first.value not in new and head.strip()):
            return False
        column = self.column(first)
        for name, (key, value) in keys.items():
            if name in new:
                self.change(_Held(value, column, key), old[name], new[name])
            else:
                self._take_out(self.places.at(key.start_mark), self._end(key, value), column)
        after = kept[0]
        for name, value in new.items():
            if name in keys:
                after = name
                continue
            place = self.places.next_line(self._end(*keys[after]))
            self._add(place, mapping_lines({name: _listed(value)}), column)
        return True

    def _list(self, node: Any, old: Sequence[Any], new: Sequence[Any]) -> bool:
        """Change the items of a list; say whether that could be done item by item."""
        text, places = self.places.text, self.places
        starts = [places.at(item.start_mark) for item in node.value]
        heads = [text[places.line_of(start) : start] for start in starts]
        if any(head.strip() != "-" for head in heads):
            return False
        column = len(heads[0]) - len(heads[0].lstrip(" "))
        spaced = len(starts) > 1 and bool(_GAP.search(text[: places.line_of(starts[1])]))
        told = difflib.SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
        for _, i1, i2, j1, j2 in (one for one in told.get_opcodes() if one[0] != "equal"):
            both = min(i2 - i1, j2 - j1)
            for step in range(both):
                item = node.value[i1 + step]
                self.change(_Held(item, column), old[i1 + step], new[j1 + step])
            for number in range(i1 + both, i2):
                end = places.end(node.value[number], starts[number])
                self._take_out(starts[number], end, column)
            before = i1 + both - 1
            place = places.line_of(starts[0])
            if before >= 0:
                place = places.next_line(places.end(node.value[before], starts[before]))
            for one in new[j1 + both : j2]:
                lines = _item_lines(one)
                self._add(place, ["", *lines] if spaced and before >= 0 else lines, column)
        return True

    def _in_line(self, held: _Held, new: Any) -> bool:
        """Change a single value where it stands; say whether that could be done."""
        node, places = held.node, self.places
        if not isinstance(node, yaml.ScalarNode) or isinstance(new, Mapping | tuple | list):
            return False
        start = places.at(node.start_mark)
        end = places.end(node, start)
        if node.style in ("|", ">") or start == end or "\n" in places.text[start:end]:
            return False
        words = _in_style(new, node.style) if isinstance(new, str) else scalar(new)
        if start - places.line_of(start) + len(words) > WIDTH and isinstance(new, str):
            return False
        self.edits.append((start, end, words))
        return True

    def _whole(self, held: _Held, new: Any) -> None:
        """Write a key with its value, or an item of a list, anew; keep the comments below it."""
        places, value = self.places, _listed(new)
        if held.key is None:
            begin = places.at(held.node.start_mark)
            end = places.end(held.node, begin)
            head = places.text[places.line_of(begin) : begin]
            lines = _item_lines(value) if head.strip() == "-" else mapping_lines(value)
            lines[0] = lines[0].removeprefix("- ")
            column = head.index("-") if head.strip() == "-" else held.column
        else:
            begin, end = places.at(held.key.start_mark), self._end(held.key, held.node)
            lines = mapping_lines({held.key.value: value})
            column = held.column
        stop = places.next_line(end)
        remarks = places.remarks((begin, stop))
        if len(lines) == 1 and len(remarks) == 1:
            lines, remarks = [f"{lines[0]}  {remarks[0]}"], []
        indent = " " * column
        whole = [lines[0], *(indent + line for line in [*lines[1:], *remarks])]
        self.edits.append((begin, stop, self._as_lines(whole)))

    def _take_out(self, start: int, end: int, column: int) -> None:
        """Take out whole lines, and leave the comments that stand in them."""
        first, stop = self.places.line_of(start), self.places.next_line(end)
        remarks = [" " * column + one for one in self.places.remarks((start, stop))]
        self.edits.append((first, stop, self._as_lines(remarks) if remarks else ""))

    def _add(self, place: int, lines: Sequence[str], column: int) -> None:
        indented = [f"{' ' * column}{line}" if line else line for line in lines]
        words = self._as_lines(indented)
        self.edits.append((place, place, words))

    def _end(self, key: Any, value: Any) -> int:
        return self.places.end(value, self.places.at(key.end_mark) + 1)

    @property
    def _break(self) -> str:
        return "\r\n" if "\r\n" in self.places.text else "\n"

    def _as_lines(self, lines: Sequence[str]) -> str:
        """Return lines with the file's own line ends."""
        return self._break.join([*lines, ""])


def _item_lines(value: Any) -> list[str]:
    value = _listed(value)
    if isinstance(value, Mapping):
        return record_lines(value)
    lines = mapping_lines({"x": value})
    return [f"- {lines[0].removeprefix('x: ')}", *lines[1:]]


def _listed(value: Any) -> Any:
    """Return a value with lists in the place of tuples, as it is written."""
    if isinstance(value, Mapping):
        return {name: _listed(one) for name, one in value.items()}
    return [_listed(one) for one in value] if isinstance(value, tuple | list) else value


def _is_same(old: Any, new: Any) -> bool:
    return type(old) is type(new) and bool(old == new) and repr(old) == repr(new)


def _in_style(words: str, style: str | None) -> str:
    """Return words as those in their place were written, bare or in quotes, where that can be."""
    if style == "'" and words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    if not style and words.isprintable():
        bare = read_document(f"x: {words}".encode(), "")
        if not bare.issues and bare.data == {"x": words}:
            return words
    return scalar(words)
